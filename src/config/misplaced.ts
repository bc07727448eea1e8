import { closest } from '../bot/words/closest.ts'

/** Keys of an app, by what people call them elsewhere. */
const ALIASES: Readonly<Record<string, string>> = {
  appid: 'sdkAppId',
  sdkid: 'sdkAppId',
  imappid: 'sdkAppId',
  id: 'sdkAppId',
  key: 'secretKey',
  secret: 'secretKey',
  appkey: 'secretKey',
  appsecret: 'secretKey',
  imkey: 'secretKey',
  admin: 'administrator',
  identifier: 'administrator',
  endpoint: 'baseUrl',
  domain: 'baseUrl',
  callback: 'webhook',
  callbacktoken: 'webhook',
  webhooktoken: 'webhook',
}

const OF_APP =
  'sdkAppId secretKey secretKeyFile previousSecretKeys publicKeyFile administrator region baseUrl push webhook registry certificates maxTtl'
const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['apps.<name>', OF_APP.split(' ')],
  ['slack', ['botToken', 'appToken', 'signingSecret', 'mode']],
  ['discord', ['applicationId', 'guildIds']],
  ['http', ['port', 'host']],
  ['log', ['level']],
]

/** What is probably meant by a key that is not known; `keys`: all there are. */
export function unknownKey(path: string, name: string, keys: readonly string[]): string {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '')
  const alias = /^apps\.[^.]+$/.test(path) && Object.hasOwn(ALIASES, bare) ? ALIASES[bare] : undefined
  if (alias !== undefined) return `unknown:${alias}`
  const near = closest(name, keys, 1)[0] ?? ''
  const section = SECTIONS.find(([, inside]) => inside.includes(near))?.[0]
  return path === '' && section !== undefined ? `misplaced:${section}.${near}` : `unknown:${near}`
}

/** What people call the regions. */
const REGION_NAMES: readonly (readonly [string, RegExp])[] = [
  ['china', /^(?:cn|prc|mainland|domestic|ap-(?:guangzhou|shanghai|beijing|nanjing|chengdu)|中国|国内|大陆)/],
  ['singapore', /^(?:sg|sgp|ap-singapore|新加坡)/],
  ['seoul', /^(?:kr|kor|ap-seoul|south.?korea|首尔|韩国)/],
  ['tokyo', /^(?:jp|jpn|japan|ap-tokyo|东京|日本)/],
  ['frankfurt', /^(?:de|ger|eu|germany|eu-frankfurt|europe|法兰克福|德国|欧洲)/],
  ['siliconvalley', /^(?:us|usa|na|america|silicon|na-siliconvalley|硅谷|美国)/],
  ['jakarta', /^(?:id|idn|indonesia|ap-jakarta|雅加达|印尼)/],
  ['riyadh', /^(?:sa|ksa|saudi|me-|利雅得|沙特)/],
]

/** The region that is probably meant; empty: none. */
export function nearRegion(given: string, regions: readonly string[]): string {
  const text = given.trim().toLowerCase()
  const whole = regions.find((region) => region === text.replace(/[^a-z]/g, ''))
  return whole ?? closest(text, regions, 1)[0] ?? REGION_NAMES.find(([, names]) => names.test(text))?.[0] ?? ''
}
