import { X509Certificate } from 'node:crypto'
import type { ApnsEnvironment } from '../../diagnostics/vendors/credential.ts'

/** What an APNs certificate tells of itself. */
export interface PushCertificate {
  /** The bundle ID of its subject (UID); null: none is in it. */
  topic: string | null
  /** `both`: the universal kind; null: it does not tell. */
  environment: ApnsEnvironment | 'both' | null
  /** UNIX milliseconds. */
  expiresAt: number
  /** It signs apps: not for pushes. */
  signsApps: boolean
}

/** Apple's extensions 1.2.840.113635.100.6.3.1 and .2, as they stand in the DER: tag, length, value. */
const DEVELOPMENT = Buffer.from('060a2a864886f76364060301', 'hex')
const PRODUCTION = Buffer.from('060a2a864886f76364060302', 'hex')

const SIGNS_APPS = /^(?:(?:Apple|iPhone|iOS|Mac) (?:Distribution|Development|Developer):|Developer ID )/

/** Source: Apple's certificate types; the extensions go before the name, which the universal kind shares with older ones. */
export function readPushCertificate(certificate: X509Certificate): PushCertificate {
  const name = subjectOf(certificate, 'CN') ?? ''
  return {
    topic: subjectOf(certificate, 'UID'),
    environment: environmentOf(certificate.raw, name),
    expiresAt: Date.parse(certificate.validTo),
    signsApps: SIGNS_APPS.test(name),
  }
}

function environmentOf(der: Buffer, name: string): PushCertificate['environment'] {
  const development = der.includes(DEVELOPMENT)
  const production = der.includes(PRODUCTION)
  if (development && production) return 'both'
  if (development) return 'development'
  if (production) return 'production'
  if (name.startsWith('Apple Development ')) return 'development'
  return name.startsWith('Apple Production ') ? 'production' : null
}

/** A part of the subject, which Node gives as one `NAME=value` a line. */
const subjectOf = ({ subject }: X509Certificate, part: string): string | null =>
  subject
    .split('\n')
    .find((line) => line.startsWith(`${part}=`))
    ?.slice(part.length + 1) ?? null

/** The certificates of a PEM text, whatever else stands in it. */
export function readCertificates(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)]
    } catch {
      return []
    }
  })
}
