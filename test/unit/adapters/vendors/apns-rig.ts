import { generateKeyPairSync } from 'node:crypto'
import type { Apns } from '../../../../src/adapters/vendors/apns/apns.ts'
import type { ApnsBounds } from '../../../../src/adapters/vendors/apns/apns-bounds.ts'
import { createApns } from '../../../../src/adapters/vendors/apns/create-apns.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import type { ApnsCertificate, ApnsKey } from '../../../../src/diagnostics/vendors/credential.ts'
import { ApnsServer } from '../../../servers/vendors/apns-server.ts'
import type { ApnsSender } from '../../../servers/vendors/apns-request.ts'
import { type SelfSigned, selfSigned } from '../../../servers/vendors/self-signed.ts'

export const NOW = 1_764_000_000_000
export const TOPIC = 'com.example.chat'
export const NOBODY = '0'.repeat(64)
export const TOKEN = 'a1b2c3d4'.repeat(8)
export const MINUTE = 60_000

// Made once: they take longer than most tests.
const ownTls = selfSigned('localhost')
export const pushCertificate = selfSigned('Apple Push Services: com.example.chat')
const pair = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const SENDER: ApnsSender = { kind: 'key', keyId: 'KEYKEYKEY1', teamId: 'TEAMTEAM01', publicKey: pair.publicKey }

export const apnsKey = (changes: Partial<ApnsKey> = {}): ApnsKey => ({
  vendor: 'apns',
  kind: 'key',
  key: new Secret(pair.privateKey),
  keyId: 'KEYKEYKEY1',
  teamId: 'TEAMTEAM01',
  topic: TOPIC,
  environment: 'production',
  baseUrl: null,
  ...changes,
})

export const apnsCertificate = (changes: Partial<ApnsCertificate> = {}): ApnsCertificate => ({
  vendor: 'apns',
  kind: 'certificate',
  certificate: pushCertificate.certificate,
  key: new Secret(pushCertificate.key),
  topic: TOPIC,
  environment: 'production',
  baseUrl: null,
  ...changes,
})

export interface ApnsRig {
  clock: { now: number }
  production: ApnsServer
  development: ApnsServer
  apns: Apns
  /** Rejects when something was sent that Apple would not take. */
  stop(): Promise<void>
}

/** The real driver against two servers on loopback, with pauses that no test waits for. */
export async function startApns({
  sender = SENDER,
  bounds = {},
  serverTls = ownTls,
}: {
  sender?: ApnsSender
  bounds?: Partial<ApnsBounds>
  serverTls?: SelfSigned
} = {}): Promise<ApnsRig> {
  const clock = { now: NOW }
  const options = {
    tls: serverTls,
    topic: TOPIC,
    sender,
    now: () => clock.now,
  }
  const production = await new ApnsServer(options).start()
  const development = await new ApnsServer(options).start()
  const apns = createApns({
    now: () => clock.now,
    bounds: { pause: 1, ...bounds },
    tls: { ca: ownTls.certificate },
    hosts: { production: production.url, development: development.url },
  })
  return {
    clock,
    production,
    development,
    apns,
    async stop() {
      await apns.close()
      await Promise.all([production.stop(), development.stop()])
    },
  }
}
