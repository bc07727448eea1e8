import type { Locale } from '../bot/texts/locale.ts'
import type { ConfigProblem } from './problem.ts'
import { formName, whereFound } from './secret-texts.ts'
import { yamlReason } from './yaml-reasons.ts'

type Sentence = (detail: string) => string

/** What is unusual about a value that has the form of nothing known. */
const ODD: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    'im-key': 'does not have the form of a SecretKey',
    'webhook-token': 'is too short for a token: anybody could guess it',
    'slack-bot': 'does not have the form of a bot token',
    'slack-app': 'does not have the form of an app-level token',
    'signing-secret': 'does not have the form of a signing secret',
    'discord-token': 'does not have the form of a Discord bot token',
  },
  zh: {
    'im-key': '不像 SecretKey',
    'webhook-token': '太短，不像 Token，很容易被猜到',
    'slack-bot': '不像机器人 token',
    'slack-app': '不像应用级 token',
    'signing-secret': '不像 signing secret',
    'discord-token': '不像 Discord 机器人 token',
  },
}

const en = {
  missing: () => 'is missing. Set it.',
  'missing-secret': () => 'is missing. Set it, or name a file that holds it under the same key with "File" at its end.',
  unknown: (near: string) => `is not a key I know. ${near === '' ? 'Remove it.' : `Did you mean ${near}?`}`,
  variable: (name: string) =>
    `takes the environment variable ${name}, which is not set. Set it, or give a default: \${${name}:-default}.`,
  twice: (name: string) => `is given twice, as ${name} and as ${name}File. Keep one.`,
  file: (reason: string) => `names a file that cannot be read (${reason}). Check the path and its permissions.`,
  yaml: (detail: string) => {
    const { line, reason } = yamlReason(detail, 'en')
    return `is not valid YAML, line ${line}. ${reason ?? 'Fix that line.'}`
  },
  misplaced: (place: string) => `does not belong at the top level. Move it to ${place}.`,
  'id-and-key': () => 'and secretKey are swapped: this is the SecretKey. Swap them.',
  'key-and-id': () => 'and sdkAppId are swapped: this is the SDKAppID. Swap them.',
  'id-is-key': () =>
    'holds a SecretKey. Set it to the SDKAppID (8 or 10 digits) that the Chat console shows beside the name of the app.',
  'key-as-number': () => 'was read by YAML as a number, as it starts with 0x. Put it in quotes, without 0x.',
  'webhook-form': () => 'must be a mapping. Write webhook: { token: … }.',
  'region-near': (region: string) => `is not a region I know. Did you mean ${region}?`,
  'not-a-mapping': () => 'must be a mapping of keys to values at its top.',
  text: () => 'must be a text. Put it in quotes.',
  empty: () => 'is empty. Give it a value, or remove the key.',
  url: () => 'must be a URL that starts with https:// or http://.',
  duration: () => 'must be a duration, such as 180d or 12h.',
  number: () => 'must be a whole number.',
  'at-least': (limit: string) => `must be at least ${limit}.`,
  'at-most': (limit: string) => `must be at most ${limit}.`,
  'one-of': (values: string) => `must be one of: ${values}.`,
  date: () => 'must be a date, such as 2027-01-01.',
  list: () => 'must be a list.',
  object: () => 'must be a mapping of keys to values.',
  members: () => 'must be "everyone", or hold slack: { users, usergroups } and discord: { users, roles }.',
  apps: () => 'must hold at least one app, as a mapping from its name to its keys.',
  'app-name': () => 'has an app whose name is not made of letters, digits, "-", "_" and ".", at most 64.',
  'when-invalid': () =>
    'is no time that I can read. Write "every weekday 09:00", "every monday 10:00", "every 2 hours", or cron with five fields.',
  'when-never': () => 'is a time that never comes. Correct the day or the month.',
  'when-too-often': () => 'comes more often than every five minutes. Choose a longer time.',
  zone: (near: string) => `is no time zone. Write one such as ${near === '' ? 'Asia/Shanghai' : near}.`,
  'zone-offset': () => 'is an offset, which knows no summer time. Write a time zone, such as Asia/Shanghai.',
  channel: () =>
    'is no channel that I can read. Write "slack:C012AB3CD", "discord:112233445566778899", or "slack:#push-ops".',
  'channel-platform': (platform: string) =>
    `is a channel of ${platform}, which is not configured. Configure it, or name another.`,
  'channel-which': () =>
    'names a channel, and both Slack and Discord are configured. Write the platform before it: "slack:#push-ops".',
  'other-secret': (detail: string) => {
    const [form = '', role = ''] = detail.split(',')
    return `looks like ${formName(form, 'en')}. ${whereFound(role, 'en')}`
  },
  swapped: (detail: string) => {
    const [role = '', other = ''] = detail.split(',')
    return `is swapped with ${other}: each holds the token of the other. ${whereFound(role, 'en')}`
  },
  placeholder: (role: string) => `still holds a placeholder. ${whereFound(role, 'en')}`,
  reference: (role: string) =>
    `holds a reference that was not replaced. In this file only \${NAME} is replaced. ${whereFound(role, 'en')}`,
  quoted: (role: string) =>
    `has quotation marks as part of its value, as docker --env-file keeps them. Remove them. ${whereFound(role, 'en')}`,
  'odd-secret': (role: string) => `${ODD.en[role] ?? 'looks unusual'}. ${whereFound(role, 'en')}`,
  'key-length': (length: string) => `has ${length} hexadecimal digits, and a SecretKey has 64. Copy it again, whole.`,
  'key-capitals': () =>
    'has capital letters. Tencent shows SecretKeys in small letters, and case matters. Copy it again as shown.',
  'key-twice': (key: string) => `is the same as ${key}. Remove it here.`,
  'key-of-other-app': (key: string) =>
    `is the same as ${key}, and each SDKAppID has a SecretKey of its own. Check both.`,
  'same-secret': (key: string) => `is the same as ${key}. One of them is probably in the wrong place: check both.`,
  'account-app-id': () =>
    'looks like the APPID of the Tencent Cloud account (ten digits, 125… or 13…), not an SDKAppID. The Chat console lists the SDKAppID beside the name of the app.',
  'region-international': () =>
    'is china, and an SDKAppID of eight digits (20…) usually belongs to an app of the international site. Set region to the data centre that the Chat console shows, such as singapore. If it is right, ignore this.',
  'region-mainland': (region: string) =>
    `is ${region}, and an SDKAppID of ten digits (14…, 16…) usually belongs to an app in mainland China. Compare with the data centre that the Chat console shows. If it is right, ignore this.`,
  misnamed: () =>
    'is not read: the file must be called im-doctor.yaml. Rename it, or name it with --config or IM_DOCTOR_CONFIG.',
  elsewhere: () =>
    'is not read: only im-doctor.yaml in the folder where the program starts is. Start it there, or name the file with --config or IM_DOCTOR_CONFIG.',
  'empty-variable': () => 'is set, but empty, so it names no file. Set it to the path of im-doctor.yaml, or unset it.',
  'empty-option': () => 'is empty. Name a file, or leave the option out.',
  'near-variable': (name: string) => `is not read. Did you mean ${name}?`,
  unused: () => 'is not used: no app is configured. Set IM_SDK_APP_ID and IM_SECRET_KEY, or write im-doctor.yaml.',
  'public-key': () => 'does not hold a PEM public key ("BEGIN PUBLIC KEY").',
  'default-app': (names: string) => `names no configured app. There are: ${names}.`,
  'choose-default-app': (names: string) => `is missing, and there are several apps. Set it to one of: ${names}.`,
  'same-app': (name: string) =>
    `has the same SDKAppID as the app ${name}. Each app stands here once; old keys go to previousSecretKeys.`,
  'needs-socket': () => 'is missing: mode "socket" takes an app-level token (xapp-…, scope connections:write).',
  'needs-http': () => 'is missing: mode "http" takes the signing secret of the Slack app.',
  store: () => 'must be a folder (a path such as ./data), or postgres://user:password@host:5432/database.',
  'store-postgres': () => 'is not a valid Postgres URL. Write postgres://user:password@host:5432/database.',
  'store-quoted': () => 'has quotation marks as part of its value, as docker --env-file keeps them. Remove them.',
  'store-home': () => 'starts with ~, which only a shell replaces. Write the whole path.',
  'postgres-url': () =>
    'is not a URL that can be read. Write postgres://user:password@host:5432/database, special characters of the password as %XX.',
  'credential-form': (forms: string) => `has not the form of this vendor's credentials: ${forms}.`,
  'credential-key': (forms: string) => `has no place in this credential. The form is: ${forms}. Remove it.`,
  'credential-id': () =>
    'must be an id of letters, digits, "-", "_", "." and ":", at most 128. Copy it from the vendor\'s console.',
  digits: () => "must be digits only, at most 64. Copy it from the vendor's console.",
  'ten-characters': () => 'must be ten capital letters and digits. Copy it from the Apple developer account.',
  'secret-blanks': () => 'has blanks or other characters in it that no such secret has. Copy it anew.',
  'secret-twice': (key: string) => `is the same as ${key}. One of them is in the wrong place: copy both anew.`,
  'short-token': (least: string) => `is too short: at least ${least} characters. Make one with: openssl rand -hex 32`,
  p8: () => "does not hold a key of Apple's (.p8: PEM, elliptic curve P-256). Download it anew, or use a new key.",
  'key-id-file': (id: string) =>
    `is not the ID in the name of the key's file, ${id}. Set it to that, or name the right file.`,
  'needs-environment': () =>
    'is missing, and neither a .p8 key nor a certificate for both tells it. Set it to production or development.',
  'needs-topic': () => 'is missing, and the certificate names no app. Set it to the bundle ID.',
  p12: () => 'does not hold a .p12 that can be read. Export certificate and key together anew, with a password.',
  'p12-protected': () => 'is missing, and the .p12 needs one. Set it, or name a file that holds it as passwordFile.',
  'p12-password': () => 'does not open the .p12. Set the password it was exported with.',
  'p12-no-certificate': () => 'holds no certificate. Export certificate and key together.',
  'p12-no-key': () => 'holds no private key that can be read. Export certificate and key together.',
  'pem-certificate': () =>
    'does not hold a PEM certificate ("BEGIN CERTIFICATE"). Convert it with: openssl x509 -inform der',
  'pem-key': () => 'does not hold a PEM private key that can be read ("BEGIN PRIVATE KEY").',
  'pem-protected': () =>
    'is missing, and the private key needs one. Set it, or name a file that holds it as passwordFile.',
  'pem-password': () => 'does not open the private key. Set the right one.',
  'key-mismatch': () =>
    'holds a private key that does not belong to the certificate. Give the key the certificate was made with.',
  'signs-apps': () => 'holds a certificate that signs apps. Here belongs an Apple Push Services certificate.',
  'certificate-topic': (topic: string) =>
    `is not the app of the certificate, ${topic}. Leave it out, or name the right certificate.`,
  'certificate-environment': (environment: string) =>
    `contradicts the certificate, which is for ${environment}. Set it to that, or name the right certificate.`,
  'certificate-end': (date: string) => `contradicts the certificate, which ends on ${date}. Leave it out.`,
  'not-json': () => 'does not hold JSON. Give the key file of a service account as it was downloaded.',
  'app-file': (file: string) =>
    `is ${file}, which is built into the app. Here belongs the key file of a service account.`,
  'other-service-account': () =>
    "is no key file of a service account of this vendor. Check the certificate's vendor, or name the right file.",
  'service-account': (members: string) =>
    `lacks, or has in a wrong form: ${members}. Download the key file of the service account anew.`,
  'rsa-key': () =>
    'has a private_key that is not a readable RSA key. Download the key file of the service account anew.',
} satisfies Record<string, Sentence>

type Code = keyof typeof en

const zh: Readonly<Record<Code, Sentence>> = {
  missing: () => '缺失。请设置。',
  'missing-secret': () => '缺失。请设置，或用同名加 "File" 的键指定存放它的文件。',
  unknown: (near) => `不是已知的键。${near === '' ? '请删除。' : `是想写 ${near} 吗？`}`,
  variable: (name) => `引用了环境变量 ${name}，但它没有设置。请设置，或给出默认值：\${${name}:-默认值}。`,
  twice: (name) => `给了两次：${name} 和 ${name}File。请只留一个。`,
  file: (reason) => `指定的文件无法读取（${reason}）。请检查路径和权限。`,
  yaml: (detail) => {
    const { line, reason } = yamlReason(detail, 'zh')
    return `不是合法的 YAML，第 ${line} 行${reason === null ? '。请改正那一行。' : `：${reason}`}`
  },
  misplaced: (place) => `不应放在最外层，请移到 ${place}。`,
  'id-and-key': () => '与 secretKey 填反了：这里是 SecretKey。请对调。',
  'key-and-id': () => '与 sdkAppId 填反了：这里是 SDKAppID。请对调。',
  'id-is-key': () => '填成了 SecretKey。请填写即时通信 IM 控制台中应用名称旁的 SDKAppID（8 位或 10 位数字）。',
  'key-as-number': () => '以 0x 开头，被 YAML 读成了数字。请去掉 0x 并加引号。',
  'webhook-form': () => '必须是“键: 值”的形式，请写成 webhook: { token: … }。',
  'region-near': (region) => `不是已知的地区。是想写 ${region} 吗？`,
  'not-a-mapping': () => '最外层必须是“键: 值”的形式。',
  text: () => '必须是文本，请加引号。',
  empty: () => '是空的。请填写，或删除这个键。',
  url: () => '必须是以 https:// 或 http:// 开头的 URL。',
  duration: () => '必须是时长，例如 180d 或 12h。',
  number: () => '必须是整数。',
  'at-least': (limit) => `不能小于 ${limit}。`,
  'at-most': (limit) => `不能大于 ${limit}。`,
  'one-of': (values) => `必须是以下之一：${values}。`,
  date: () => '必须是日期，例如 2027-01-01。',
  list: () => '必须是列表。',
  object: () => '必须是“键: 值”的形式。',
  members: () => '必须是 "everyone"，或包含 slack: { users, usergroups } 和 discord: { users, roles }。',
  apps: () => '至少要有一个应用，写成“名称: 各项设置”的形式。',
  'app-name': () => '中有应用的名称不合法：只能由字母、数字、"-"、"_"、"." 组成，最多 64 个字符。',
  'when-invalid': () => '不是能看懂的时间。可写“每个工作日 09:00”、“每周一 10:00”、“每2小时”，或五段 cron 表达式。',
  'when-never': () => '是永远不会到来的时间。请改正日期或月份。',
  'when-too-often': () => '比每五分钟一次还频繁。请放宽。',
  zone: (near) => `不是时区。可写 ${near === '' ? 'Asia/Shanghai' : near} 这样的名称。`,
  'zone-offset': () => '是时差，不含夏令时。请写时区名称，例如 Asia/Shanghai。',
  channel: () => '不是能看懂的频道。可写 "slack:C012AB3CD"、"discord:112233445566778899" 或 "slack:#push-ops"。',
  'channel-platform': (platform) => `是 ${platform} 的频道，而它没有配置。请先配置，或换一个频道。`,
  'channel-which': () => '是频道名称，而 Slack 和 Discord 都已配置。请写明平台："slack:#push-ops"。',
  'other-secret': (detail) => {
    const [form = '', role = ''] = detail.split(',')
    return `看起来是${formName(form, 'zh').replace(/^(?=[A-Za-z0-9])/, ' ')}。${whereFound(role, 'zh')}`
  },
  swapped: (detail) => {
    const [role = '', other = ''] = detail.split(',')
    return `与 ${other} 填反了。${whereFound(role, 'zh')}`
  },
  placeholder: (role) => `还是占位符。${whereFound(role, 'zh')}`,
  reference: (role) => `是没有被替换的变量引用。配置文件里只替换 \${NAME}。${whereFound(role, 'zh')}`,
  quoted: (role) => `的值里带着引号（docker --env-file 会原样保留引号）。请去掉引号。${whereFound(role, 'zh')}`,
  'odd-secret': (role) => `${ODD.zh[role] ?? '看起来不寻常'}。${whereFound(role, 'zh')}`,
  'key-length': (length) => `有 ${length} 位十六进制，而 SecretKey 是 64 位。请重新完整复制。`,
  'key-capitals': () => '含有大写字母。腾讯云的 SecretKey 是小写，且区分大小写。请按控制台显示重新复制。',
  'key-twice': (key) => `与 ${key} 相同。请删除这一个。`,
  'key-of-other-app': (key) => `与 ${key} 相同，而每个 SDKAppID 都有自己的 SecretKey。请核对两者。`,
  'same-secret': (key) => `与 ${key} 相同，可能有一个填错了位置。请核对两者。`,
  'account-app-id': () =>
    '看起来是腾讯云账号的 APPID（10 位，125… 或 13… 开头），不是 SDKAppID。SDKAppID 在即时通信 IM 控制台的应用名称旁。',
  'region-international': () =>
    '是 china，而 8 位 SDKAppID（20… 开头）通常属于国际站应用。请把 region 设为控制台显示的数据中心，例如 singapore。如果确认无误，可忽略。',
  'region-mainland': (region) =>
    `是 ${region}，而 10 位 SDKAppID（14…、16… 开头）通常属于中国大陆的应用。请与控制台显示的数据中心核对。如果确认无误，可忽略。`,
  misnamed: () => '没有被读取：文件名必须是 im-doctor.yaml。请改名，或用 --config、IM_DOCTOR_CONFIG 指定。',
  elsewhere: () =>
    '没有被读取：只读取程序启动目录下的 im-doctor.yaml。请在该目录启动，或用 --config、IM_DOCTOR_CONFIG 指定。',
  'empty-variable': () => '已设置但为空，没有指定任何文件。请设为 im-doctor.yaml 的路径，或取消设置。',
  'empty-option': () => '是空的。请指定文件，或去掉这个选项。',
  'near-variable': (name) => `不会被读取。是想写 ${name} 吗？`,
  unused: () => '没有用到：没有配置任何应用。请设置 IM_SDK_APP_ID 和 IM_SECRET_KEY，或编写 im-doctor.yaml。',
  'public-key': () => '里面没有 PEM 公钥（"BEGIN PUBLIC KEY"）。',
  'default-app': (names) => `不是已配置的应用。可选：${names}。`,
  'choose-default-app': (names) => `缺失，而应用不止一个。请设为以下之一：${names}。`,
  'same-app': (name) => `与应用 ${name} 的 SDKAppID 相同。同一个应用只写一次，旧密钥放进 previousSecretKeys。`,
  'needs-socket': () => '缺失：socket 模式需要应用级 token（xapp-…，权限 connections:write）。',
  'needs-http': () => '缺失：http 模式需要 Slack 应用的 signing secret。',
  store: () => '必须是一个文件夹（路径，例如 ./data），或 postgres://user:password@host:5432/database。',
  'store-postgres': () => '不是有效的 Postgres 地址。请写成 postgres://user:password@host:5432/database。',
  'store-quoted': () => '的值里带着引号（docker --env-file 会原样保留引号）。请去掉引号。',
  'store-home': () => '以 ~ 开头，而 ~ 只有 shell 才会展开。请写完整路径。',
  'postgres-url': () =>
    '不是可读取的地址。请写成 postgres://user:password@host:5432/database，密码中的特殊字符写成 %XX。',
  'credential-form': (forms) => `不是该厂商凭证的格式，应为：${forms}。`,
  'credential-key': (forms) => `不属于这个凭证，格式应为：${forms}。请删除。`,
  'credential-id': () => '必须是由字母、数字、"-"、"_"、"."、":" 组成的 ID，最多 128 个字符。请从厂商控制台复制。',
  digits: () => '只能是数字，最多 64 位。请从厂商控制台复制。',
  'ten-characters': () => '必须是 10 位大写字母和数字。请从 Apple 开发者账号复制。',
  'secret-blanks': () => '中有空格或密钥不会有的其他字符。请重新复制。',
  'secret-twice': (key) => `与 ${key} 相同，其中一个填错了位置。请重新复制两者。`,
  'short-token': (least) => `太短，至少 ${least} 个字符。可用此命令生成：openssl rand -hex 32`,
  p8: () => '不是 Apple 的密钥（.p8：PEM，椭圆曲线 P-256）。请重新下载，或换一个新密钥。',
  'key-id-file': (id) => `与密钥文件名中的 ID ${id} 不同。请改成它，或指定正确的文件。`,
  'needs-environment': () => '缺失，.p8 密钥和通用证书都看不出环境。请设为 production 或 development。',
  'needs-topic': () => '缺失，证书里也没有应用。请设为 Bundle ID。',
  p12: () => '不是可读取的 .p12。请重新导出：证书和私钥一起，并设密码。',
  'p12-protected': () => '缺失，而 .p12 有密码。请设置，或用 passwordFile 指定存放它的文件。',
  'p12-password': () => '打不开 .p12。请填写导出时的密码。',
  'p12-no-certificate': () => '里面没有证书。请把证书和私钥一起导出。',
  'p12-no-key': () => '里面没有可读取的私钥。请把证书和私钥一起导出。',
  'pem-certificate': () => '里面没有 PEM 证书（"BEGIN CERTIFICATE"）。可用此命令转换：openssl x509 -inform der',
  'pem-key': () => '里面没有可读取的 PEM 私钥（"BEGIN PRIVATE KEY"）。',
  'pem-protected': () => '缺失，而私钥有密码。请设置，或用 passwordFile 指定存放它的文件。',
  'pem-password': () => '打不开私钥。请填写正确的密码。',
  'key-mismatch': () => '里面的私钥与证书不匹配。请使用生成该证书时的私钥。',
  'signs-apps': () => '里面是应用签名证书。这里要用 Apple Push Services 推送证书。',
  'certificate-topic': (topic) => `与证书的应用 ${topic} 不同。请删除这个键，或指定正确的证书。`,
  'certificate-environment': (environment) => `与证书矛盾，证书的环境是 ${environment}。请改成它，或指定正确的证书。`,
  'certificate-end': (date) => `与证书矛盾，证书的到期日是 ${date}。请删除这个键。`,
  'not-json': () => '不是 JSON。请使用下载的服务账号密钥文件原文。',
  'app-file': (file) => `是 ${file}，它应放进应用里。这里要用服务账号的密钥文件。`,
  'other-service-account': () => '不是该厂商的服务账号密钥文件。请检查证书的 vendor，或指定正确的文件。',
  'service-account': (members) => `缺少以下字段，或其格式不对：${members}。请重新下载服务账号的密钥文件。`,
  'rsa-key': () => '中的 private_key 不是可读取的 RSA 私钥。请重新下载服务账号的密钥文件。',
}

const SENTENCES: Readonly<Record<Locale, Readonly<Record<Code, Sentence>>>> = { en, zh }

const isCode = (code: string): code is Code => Object.hasOwn(en, code)

/** `apps.prod.secretKey is missing. Set it; …` */
export function problemSentence({ key, problem }: ConfigProblem, locale: Locale): string {
  const [, code = '', detail = ''] = /^([\w-]+)(?::([\s\S]*))?$/.exec(problem) ?? []
  return `${key} ${isCode(code) ? SENTENCES[locale][code](detail) : problem}`
}
