import type { Locale } from '../bot/texts/locale.ts'
import type { ConfigProblem } from './problem.ts'

type Sentence = (detail: string) => string

const en = {
  missing: () => 'is missing. Set it.',
  'missing-secret': () => 'is missing. Set it, or name a file that holds it under the same key with "File" at its end.',
  unknown: (near: string) => `is not a key I know. ${near === '' ? 'Remove it.' : `Did you mean ${near}?`}`,
  variable: (name: string) =>
    `takes the environment variable ${name}, which is not set. Set it, or give a default: \${${name}:-default}.`,
  twice: (name: string) => `is given twice, as ${name} and as ${name}File. Keep one.`,
  file: (reason: string) => `names a file that cannot be read (${reason}). Check the path and its permissions.`,
  yaml: (line: string) => `is not valid YAML, line ${line}. Fix that line.`,
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
  reports: () => 'are not available yet. Leave the list empty.',
  'bot-token': () => 'is an app-level token; here belongs the bot token, which starts with xoxb-.',
  'app-token': () => 'is a bot token; here belongs the app-level token, which starts with xapp-.',
  'public-key': () => 'does not hold a PEM public key ("BEGIN PUBLIC KEY").',
  'default-app': (names: string) => `names no configured app. There are: ${names}.`,
  'choose-default-app': (names: string) => `is missing, and there are several apps. Set it to one of: ${names}.`,
  'same-app': (name: string) =>
    `has the same SDKAppID as the app ${name}. Each app stands here once; old keys go to previousSecretKeys.`,
  'needs-socket': () => 'is missing: mode "socket" takes an app-level token (xapp-…, scope connections:write).',
  'needs-http': () => 'is missing: mode "http" takes the signing secret of the Slack app.',
  store: () => 'must be a folder, or postgres://… for several replicas.',
} satisfies Record<string, Sentence>

type Code = keyof typeof en

const zh: Readonly<Record<Code, Sentence>> = {
  missing: () => '缺失。请设置。',
  'missing-secret': () => '缺失。请设置，或用同名加 "File" 的键指定存放它的文件。',
  unknown: (near) => `不是已知的键。${near === '' ? '请删除。' : `是想写 ${near} 吗？`}`,
  variable: (name) => `引用了环境变量 ${name}，但它没有设置。请设置，或给出默认值：\${${name}:-默认值}。`,
  twice: (name) => `给了两次：${name} 和 ${name}File。请只留一个。`,
  file: (reason) => `指定的文件无法读取（${reason}）。请检查路径和权限。`,
  yaml: (line) => `不是合法的 YAML，第 ${line} 行。请改正那一行。`,
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
  reports: () => '暂不可用，请保持列表为空。',
  'bot-token': () => '填的是应用级 token；这里要填以 xoxb- 开头的机器人 token。',
  'app-token': () => '填的是机器人 token；这里要填以 xapp- 开头的应用级 token。',
  'public-key': () => '里面没有 PEM 公钥（"BEGIN PUBLIC KEY"）。',
  'default-app': (names) => `不是已配置的应用。可选：${names}。`,
  'choose-default-app': (names) => `缺失，而应用不止一个。请设为以下之一：${names}。`,
  'same-app': (name) => `与应用 ${name} 的 SDKAppID 相同。同一个应用只写一次，旧密钥放进 previousSecretKeys。`,
  'needs-socket': () => '缺失：socket 模式需要应用级 token（xapp-…，权限 connections:write）。',
  'needs-http': () => '缺失：http 模式需要 Slack 应用的 signing secret。',
  store: () => '必须是一个文件夹；多副本时为 postgres://…。',
}

const SENTENCES: Readonly<Record<Locale, Readonly<Record<Code, Sentence>>>> = { en, zh }

const isCode = (code: string): code is Code => Object.hasOwn(en, code)

/** `apps.prod.secretKey is missing. Set it; …` */
export function problemSentence({ key, problem }: ConfigProblem, locale: Locale): string {
  const [, code = '', detail = ''] = /^([\w-]+)(?::([\s\S]*))?$/.exec(problem) ?? []
  return `${key} ${isCode(code) ? SENTENCES[locale][code](detail) : problem}`
}
