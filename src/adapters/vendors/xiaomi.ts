import type { Secret } from '../../diagnostics/secret.ts'
import type { XiaomiSecret } from '../../diagnostics/vendors/credential.ts'
import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'
import { accepted } from './accepted.ts'
import { cutText } from './cut-text.ts'
import { postForm } from './post-form.ts'
import type { VendorDriver } from './vendor-driver.ts'
import type { HttpAnswer, VendorHttp } from './vendor-http.ts'
import { readXiaomi } from './xiaomi/read-xiaomi.ts'
import { regidStanding } from './xiaomi/regid-standing.ts'

const HOSTS: Readonly<Record<XiaomiSecret['region'], string>> = {
  china: 'https://api.xmpush.xiaomi.com',
  global: 'https://api.xmpush.global.xiaomi.com',
  russia: 'https://ru-api.xmpush.global.xiaomi.com',
  india: 'https://idmb-api.xmpush.global.xiaomi.com',
  france: 'https://fr-api.xmpush.global.xiaomi.com',
  singapore: 'https://sgp-api.xmpush.global.xiaomi.com',
}

const HOUR_MS = 3_600_000

/**
 * Xiaomi, by the app's secret in a header: there is no login. The reads are known from Xiaomi's own SDKs and not documented.
 * @see https://dev.mi.com/xiaomihyperos/documentation/detail?pId=1560
 */
export function createXiaomi({ http }: { http: VendorHttp; now: () => number }): VendorDriver<XiaomiSecret> {
  const addressOf = ({ baseUrl, region }: XiaomiSecret, path: string) => `${baseUrl ?? HOSTS[region]}${path}`
  const keyOf = ({ appSecret }: XiaomiSecret) => ({ authorization: `key=${appSecret.reveal()}` })
  const reply = (credential: XiaomiSecret, token: Secret | null, answer: HttpAnswer) =>
    readXiaomi(answer, [credential.appSecret.reveal(), ...(token === null ? [] : [token.reveal()])])

  return {
    async probeCredential(credential, signal) {
      const query = new URLSearchParams({ restricted_package_name: credential.packageName }).toString()
      const url = addressOf(credential, `/v1/channel/list?${query}`)
      const answer = await http({ method: 'GET', url, headers: keyOf(credential), body: null, repeat: 'read' }, signal)
      const read = reply(credential, null, answer)
      return read.ok ? accepted(read.info) : read.reply
    },

    async probeToken(credential, token, signal): Promise<VendorReply> {
      const fields = { registration_ids: token.reveal(), restricted_package_name: credential.packageName }
      const call = postForm(addressOf(credential, '/v1/validation/regids'), fields, 'read', keyOf(credential))
      const read = reply(credential, token, await http(call, signal))
      return read.ok ? regidStanding(read, token) : read.reply
    },

    async sendTest(credential, token, { title, text }, signal) {
      const { packageName, channelId } = credential
      const fields = {
        registration_id: token.reveal(),
        restricted_package_name: packageName,
        title: cutText(title, 49),
        description: cutText(text, 127),
        payload: '{}',
        pass_through: '0',
        notify_type: '1',
        time_to_live: String(HOUR_MS),
        ...(channelId === null ? {} : { 'extra.channel_id': channelId }),
      }
      const call = postForm(addressOf(credential, '/v3/message/regid'), fields, 'once', keyOf(credential))
      const read = reply(credential, token, await http(call, signal))
      return read.ok ? accepted(read.info) : read.reply
    },
  }
}
