import { createVendorHttp } from '../../../src/adapters/vendors/create-vendor-http.ts'
import type { VendorDriver } from '../../../src/adapters/vendors/vendor-driver.ts'
import type { VendorHttp } from '../../../src/adapters/vendors/vendor-http.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import type { VendorCredential } from '../../../src/diagnostics/vendors/credential.ts'
import type { VendorReply } from '../../../src/diagnostics/vendors/vendor-reply.ts'
import { formOf, type OauthVendorServer } from './oauth-vendor-server.ts'

/** What all rigs begin with, UNIX milliseconds. */
export const START = Date.UTC(2026, 10, 25, 9, 40)

export const TEST_TEXT = { title: '测试 "push"', text: 'Please ignore this line & the next\n✓' }

export interface OauthRig<Server extends OauthVendorServer> {
  server: Server
  /** UNIX milliseconds. */
  clock: { now: number }
  probeCredential(signal?: AbortSignal): Promise<VendorReply>
  probeToken(signal?: AbortSignal): Promise<VendorReply>
  sendTest(signal?: AbortSignal): Promise<VendorReply>
  /** Rejects when the vendor had to complain, or when a reply held something secret. */
  stop(): Promise<void>
}

/** A driver over the real HTTP, before a server that checks what it gets. */
export async function startOauthRig<Server extends OauthVendorServer, Credential extends VendorCredential>(setup: {
  server: (now: () => number) => Server
  driver: (deps: { http: VendorHttp; now: () => number }) => VendorDriver<Credential>
  credential: (baseUrl: string) => Credential
  token: string
  /** Milliseconds for one call. */
  bound?: number
  /** What no reply may hold, besides tokens and what came in headers. */
  secrets?: readonly string[]
}): Promise<OauthRig<Server>> {
  const clock = { now: START }
  const now = () => clock.now
  const server = await setup.server(now).start()
  const network = createVendorHttp({ pause: 1, call: setup.bound ?? 5_000 })
  const driver = setup.driver({ http: network.http, now })
  const credential = setup.credential(server.url)
  const token = new Secret(setup.token)
  const replies: VendorReply[] = []
  const noted = async (reply: Promise<VendorReply>) => {
    replies.push(await reply)
    return reply
  }
  const never = new AbortController().signal

  return {
    server,
    clock,
    probeCredential: (signal = never) => noted(driver.probeCredential(credential, signal)),
    probeToken: (signal = never) => noted(driver.probeToken(credential, token, signal)),
    sendTest: (signal = never) => noted(driver.sendTest(credential, token, TEST_TEXT, signal)),
    async stop() {
      await network.close()
      await server.stop()
      const secrets = [setup.token, ...(setup.secrets ?? []), ...server.calls.flatMap(secretsOf)]
      const told = JSON.stringify(replies)
      const leaked = secrets.filter((secret) => told.includes(JSON.stringify(secret).slice(1, -1)))
      const wrong = [...server.complaints, ...leaked.map((secret) => `leaked ${secret}`)]
      if (wrong.length > 0) throw new Error(wrong.join('\n'))
    },
  }
}

function secretsOf({ headers, body }: OauthVendorServer['calls'][number]): readonly string[] {
  const bearer = headers.authorization?.replace(/^Bearer /, '')
  const { assertion } = formOf(body)
  return [bearer, assertion].filter((secret) => secret !== undefined)
}
