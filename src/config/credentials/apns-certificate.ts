import type { KeyObject, X509Certificate } from 'node:crypto'
import { Secret } from '../../diagnostics/secret.ts'
import type { ApnsEnvironment } from '../../diagnostics/vendors/credential.ts'
import type { ConfigProblem } from '../problem.ts'
import type { CredentialEntry, CredentialRead } from './credential-read.ts'
import { keyPem } from './private-key.ts'
import { readPushCertificate, type PushCertificate } from './push-certificate.ts'

export interface CertificateAndKey {
  certificate: X509Certificate
  key: KeyObject
}

/** The certificate that a key belongs to; null: none of these. */
export function matching(
  certificates: readonly X509Certificate[],
  keys: readonly KeyObject[],
): CertificateAndKey | null {
  for (const certificate of certificates)
    for (const key of keys) if (certificate.checkPrivateKey(key)) return { certificate, key }
  return null
}

/** An hour of the clock everywhere on earth is within this of a date without a time zone. */
const DATE_TOLERANCE_MS = 36 * 3_600_000

/**
 * The credential of a certificate and its key, which tell their topic, environment and end; what the entry says must fit.
 * `at` is the key that named the certificate; `topic` undefined: left out. An expired one is taken: it is for the
 * diagnosis to say so, and the rest of the bot works.
 */
export function fromCertificate(
  { certificate, key }: CertificateAndKey,
  { at, topic: named }: { at: string; topic: string | undefined },
  entry: CredentialEntry,
): CredentialRead {
  const told = readPushCertificate(certificate)
  if (told.signsApps) return { kind: 'wrong', problems: [{ key: at, problem: 'signs-apps' }] }
  const topic = named ?? told.topic
  const environment = environmentOf(told, entry)
  const problems = [...contradictions(told, named, entry)]
  if (topic === null) problems.push({ key: 'credential.topic', problem: 'needs-topic' })
  if (environment === null) problems.push({ key: 'environment', problem: 'needs-environment' })
  if (topic === null || environment === null || problems.length > 0) return { kind: 'wrong', problems }
  return {
    kind: 'read',
    credential: {
      vendor: 'apns',
      kind: 'certificate',
      certificate: certificate.toString(),
      key: new Secret(keyPem(key)),
      topic,
      environment,
      baseUrl: entry.baseUrl,
    },
    expiresAt: told.expiresAt,
  }
}

const environmentOf = ({ environment }: PushCertificate, entry: CredentialEntry): ApnsEnvironment | null =>
  entry.environment ?? (environment === 'both' ? null : environment)

function* contradictions(
  told: PushCertificate,
  topic: string | undefined,
  entry: CredentialEntry,
): Generator<ConfigProblem> {
  if (topic !== undefined && told.topic !== null && topic !== told.topic)
    yield { key: 'credential.topic', problem: `certificate-topic:${told.topic}` }
  const { environment } = told
  const decided = environment !== null && environment !== 'both'
  if (decided && entry.environment !== null && entry.environment !== environment)
    yield { key: 'environment', problem: `certificate-environment:${environment}` }
  if (entry.expiresAt !== null && Math.abs(entry.expiresAt - told.expiresAt) > DATE_TOLERANCE_MS)
    yield { key: 'expiresAt', problem: `certificate-end:${new Date(told.expiresAt).toISOString().slice(0, 10)}` }
}
