import type { Secret } from '../../diagnostics/secret.ts'
import type { VivoSecret } from '../../diagnostics/vendors/credential.ts'
import { accepted } from './accepted.ts'
import { createLoginCache } from './cached-login.ts'
import { credentialKey } from './credential-key.ts'
import type { VendorDriver } from './vendor-driver.ts'
import type { VendorHttp } from './vendor-http.ts'
import { loginToVivo } from './vivo/login-to-vivo.ts'
import { isLoginRefusal, NOT_A_TEST_DEVICE, readVivo } from './vivo/read-vivo.ts'
import { naturalText } from './vivo/natural-text.ts'
import { vivoSend } from './vivo/vivo-send.ts'

const HOST = 'https://api-push.vivo.com.cn'

/** vivo grants a day and asks for a new one after an hour or two. */
const LOGIN_LIFETIME_MS = 3_600_000

/**
 * vivo. A token is asked for with a push in test mode: it shows on the phones that the team has entered as test devices in
 * vivo's console, and only there; of all others vivo says what it knows. The order of its checks is not documented.
 * @param now UNIX milliseconds; vivo refuses a login whose time is more than 10 minutes off
 * @see https://dev.vivo.com.cn/documentCenter/doc/362
 */
export function createVivo({ http, now }: { http: VendorHttp; now: () => number }): VendorDriver<VivoSecret> {
  const logins = createLoginCache<Secret>({ now, lifetimeMs: LOGIN_LIFETIME_MS })

  function sessionOf(credential: VivoSecret) {
    const base = credential.baseUrl ?? HOST
    const { appId, appKey, appSecret } = credential
    const key = credentialKey([base, appId, appKey, appSecret.reveal()])
    const login = loginToVivo({ http, now, base, credential })
    return {
      base,
      async get(signal: AbortSignal) {
        let isNew = false
        const made = await logins.get(key, signal, (signal) => {
          isNew = true
          return login(signal)
        })
        return { made, isNew }
      },
      forget: (refused?: Secret) => logins.forget(key, refused),
    }
  }

  /** One push with the kept login or a new one. A login that vivo refuses is forgotten; a kept one may just have been too old. */
  async function push(
    credential: VivoSecret,
    token: Secret,
    message: { mode: 'test' | 'formal'; title: string; text: string },
    signal: AbortSignal,
  ) {
    const session = sessionOf(credential)
    const { made, isNew } = await session.get(signal)
    if (!made.ok) return { reply: made.reply, mayPass: false }
    const answer = await http(vivoSend(session.base, credential, made.value, token, message), signal)
    const secrets = [credential.appSecret, made.value, token].map((secret) => secret.reveal())
    const reply = readVivo(answer, secrets, now())
    const isRefused = isLoginRefusal(reply)
    if (isRefused) session.forget(made.value)
    return { reply, mayPass: isRefused && !isNew }
  }

  return {
    async probeCredential(credential, signal) {
      const session = sessionOf(credential)
      // A login that is kept says nothing about the secret now.
      session.forget()
      const { made } = await session.get(signal)
      return made.ok ? accepted('') : made.reply
    },

    async probeToken(credential, token, signal) {
      const message = { mode: 'test', title: '推送检查', text: '这条消息用来检查推送是否正常，请忽略。' } as const
      const first = await push(credential, token, message, signal)
      const { reply } = first.mayPass ? await push(credential, token, message, signal) : first
      // The answer that is hoped for: vivo knows the token and shows nothing.
      return reply.kind === 'refused' && reply.code === NOT_A_TEST_DEVICE ? accepted(reply.info) : reply
    },

    async sendTest(credential, token, text, signal) {
      const { reply } = await push(credential, token, { mode: 'formal', ...naturalText(text) }, signal)
      return reply
    },
  }
}
