import type { Certificate, ImApp } from '../im/im-app.ts'
import type { PushVendors } from '../ports/push-vendors.ts'
import { isHeld } from './probe-token.ts'
import type { VendorReply } from './vendor-reply.ts'
import { withinPatience } from './within-patience.ts'

export interface CertificateHealth {
  certificate: Certificate
  /** Whether the vendor takes the credential; null: none is held, so nobody can be asked. */
  reply: VendorReply | null
}

/** From so many days before its end a certificate is worth a warning. */
export const EXPIRES_SOON_DAYS = 30

const DAY = 86_400_000

/** Whole days until it ends, negative after that; null: it does not say, or does not end. */
export const daysLeft = ({ expiresAt }: Certificate, now: number): number | null =>
  expiresAt === null ? null : Math.floor((expiresAt - now) / DAY)

/** Asks every vendor whether it takes the credential that the team holds, all at the same time. */
export const checkCertificates = (
  { certificates }: ImApp,
  vendors: PushVendors,
  signal: AbortSignal,
): Promise<readonly CertificateHealth[]> =>
  Promise.all(
    certificates.map(async (certificate) => ({
      certificate,
      reply: isHeld(certificate)
        ? await withinPatience(signal, (ending) => vendors.probeCredential(certificate.credential, ending))
        : null,
    })),
  )

export type CertificateWarning =
  | { code: 'expired' | 'expires-soon'; certificateId: string; expiresInDays: number }
  | { code: 'credential-rejected'; certificateId: string; expiresInDays: number | null }

/** What somebody has to do something about, for cards, reports and alerts. */
export function certificateWarnings(
  { certificate, reply }: CertificateHealth,
  now: number,
): readonly CertificateWarning[] {
  const expiresInDays = daysLeft(certificate, now)
  const certificateId = certificate.id
  const ends: CertificateWarning[] =
    expiresInDays === null || expiresInDays > EXPIRES_SOON_DAYS
      ? []
      : [{ code: expiresInDays < 0 ? 'expired' : 'expires-soon', certificateId, expiresInDays }]
  return reply?.kind === 'refused' ? [{ code: 'credential-rejected', certificateId, expiresInDays }, ...ends] : ends
}
