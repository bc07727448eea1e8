import type { Secret } from '../../diagnostics/secret.ts'
import type { OppoSecret } from '../../diagnostics/vendors/credential.ts'
import { accepted } from './accepted.ts'
import { createLoginCache } from './cached-login.ts'
import { credentialKey } from './credential-key.ts'
import { NO_QUIET_WAY } from './no-quiet-way.ts'
import { loginToOppo } from './oppo/login-to-oppo.ts'
import { MAINLAND, oppoHost } from './oppo/oppo-host.ts'
import { oppoMessage } from './oppo/oppo-message.ts'
import { readOppo } from './oppo/read-oppo.ts'
import { postForm } from './post-form.ts'
import type { VendorDriver } from './vendor-driver.ts'
import type { VendorHttp } from './vendor-http.ts'

/** Half of what OPPO grants. */
const LOGIN_LIFETIME_MS = 12 * 3_600_000

/** The auth token is not valid. */
const LOGIN_REFUSED = '11'

/**
 * OPPO (also realme and OnePlus). It has neither a dry run nor a test mode, so that a token can be tried with a notification
 * only. A login is good for one host.
 * @param now UNIX milliseconds; OPPO refuses a login whose time is more than 10 minutes off
 * @see https://open.oppomobile.com/new/developmentDoc/info?id=11238
 */
export function createOppo({ http, now }: { http: VendorHttp; now: () => number }): VendorDriver<OppoSecret> {
  const logins = createLoginCache<Secret>({ now, lifetimeMs: LOGIN_LIFETIME_MS })

  function loginOn(base: string, credential: OppoSecret) {
    const key = credentialKey([base, credential.appKey, credential.masterSecret.reveal()])
    return {
      get: (signal: AbortSignal) => logins.get(key, signal, loginToOppo({ http, now, base, credential })),
      forget: (refused?: Secret) => logins.forget(key, refused),
    }
  }

  return {
    async probeCredential(credential, signal) {
      const login = loginOn(credential.baseUrl ?? MAINLAND, credential)
      // A login that is kept says nothing about the secret now.
      login.forget()
      const made = await login.get(signal)
      return made.ok ? accepted('') : made.reply
    },

    probeToken: () => Promise.resolve(NO_QUIET_WAY),

    async sendTest(credential, token, text, signal) {
      const base = credential.baseUrl ?? oppoHost(token)
      const login = loginOn(base, credential)
      const made = await login.get(signal)
      if (!made.ok) return made.reply
      const url = `${base}/server/v1/message/notification/unicast`
      const message = JSON.stringify(oppoMessage(token, text, credential.channelId))
      const answer = await http(postForm(url, { auth_token: made.value.reveal(), message }, 'once'), signal)
      // OPPO may name a phone without its region.
      const phone = token.reveal().split('_').at(-1) ?? ''
      const secrets = [credential.masterSecret, made.value, token].map((secret) => secret.reveal())
      const read = readOppo(answer, [...secrets, phone])
      if (read.ok) return accepted(read.info)
      // The next one logs in anew; this one is not sent twice.
      if (read.reply.kind === 'refused' && read.reply.code === LOGIN_REFUSED) login.forget(made.value)
      return read.reply
    },
  }
}
