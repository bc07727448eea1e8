import type { Owner } from '../../finding.ts'
import type { CodeText } from '../entry.ts'

/** What a general code means in one particular call. */
interface Place {
  readonly code: string
  readonly form: RegExp
  readonly owner: Owner
  readonly en: CodeText
  readonly zh: CodeText
}

const LOGIN = /login|log in|logging in|sign ?in|登录|登陆/i
const REST = /\bv4\/|\brest\b|restapi|console\.tim\.qq\.com|im\.qcloud\.com|ActionStatus|openim|identifier=/i

export const places: readonly Place[] = [
  {
    code: '70402',
    form: LOGIN,
    owner: 'developer',
    en: {
      meaning: 'The parameters of the login are not valid.',
      cause: 'SDKAppID, UserID or UserSig is empty or has the wrong type, or the UserSig was signed with a wrong key.',
      remedy:
        'Log the SDKAppID, UserID and UserSig right before the login, and verify the UserSig with /usersig verify.',
    },
    zh: {
      meaning: '登录参数非法。',
      cause: 'SDKAppID、UserID 或 UserSig 为空或类型不对，或 UserSig 用错了密钥签发。',
      remedy: '在登录前打印 SDKAppID、UserID 和 UserSig，并用 /usersig verify 校验 UserSig。',
    },
  },
  {
    code: '6017',
    form: LOGIN,
    owner: 'developer',
    en: {
      meaning: 'The parameters of the login are not valid.',
      cause: 'The UserID or the UserSig that was passed to login is empty.',
      remedy: 'Log both right before the login; often the request to the own server had not come back yet.',
    },
    zh: {
      meaning: '登录参数无效。',
      cause: '传给 login 的 UserID 或 UserSig 为空。',
      remedy: '在登录前打印两者的值，常见原因是自家服务端的请求尚未返回。',
    },
  },
  {
    code: '6012',
    form: /offline ?push|push_?sound|离线推送|token/i,
    owner: 'developer',
    en: {
      meaning: 'The report of the push settings timed out.',
      cause: 'The network was slow or the connection was just being set up (old SDK).',
      remedy: 'Report the push token again once the login is done, and plan the update to the current SDK.',
    },
    zh: {
      meaning: '上报推送设置超时。',
      cause: '网络较慢或连接正在建立（旧版 SDK）。',
      remedy: '登录完成后重新上报推送 Token，并尽快升级到最新版 SDK。',
    },
  },
  {
    code: '70013',
    form: REST,
    owner: 'developer',
    en: {
      meaning: 'The identifier in the URL is not the one in the UserSig.',
      cause: 'A REST call needs the UserSig of the administrator in identifier, and got that of another account.',
      remedy: 'Sign for exactly the administrator account in identifier.',
    },
    zh: {
      meaning: 'URL 中的 identifier 与 UserSig 中的账号不一致。',
      cause: '调用 REST API 时 usersig 必须属于 identifier 中的管理员账号，实际用了其他账号的 UserSig。',
      remedy: '为 identifier 中的管理员账号签发 UserSig。',
    },
  },
]
