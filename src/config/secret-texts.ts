import type { Locale } from '../bot/texts/locale.ts'
import type { SecretRole } from './check-secrets.ts'
import type { SecretForm } from './secret-forms.ts'

type Named = SecretForm | 'sdk-app-id'

/** What a value looks like, after "looks like". */
const FORMS: Readonly<Record<Locale, Readonly<Record<Named, string>>>> = {
  en: {
    'slack-bot': 'a Slack bot token (xoxb-…)',
    'slack-rotated': 'a Slack bot token that expires within 12 hours (xoxe.xoxb-…, token rotation)',
    'slack-user': 'a Slack user token (xoxp-…)',
    'slack-refresh': 'a Slack refresh token (xoxe-…)',
    'slack-session': 'a token of a Slack browser session (xoxc-…, xoxd-…)',
    'slack-app': 'a Slack app-level token (xapp-…)',
    'slack-legacy': 'a legacy Slack token (xoxa-…, xoxr-…)',
    'slack-signing': '32 hexadecimal digits, such as a Slack signing secret or an MD5',
    'slack-verification': "Slack's old verification token",
    'slack-webhook': 'the URL of a Slack incoming webhook',
    'discord-bot': 'a Discord bot token',
    'discord-user': 'the token of a Discord user account',
    'discord-client': 'the client secret of a Discord application',
    'discord-public-key': 'the public key of a Discord application',
    'discord-webhook': 'the URL of a Discord webhook',
    snowflake: 'a Discord ID, such as the application ID',
    'im-key': 'the SecretKey of a Chat app (64 hexadecimal digits)',
    'cloud-id': 'a SecretId of the cloud API (AKID…), which belongs to the Tencent Cloud account and not to the app',
    'cloud-key':
      'a SecretKey of the cloud API (32 characters), which belongs to the Tencent Cloud account and not to the app',
    usersig: 'a UserSig, which is made with the key',
    jwt: 'a JSON Web Token',
    'private-key': 'a private key (PEM)',
    'public-key': 'a public key or certificate (PEM)',
    url: 'a URL',
    assignment: 'a name and its value together ("KEY=…")',
    scheme: 'a whole header value ("Bearer …", "Bot …")',
    'other-service': 'a key of another service',
    'sdk-app-id': 'the SDKAppID itself',
  },
  zh: {
    'slack-bot': 'Slack 机器人 token（xoxb-…）',
    'slack-rotated': '启用轮换后 12 小时即过期的 Slack 机器人 token（xoxe.xoxb-…）',
    'slack-user': 'Slack 用户 token（xoxp-…）',
    'slack-refresh': 'Slack 刷新 token（xoxe-…）',
    'slack-session': 'Slack 浏览器会话的 token（xoxc-…、xoxd-…）',
    'slack-app': 'Slack 应用级 token（xapp-…）',
    'slack-legacy': 'Slack 旧版 token（xoxa-…、xoxr-…）',
    'slack-signing': '32 位十六进制，例如 Slack 的 signing secret 或 MD5',
    'slack-verification': 'Slack 旧的 verification token',
    'slack-webhook': 'Slack incoming webhook 的地址',
    'discord-bot': 'Discord 机器人 token',
    'discord-user': 'Discord 用户账号的 token',
    'discord-client': 'Discord 应用的 client secret',
    'discord-public-key': 'Discord 应用的 public key',
    'discord-webhook': 'Discord webhook 的地址',
    snowflake: 'Discord 的 ID，例如 application ID',
    'im-key': 'IM 应用的 SecretKey（64 位十六进制）',
    'cloud-id': '云 API 的 SecretId（AKID…），属于腾讯云账号，不属于 IM 应用',
    'cloud-key': '云 API 的 SecretKey（32 位），属于腾讯云账号，不属于 IM 应用',
    usersig: 'UserSig，它是用密钥生成的结果',
    jwt: 'JWT',
    'private-key': '私钥（PEM）',
    'public-key': '公钥或证书（PEM）',
    url: '网址',
    assignment: '名称和值写在了一起（“KEY=…”）',
    scheme: '整个请求头的内容（“Bearer …”、“Bot …”）',
    'other-service': '其他服务的密钥',
    'sdk-app-id': 'SDKAppID',
  },
}

const ROLES: Readonly<Record<Locale, Readonly<Record<SecretRole, string>>>> = {
  en: {
    'im-key':
      'Set it to the SecretKey of this app (64 hexadecimal digits): Chat console → the app → Basic configuration → Basic information → Display key.',
    'webhook-token':
      'Set it to the token that the Chat console shows for this app: Webhook configuration → authentication.',
    'registry-token': "Make one with: openssl rand -hex 32, and give the same one to the app's server.",
    'slack-bot': 'Set it to the Bot User OAuth Token (xoxb-…): api.slack.com/apps → the app → OAuth & Permissions.',
    'slack-app':
      'Set it to an app-level token (xapp-…) with the scope connections:write: api.slack.com/apps → the app → Basic Information → App-Level Tokens.',
    'signing-secret':
      'Set it to the Signing Secret (32 hexadecimal digits): api.slack.com/apps → the app → Basic Information → App Credentials.',
    'discord-token':
      'Set it to the bot token (three parts with dots): Discord Developer Portal → the application → Bot → Reset Token.',
    'vendor-secret': "Copy it from the vendor's console.",
  },
  zh: {
    'im-key': '请填写该应用的 SecretKey（64 位十六进制）：即时通信 IM 控制台 → 应用 → 基础配置 → 基本信息 → 显示密钥。',
    'webhook-token': '请填写即时通信 IM 控制台中该应用“回调配置”里的鉴权 Token。',
    'registry-token': '可用此命令生成：openssl rand -hex 32，并交给业务服务器使用同一个值。',
    'slack-bot': '请填写 Bot User OAuth Token（xoxb-…）：api.slack.com/apps → 应用 → OAuth & Permissions。',
    'slack-app':
      '请填写带 connections:write 权限的应用级 token（xapp-…）：api.slack.com/apps → 应用 → Basic Information → App-Level Tokens。',
    'signing-secret':
      '请填写 Signing Secret（32 位十六进制）：api.slack.com/apps → 应用 → Basic Information → App Credentials。',
    'discord-token': '请填写机器人 token（用点分成三段）：Discord Developer Portal → 应用 → Bot → Reset Token。',
    'vendor-secret': '请从厂商控制台复制。',
  },
}

const own = <Value>(values: Readonly<Record<string, Value>>, key: string): Value | '' =>
  Object.hasOwn(values, key) ? (values[key] ?? '') : ''

/** What a value looks like; empty where there is no such form. */
export const formName = (form: string, locale: Locale): string => own(FORMS[locale], form)

/** Where the right value is found; empty where there is no such role. */
export const whereFound = (role: string, locale: Locale): string => own(ROLES[locale], role)
