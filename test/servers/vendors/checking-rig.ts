import { createVendorHttp } from '../../../src/adapters/vendors/create-vendor-http.ts'
import type { VendorDriver } from '../../../src/adapters/vendors/vendor-driver.ts'
import type { VendorHttp } from '../../../src/adapters/vendors/vendor-http.ts'
import type { TestText } from '../../../src/diagnostics/ports/push-vendors.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import type { VendorCredential } from '../../../src/diagnostics/vendors/credential.ts'
import type { VendorReply } from '../../../src/diagnostics/vendors/vendor-reply.ts'
import type { CheckingServer } from './checking-server.ts'

/** What all worlds begin with, UNIX milliseconds. */
export const START = Date.UTC(2026, 10, 25, 9, 40)

export interface CheckingRig {
  server: CheckingServer
  probeCredential(signal?: AbortSignal): Promise<VendorReply>
  probeToken(signal?: AbortSignal): Promise<VendorReply>
  sendTest(text?: TestText, signal?: AbortSignal): Promise<VendorReply>
  /** Rejects when the vendor had to complain, or when a reply held something secret. */
  stop(): Promise<void>
}

/** A driver over the real HTTP, before a server that checks what it gets. */
export async function startChecking<Credential extends VendorCredential>(setup: {
  server: CheckingServer
  driver: (deps: { http: VendorHttp; now: () => number }) => VendorDriver<Credential>
  credential: (baseUrl: string) => Credential
  token: string
  /** This machine's clock, UNIX milliseconds. */
  now: () => number
  /** What no reply may hold. */
  secrets: () => readonly string[]
  /** Milliseconds for one call. */
  bound?: number
}): Promise<CheckingRig> {
  const server = await setup.server.start()
  const network = createVendorHttp({ pause: 1, call: setup.bound ?? 5_000 })
  const driver = setup.driver({ http: network.http, now: setup.now })
  const credential = setup.credential(server.url)
  const token = new Secret(setup.token)
  const replies: VendorReply[] = []
  const noted = async (asked: Promise<VendorReply>) => {
    const reply = await asked
    replies.push(reply)
    return reply
  }
  const never = new AbortController().signal

  return {
    server,
    probeCredential: (signal = never) => noted(driver.probeCredential(credential, signal)),
    probeToken: (signal = never) => noted(driver.probeToken(credential, token, signal)),
    sendTest: (text = { title: '消息提醒', text: '你好，收到这条消息说明推送已经可以到达。' }, signal = never) =>
      noted(driver.sendTest(credential, token, text, signal)),
    async stop() {
      await network.close()
      await server.stop()
      const told = JSON.stringify(replies)
      const leaked = setup.secrets().filter((secret) => told.includes(secret))
      if (leaked.length > 0) throw new Error(`leaked ${leaked.join()}`)
    },
  }
}
