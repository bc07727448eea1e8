import { isVendor } from '../../../diagnostics/codes/is-vendor.ts'
import type { FindingParams, Refusal, VendorAnswer } from '../../../diagnostics/push/push-finding.ts'
import { entryOfAnswer } from '../../../diagnostics/push/vendor-cause.ts'
import type { Owner } from '../../../diagnostics/finding.ts'
import { isOfTencent } from '../../../diagnostics/push/tencent-codes.ts'
import { adviceOn } from '../../../diagnostics/push/refusal-advice.ts'
import { mainFlaw } from '../../../diagnostics/vendors/read-token.ts'
import { code, moment, relative, rich, type Rich } from '../../rich.ts'
import { OF_FIREBASE } from '../../../diagnostics/push/vendor-cause.ts'
import type { FindingTexts } from '../finding-texts.ts'
import { withoutStop } from '../punctuation.ts'
import { vendors } from './codes.ts'
import { blockedSender, serviceInactive } from './push-refusals.ts'
import { messageDropped, messageNotFound } from './push-messages.ts'
import { remedies } from './push-remedies.ts'
import { pushTokens } from './push-tokens.ts'
import { firstRemedy, refusalRemedy, skewWords } from './refusal-remedies.ts'

const vendorName = (vendor: VendorAnswer['vendor']): string => (vendor === null ? '推送厂商' : vendors[vendor])

const list = (items: readonly string[]): string => items.join('、')

/** 西文名称与后面的汉字之间空一格。 */
const spaced = (name: string): string => (/[A-Za-z0-9]$/.test(name) ? `${name} ` : name)

const after = (name: string): string => (/^[A-Za-z0-9]/.test(name) ? ` ${name}` : name)

const ago = (at: number | null): Rich => (at === null ? [] : rich`在 ${relative(at)}`)

/** "苹果（APNs）在 3 小时前返回 `BadDeviceToken`". */
const answered = ({ vendor, code: answer, info, said, at }: VendorAnswer): Rich =>
  rich`${spaced(isOfTencent(answer) ? '腾讯云' : vendorName(vendor))}${ago(at)}返回${
    said !== undefined && answer !== null
      ? rich` ${code(said)}，即 ${code(answer)}`
      : answer === null
        ? info === ''
          ? '失败，没有错误码'
          : rich` ${code(info)}`
        : rich` ${code(answer)}`
  }`

const refusedBy = ({ endpoint, code: refusal, info }: { endpoint: string; code: number | null; info: string }): Rich =>
  endpoint === 'store'
    ? rich`机器人自己的存储`
    : endpoint === 'timeout'
      ? rich`某个查询超时没有结果`
      : rich`${isVendor(endpoint) ? vendors[endpoint] : code(endpoint)}${refusal === null ? (info === '' ? '' : `（${info}）`) : rich`（${code(refusal)}${info === '' ? '' : ` ${info}`}）`}`

const each = (refusals: readonly Parameters<typeof refusedBy>[0][]): Rich =>
  refusals.flatMap((refusal, index) => [...(index > 0 ? ['、'] : []), ...refusedBy(refusal)])

/** 有错误码，说明腾讯云已经应答。 */
const isAnswered = ({ code: answer }: Refusal): boolean => answer !== null

const lookUp = (refusals: readonly Refusal[]): Rich =>
  rich`${code(`/im error ${refusals.find(isAnswered)?.code ?? ''}`)}`

const answeredWith = ({ code: answer, info }: Refusal): Rich =>
  rich`${answer === null ? '' : rich`（${code(answer)}）`}${info === '' ? '' : `：${info}`}`

const device = ({ model, vendor }: { model: string | null; vendor: VendorAnswer['vendor'] }): string =>
  model === null ? `${vendor === null ? '' : spaced(vendors[vendor])}设备` : spaced(model)

/** 按错误码目录由通常的处理人负责；目录里没有的也一样。 */
const ownsRemedy = (answer: VendorAnswer, usual: Owner): boolean => (entryOfAnswer(answer)?.owner ?? usual) === usual

const REGISTER_AGAIN = '请用户打开应用，或退出后重新登录，让应用上报新的 Token。'

const NO_DEVICE = { model: null, vendor: null }

export const pushFindings: FindingTexts<FindingParams> = {
  'admin-sig-rejected': ({ administrator, oddKey = false, ...refusal }) => ({
    message:
      refusal.code === null && refusal.skewMs !== undefined
        ? rich`本机时钟${skewWords(refusal.skewMs)}。生成的签名可能被当作已过期或尚未生效而被拒绝，回调也可能因时间不符被丢弃。`
        : rich`${
            adviceOn(refusal)?.about === 'administrator'
              ? rich`腾讯云答复 ${code(administrator)} 不是该应用的管理员`
              : rich`腾讯云不接受管理员 ${code(administrator)} 的 UserSig`
          }${answeredWith(refusal)}，所以查不到该用户的任何情况。`,
    remedy:
      refusalRemedy(refusal) ??
      (oddKey
        ? rich`配置里的 ${code('secretKey')} 不像 SecretKey（64 位十六进制）。${code('im-doctor config check')} 会说明它像什么、正确的在哪里找。`
        : rich`请把配置里的 ${code('sdkAppId')}、${code('secretKey')} 和 ${code('administrator')} 与腾讯云控制台核对；该账号必须是这个应用的管理员。`),
  }),
  'wrong-region': ({ region, code: refusal }) => ({
    message: rich`这个应用不在 ${code(region)} 数据中心${refusal === null ? '' : rich`（${code(refusal)}）`}，所以查不到该用户的任何情况。`,
    remedy: rich`请把配置里的 ${code('region')} 改成控制台显示的数据中心。`,
  }),
  'service-inactive': serviceInactive,
  'account-not-found': ({ userId }) => ({
    message: rich`腾讯云没有 ${code(userId)} 这个账号。`,
    remedy: rich`请核对拼写，注意大小写。如果没写错，说明该用户从未登录过这个应用：应用和环境对吗？`,
  }),
  'online-only-message': ({ from, at }) => ({
    message: rich`${code(from)} 的消息（${moment(at)}）只发给在线用户，不会产生推送。`,
    remedy: rich`发送时不要设置 ${code('onlineUserOnly')}；通过 REST 发送时 ${code('MsgLifeTime')} 要大于 0，也不要带 ${code('OnlineOnlyFlag')}。`,
  }),
  'push-disabled-by-sender': ({ from, at }) => ({
    message: rich`发送方 ${code(from)} 对这条消息（${moment(at)}）关闭了推送。`,
    remedy: rich`发送时把 ${code('PushFlag')} 设为 0，SDK 中把 ${code('disablePush')} 设为 false。`,
  }),
  'message-dropped': messageDropped,
  'blocked-sender': blockedSender,
  'group-type-never-pushes': ({ groupId, type }) => ({
    message: rich`群 ${code(groupId)} 的类型是 ${code(type)}，消息只发给在线成员。`,
    remedy: rich`这是产品设计。需要推送时请使用好友工作群（Work）、陌生人社交群（Public）或社群（Community）。`,
  }),
  'do-not-disturb': ({ groupId, option, from }) => ({
    message:
      groupId === null
        ? rich`其他条件都满足，但 ${code(from ?? '')} 的消息没有发起推送。用户可能对这个会话或全局设置了免打扰，这一项没有接口可查。`
        : rich`用户把群 ${code(groupId)} 设置成了 ${code(option ?? '')}，该群消息不推送。`,
    remedy: rich`这是用户自己的设置，请让用户在应用里查看会话的免打扰选项。`,
  }),
  'custom-message-without-description': ({ from, at }) => ({
    message: rich`${code(from)} 的消息（${moment(at)}）是没有描述的自定义消息，通知里没有可显示的文字。`,
    remedy: rich`请给元素设置 ${code('Desc')}，或在发送时设置 ${code('OfflinePushInfo.Desc')}。`,
  }),
  'message-not-found': (params) => messageNotFound[params.reason](params),
  kicked: ({ at, kicked, by }) => ({
    message: rich`${by === null ? '另一次' : `${by} 上的`}登录把 ${list(kicked)} 踢下线了（${moment(at)}，${relative(at)}）。被踢的设备收不到推送。`,
    remedy: rich`用户需要在那台设备上重新登录。如果不希望互踢，请在控制台的登录设置里允许多端在线，并在应用里处理被踢事件。`,
  }),
  'logged-out': ({ at, platform, lastSeen, lastPush = null }) => ({
    message:
      lastPush !== null
        ? rich`用户离线。没有登录记录，但 ${relative(lastPush)}（${moment(lastPush)}）还向其手机推送过：之后登出了。登出后不再推送。`
        : at === null
          ? rich`用户处于离线状态${lastSeen === null ? '' : rich`，而上次连接就在 ${relative(lastSeen)}`}：多半已退出登录，或被服务端下线。退出登录后不再推送。`
          : rich`用户${platform === null ? '' : `在 ${platform} 上`}退出了登录（${moment(at)}，${relative(at)}）。退出登录后不再推送。`,
    remedy: rich`用户需要重新登录，应用随后会重新上报 token。如果没人手动退出，请检查应用代码里的 logout 调用。`,
  }),
  'offline-stale': ({ since, mayStillArrive }) => ({
    message: rich`应用上次连接是 ${relative(since)}（${moment(since)}）。超过 7 天腾讯云视为离线${mayStillArrive ? '；推送服务在 30 天内可能还能送达，也可能不能' : '，不再推送'}。`,
    remedy: rich`用户需要打开一次应用。`,
  }),
  'never-logged-in': ({ webhooks }) => ({
    message:
      webhooks === true
        ? rich`用户离线，而且从未见过其登录记录：没有登录过，或在接入回调之前就退出了。`
        : webhooks === null
          ? rich`用户离线：没有登录过，或已退出登录。历史记录没能读到，分不清是哪一种。`
          : rich`用户离线：没有登录过，或已退出登录。这个应用的回调没有发到这里，分不清是哪一种。`,
    remedy:
      webhooks !== false
        ? rich`用户需要登录。如果用户说已登录，那用的是别的 UserID 或别的应用。`
        : rich`用户需要登录。请在控制台打开状态变更回调，下次就能说清是什么时候、为什么。`,
  }),
  'no-mobile-client': ({ platforms, webPush, lastWebPush, closedAt = null }) => ({
    message: webPush
      ? rich`${closedAt === null ? rich`用户只在 ${list(platforms)} 上登录，没有手机登录` : rich`用户上次是 ${relative(closedAt)}在 ${list(platforms)} 上，没有手机登录记录`}。中国大陆以外，浏览器可以接收 Web Push；应用是否接入、用户是否授权，这里查不到。${lastWebPush === null ? '也没有见过 Web Push 记录。' : rich`最近一次 Web Push 在 ${relative(lastWebPush)}被接受。`}`
      : closedAt !== null
        ? rich`用户离线，上次是 ${relative(closedAt)}在 ${list(platforms)} 上。没有手机登录记录，而 ${list(platforms)} 收不到离线推送。`
        : rich`用户只在 ${list(platforms)} 上登录，没有手机登录，没有可推送的设备。`,
    remedy: webPush
      ? rich`请用户在手机上登录。如果使用 Web Push，请检查 HTTPS、站点根目录的 ${code('sw.js')} 和浏览器的通知权限。`
      : rich`用户需要在手机上登录。`,
  }),
  'no-device-bound': ({ test }) => ({
    message: rich`上一次${test ? '测试推送' : '推送'}没有发往任何设备：该用户没有绑定设备。`,
    remedy: rich`应用每次登录后都要注册推送（${code('registerPush')} 或 ${code('setOfflinePushConfig')}）。请在应用日志里查 800005～800010。`,
  }),
  'certificate-missing': ({ device: on, losses }) => ({
    message:
      losses === null
        ? rich`${device(on ?? NO_DEVICE)}没有上报证书 ID，腾讯云不知道用哪张证书推送。`
        : rich`这条消息没有发起推送；7 天内这个应用有 ${losses} 次推送因设备没有上报证书 ID 而丢失，这条可能是其中之一。`,
    remedy: remedies.certificate(on?.vendor ?? null),
  }),
  'token-missing': ({ device: on, losses }) => ({
    message:
      losses === null
        ? rich`${device(on ?? NO_DEVICE)}没有上报 token：向厂商注册没有成功。`
        : rich`这条消息没有发起推送；7 天内这个应用有 ${losses} 次推送因设备没有上报 token 而丢失，这条可能是其中之一。`,
    remedy: remedies.token(on?.vendor ?? null),
  }),
  'certificate-mismatch': ({ answer, certificateId, reason, vendors: [ofCertificate, ofDevice] }) => ({
    message:
      reason === 'refused' && answer !== null
        ? rich`${answered(answer)}：token 和证书不属于同一个应用。`
        : reason === 'wrong-vendor'
          ? rich`设备上报的证书 ${code(certificateId ?? '')} 属于${ofCertificate === null ? '别的厂商' : after(vendors[ofCertificate])}，但 token 是${ofDevice === null ? '另一家' : after(spaced(vendors[ofDevice]))}的。`
          : rich`设备上报的证书 ${code(certificateId ?? '')} 不在我的配置里：控制台里已删除，或我的列表漏了它。`,
    remedy:
      reason === 'unknown-id'
        ? rich`请与控制台核对。如果证书还在，就加到配置的 ${code('certificates')} 里；如果已删除，旧版本应用仍在上报它，升级之前收不到推送。`
        : answer === null
          ? remedies.mismatch(ofDevice)
          : remedies.listed(answer, remedies.mismatch(answer.vendor)),
  }),
  'certificate-environment': ({ answer, certificateId, environment, proved }) => ({
    message: proved
      ? rich`APNs 在另一个环境里接受这个 token，而证书 ${code(certificateId ?? '')}${environment === null ? ' ' : `（${environment}）`}不属于那个环境：安装包的构建环境与证书不符。`
      : answer === null
        ? rich`设备使用的证书 ${code(certificateId ?? '')} 是开发环境证书，只适用于 Debug 包。`
        : rich`${answered(answer)}：token 与证书${certificateId === null ? '' : rich` ${code(certificateId)}${environment === null ? ' ' : ''}`}${environment === null ? '' : `（${environment}）`}属于 APNs 的不同环境，或 token 本来就无效。`,
    remedy: rich`Debug 包上报开发证书，TestFlight 和 App Store 包上报生产证书。请更正用户所用安装包里的证书 ID，并重新安装。`,
  }),
  'credential-rejected': ({ expiredAt, certificateId, ...answer }) => {
    const entry = entryOfAnswer(answer)
    // 厂商拒绝的是应用本身，密钥没有问题。
    if (entry?.kind === 'permission' || (entry !== null && OF_FIREBASE.has(entry.code)))
      return {
        message: rich`${answered(answer)}：${withoutStop(entry.zh.meaning)}。这个应用的${spaced(after(vendorName(answer.vendor)))}用户都收不到推送。`,
        remedy: [entry.zh.remedy],
      }
    return {
      message: rich`${answered(answer)}：不接受腾讯云控制台里的证书或密钥${certificateId === null ? '' : rich` ${code(certificateId)}`}${expiredAt === null ? '' : rich`，它在 ${relative(expiredAt)}已过期`}。用这张证书的人都收不到推送。`,
      remedy:
        expiredAt !== null || entry === null
          ? rich`请向厂商续期。${remedies.editCertificate}`
          : rich`${entry.zh.remedy}${remedies.editCertificate}`,
    }
  },
  'token-invalid': ({ flaws, ...answer }) => {
    const flaw = mainFlaw(flaws)
    return flaw === undefined
      ? {
          message: rich`${answered(answer)}：token 已失效。应用被卸载、数据被清除，或 token 已更换。`,
          remedy: ownsRemedy(answer, 'user')
            ? rich`${REGISTER_AGAIN}`
            : remedies.listed(answer, rich`${REGISTER_AGAIN}`),
        }
      : {
          message: rich`${pushTokens.registered(flaws)}${answer.code === null ? '' : rich`${answered(answer)}。`}`,
          remedy: pushTokens.remedy(flaw, answer.vendor),
        }
  },
  quota: (answer) => ({
    message: rich`${answered(answer)}：厂商的限额已用完。`,
    remedy: remedies.listed(answer, remedies.quota(answer.vendor)),
  }),
  'message-category': (answer) => ({
    message: rich`${answered(answer)}：这个应用不能使用该消息分类或通道。`,
    remedy: remedies.listed(answer, remedies.category(answer.vendor)),
  }),
  'content-rejected': (answer) => ({
    message: rich`${answered(answer)}：不接受这样的通知文字或格式。`,
    remedy: remedies.listed(answer, remedies.content(answer.vendor)),
  }),
  'vendor-outage': (answer) => ({
    message:
      entryOfAnswer(answer)?.owner === 'tencent'
        ? rich`${answered(answer)}：${withoutStop(entryOfAnswer(answer)?.zh.meaning ?? '')}。`
        : rich`${answered(answer)}：厂商服务或通往厂商的链路当时不可用。`,
    remedy: ownsRemedy(answer, 'vendor')
      ? rich`你们这边没有要改的。过几分钟再查，并看看厂商的服务状态页。`
      : remedies.listed(answer, rich`请过几分钟再查。`),
  }),
  'notification-off': ({ device: on }) => ({
    message: rich`${device(on)}关闭了该应用的通知。`,
    remedy: remedies.notifications(on.vendor),
  }),
  'vendor-not-delivered': ({ receipts, ...answer }) => ({
    message:
      answer.code === null
        ? rich`${spaced(vendorName(answer.vendor))}${ago(answer.at)}接受了上一次推送，但没有送达回执。${receipts ? '之前的推送有回执。' : '也许已经送达：这里从没有过该用户的送达回执。'}`
        : rich`${answered(answer)}，推送没有到达手机${answer.info === '' ? '' : `：${answer.info}`}。`,
    remedy: answer.code === null ? remedies.phone(answer.vendor) : remedies.listed(answer, remedies.unlisted),
  }),
  'no-background-report': ({ platforms, at }) => ({
    message: rich`${list(platforms)} 显示为 Online，但 ${moment(at)} 的消息既没有被打开，也没有推送：应用应该在后台，却没有上报。`,
    remedy: rich`应用进入后台时要调用 ${code('doBackground')}，回到前台时调用 ${code('doForeground')}。`,
  }),
  foreground: ({ platforms }) => ({
    message: rich`${platforms.length === 0 ? '用户' : `${list(platforms)} `}处于 Online${platforms.length === 0 ? '，服务端没有说明是哪个设备' : ''}。应用在前台时直接收消息，不推送；在后台时只有上报过才推送，服务端看不到这一点。断网要 400 秒后才会被发现。`,
    remedy: rich`请用户关掉应用后再查一次：状态应变为 PushOnline。如果当时在后台，那就是应用没有调用 ${code('doBackground')}。`,
  }),
  'rate-limited': ({ refusals, nothingSeen }) => ({
    message: nothingSeen
      ? rich`腾讯云暂时不接受更多查询：${each(refusals)}。`
      : rich`由于查询限频，有些情况没能查到：${each(refusals)}。`,
    remedy: refusals.every(({ endpoint }) => isVendor(endpoint))
      ? rich`请过一阵再查：超限后继续查询，有的厂商会降低应用的限额。`
      : rich`请等几秒再查。`,
  }),
  'upstream-unreachable': ({ refusals, nothingSeen }) => ({
    message: nothingSeen ? rich`什么也没能查到：${each(refusals)}。` : rich`未能核对，不作为依据：${each(refusals)}。`,
    remedy:
      firstRemedy(refusals) ??
      (refusals.every(({ endpoint }) => endpoint === 'store')
        ? rich`请一分钟后再查。如果一直这样，请机器人的维护者看一下它的日志。`
        : refusals.every(({ endpoint }) => isVendor(endpoint))
          ? rich`请一分钟后再查。如果一直这样，请确认这台机器能访问厂商的服务器，有的需要代理。`
          : refusals.some(isAnswered)
            ? rich`腾讯云拒绝了这项查询，原因见 ${lookUp(refusals)}。`
            : rich`请一分钟后再查。如果一直这样，请确认这台机器能访问腾讯云的 REST API。`),
  }),
}
