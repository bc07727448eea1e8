import type { Pair } from './rows.ts'

// Sentences that many codes share, so that they are worded once.

export const passing: Pair = ['Temporary fault on the service side.', '服务端临时故障。']
export const serverInternal: Pair = ['A fault inside the service.', '服务内部异常。']
export const badBody: Pair = [
  'A field of the request body is missing, misspelt or of the wrong type.',
  '请求包体中有字段缺失、拼写错误或类型不对。',
]
export const callerNotAdmin: Pair = [
  'The account that makes the call (identifier) is not an app administrator.',
  '发起调用的账号（identifier）不是 App 管理员。',
]
export const neverImported: Pair = [
  'The account was never imported, never logged in, or has been deleted.',
  '账号未导入、从未登录过，或已被删除。',
]
export const tooFast: Pair = ['Calls come faster than the documented rate.', '调用频率超过文档规定的上限。']
export const featureOff: Pair = ['The feature is not switched on for this app.', '该应用尚未开通此功能。']
export const planLimit: Pair = ['The current plan does not allow more.', '已达到当前套餐的上限。']
export const clientNetwork: Pair = [
  'The device has no usable network, or the connection is too unstable.',
  '设备当前无网络，或网络很不稳定。',
]
export const clientState: Pair = [
  'The login state that the client keeps is no longer usable.',
  '客户端保存的登录态已失效。',
]
export const sdkInternal: Pair = ['An unexpected state inside the SDK.', 'SDK 内部出现意外状态。']
export const wrongId: Pair = ['The ID is mistyped, or it no longer exists.', 'ID 填写有误，或已不存在。']
export const argument: Pair = ['The app passed a wrong argument.', '应用传入的参数有误。']
export const concurrent: Pair = ['Someone else changed the same data at the same moment.', '同一份数据被并发修改。']
export const retry: Pair = [
  'Retry with backoff, and open a ticket if it persists.',
  '加大间隔重试，若持续出现请提交工单。',
]
export const slowDown: Pair = [
  'Slow down to below the documented rate, then retry with backoff.',
  '把频率降到文档上限以下，间隔一段时间再重试。',
]
export const useAdmin: Pair = [
  'Use an account that the console lists as app administrator, with a UserSig signed for exactly that account.',
  '改用控制台中列为 App 管理员的账号，并使用为该账号签发的 UserSig。',
]
export const fixBody: Pair = [
  'Compare the body with the API reference and correct the field that the error text names.',
  '对照接口文档检查包体，修正报错信息中指出的字段。',
]
export const importAccount: Pair = [
  'Correct the UserID, or import the account first.',
  '核对 UserID；账号不存在时先导入。',
]
export const support: Pair = [
  'Open a ticket with Tencent Cloud and give the SDKAppID, time and RequestId.',
  '向腾讯云提交工单，并附上 SDKAppID、时间和 RequestId。',
]
export const upgradePlan: Pair = [
  'Upgrade the plan in the console, or stay within its limit.',
  '在控制台升级套餐，或控制用量在限额以内。',
]
export const loginAgain: Pair = [
  'Let the client log in again with a fresh UserSig.',
  '让客户端换用新的 UserSig 重新登录。',
]
export const checkNetwork: Pair = ['Check the network of the device, then try again.', '检查设备网络后重试。']
export const sdkLog: Pair = [
  'Collect the SDK log of the device and open a ticket with it.',
  '收集设备上的 SDK 日志并提交工单。',
]
export const enableConsole: Pair = [
  'Switch the feature on in the console, then try again.',
  '在控制台开通该功能后重试。',
]
export const nothingToDo: Pair = ['Nothing to do: treat the call as done.', '无需处理，按已完成对待即可。']
export const refreshRetry: Pair = [
  'Fetch the newest version of the data and repeat the change on it.',
  '拉取最新数据，在其基础上重新修改。',
]
export const cleanUp: Pair = ['Remove entries that are no longer needed, then try again.', '清理不再需要的数据后重试。']
export const upgradeSdk: Pair = ['Update the app to the current SDK.', '将应用升级到最新版 SDK。']
export const fixArgument: Pair = ['Correct the argument that the error description names.', '按错误描述修正对应参数。']
export const tooLongText: Pair = ['The text is longer than allowed.', '内容超过长度上限。']
export const wrongKey: Pair = ['The key is unknown or mistyped.', 'Key 不存在或填写有误。']
export const groupGone: Pair = ['The group ID is wrong, or the group was dismissed.', '群 ID 有误，或群组已解散。']
export const groupTypeRule: Pair = ['The group type does not allow it.', '该群类型不支持此操作。']
export const oldSdk: Pair = ['Only SDKs older than version 4 report this.', '仅 4.x 之前的旧版 SDK 会上报此错误。']
export const oldFault: Pair = ['A fault inside an SDK older than version 4.', '4.x 之前旧版 SDK 的内部异常。']
export const oldNetwork: Pair = [
  'The device had no usable network (SDK older than version 4).',
  '设备当时无可用网络（4.x 之前的旧版 SDK）。',
]
export const oldServer: Pair = [
  'The service did not answer as expected (SDK older than version 4).',
  '服务端未按预期应答（4.x 之前的旧版 SDK）。',
]
export const oldState: Pair = ['The login state of the old SDK is no longer usable.', '旧版 SDK 保存的登录态已失效。']
export const oldCall: Pair = ['The app misused an SDK older than version 4.', '应用对 4.x 之前的旧版 SDK 使用不当。']
export const retryThenUpgrade: Pair = [
  'Retry, and plan the update to the current SDK.',
  '先重试，并尽快升级到最新版 SDK。',
]
export const oldAccountSetup: Pair = [
  'The account integration of an old app is incomplete.',
  '早期应用的账号集成配置不完整。',
]
export const vendorSide: Pair = ['Temporary vendor error.', '厂商侧临时故障。']
export const appleSide: Pair = ['Temporary fault at Apple.', '苹果侧临时故障。']
export const googleSide: Pair = ['Temporary fault at Google.', 'Google 侧临时故障。']
export const gatewayRequest: Pair = [
  'The gateway that sends the push builds the request wrongly.',
  '发送推送的网关构造请求有误。',
]
export const registerAgain: Pair = [
  'Drop the token and have the app register and report a new one.',
  '丢弃该 Token，让应用重新注册并上报。',
]
export const checkTokenOwner: Pair = [
  'Check that the token came from this vendor and this app, then have the app register again.',
  '确认 Token 来自该厂商和本应用，再让应用重新注册。',
]
export const askNotifications: Pair = [
  'Ask the user to allow notifications for the app in the system settings.',
  '引导用户在系统设置中允许本应用通知。',
]
export const fixNamedField: Pair = ['Correct the field that the error text names.', '修正报错信息中指出的字段。']
export const vendorRetry: Pair = [
  'Retry with backoff, and watch whether all pushes of this vendor fail.',
  '加大间隔重试，并观察该厂商的推送是否普遍失败。',
]
export const reportGateway: Pair = [
  "Report it to the team that runs the push gateway; with Tencent's push, open a ticket.",
  '反馈给推送网关的维护方；使用腾讯云推送时请提交工单。',
]
export const vendorTooFast: Pair = [
  'Requests to the vendor come faster than it allows.',
  '对厂商的请求频率超过其上限。',
]
/** Whoever uses Tencent's push never holds the vendor's access token. */
export const vendorLogin: Pair = [
  "Enter this app's ID and secret again in the Chat console, with which Tencent logs in at the vendor.",
  '腾讯云用控制台中的凭证登录厂商，请在即时通信 IM 控制台重新填写该应用的 ID 和密钥。',
]
export const vendorBatch: Pair = [
  'Tencent fills in the tokens, so open a ticket with the ID of this push.',
  'Token 由腾讯云填写，请带上这次推送的 ID 提工单。',
]
export const fcmSlowDown: Pair = [
  'Wait at least a minute, and send fewer pushes at once: merge them, or spread them out.',
  '至少等待 1 分钟，并减少同时下发的推送：合并或打散。',
]
export const vendorSlowDown: Pair = [
  'Spread the pushes out and retry with backoff.',
  '把推送打散，间隔一段时间后重试。',
]
export const bodyMismatch: Pair = [
  'A field of the push is wrong, missing or in the wrong place.',
  '推送内容中有字段错误、缺失或位置不对。',
]
export const apnsKey: Pair = [
  'Key ID, team ID and .p8 file do not belong together, or the key was revoked.',
  'Key ID、Team ID 与 .p8 文件不匹配，或密钥已被吊销。',
]
