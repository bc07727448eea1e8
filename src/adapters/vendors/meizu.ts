import { Secret } from '../../diagnostics/secret.ts'
import type { MeizuSecret } from '../../diagnostics/vendors/credential.ts'
import { accepted } from './accepted.ts'
import { cutText } from './cut-text.ts'
import { readMeizu } from './meizu/read-meizu.ts'
import { signedByMeizu } from './meizu/signed-by-meizu.ts'
import { switchOf } from './meizu/switch-of.ts'
import { postForm } from './post-form.ts'
import type { VendorDriver } from './vendor-driver.ts'
import type { VendorHttp } from './vendor-http.ts'

const READ_HOST = 'https://api-push.meizu.com'
const SEND_HOST = 'https://server-api-push.meizu.com'

/** Of the right shape and nobody's, for questions about the app alone. */
const NO_PUSH_ID = new Secret(`ZZZ${'0'.repeat(40)}`)

const PRIVATE_MESSAGE = 1
const OPENS_APP = 0

/**
 * Meizu, where every call is signed with the app's secret and nothing is kept. Reading a phone's switches is a true read, and
 * nothing here ever changes one.
 * @see https://github.com/MEIZUPUSH/PushAPI
 */
export function createMeizu({ http }: { http: VendorHttp; now: () => number }): VendorDriver<MeizuSecret> {
  async function readSwitch({ appId, appSecret, baseUrl }: MeizuSecret, pushId: Secret, signal: AbortSignal) {
    const fields = signedByMeizu({ appId, pushId: pushId.reveal() }, appSecret)
    const query = new URLSearchParams(fields).toString()
    const url = `${baseUrl ?? READ_HOST}/garcia/api/server/message/getRegisterSwitch?${query}`
    const answer = await http({ method: 'GET', url, headers: {}, body: null, repeat: 'read' }, signal)
    return readMeizu(answer, [appSecret.reveal(), fields.sign, pushId.reveal()])
  }

  return {
    async probeCredential(credential, signal) {
      const read = await readSwitch(credential, NO_PUSH_ID, signal)
      if (read.ok) return accepted(read.info)
      const { reply } = read
      // Signature and app come before the phone: who complains of the phone has taken them.
      return reply.kind === 'refused' && reply.about === 'token' ? accepted(reply.info) : reply
    },

    async probeToken(credential, token, signal) {
      const read = await readSwitch(credential, token, signal)
      return read.ok ? accepted(read.info, switchOf(read.value)) : read.reply
    },

    async sendTest({ appId, appSecret, baseUrl }, token, { title, text }, signal) {
      const messageJson = JSON.stringify({
        noticeBarInfo: { noticeMsgType: PRIVATE_MESSAGE, title: cutText(title, 32), content: cutText(text, 100) },
        clickTypeInfo: { clickType: OPENS_APP },
        pushTimeInfo: { offLine: 1, validTime: 1 },
      })
      const fields = signedByMeizu({ appId, pushIds: token.reveal(), messageJson }, appSecret)
      const url = `${baseUrl ?? SEND_HOST}/garcia/api/server/push/varnished/pushByPushId`
      const answer = await http(postForm(url, fields, 'once'), signal)
      const read = readMeizu(answer, [appSecret.reveal(), fields.sign, token.reveal()])
      return read.ok ? accepted(read.info) : read.reply
    },
  }
}
