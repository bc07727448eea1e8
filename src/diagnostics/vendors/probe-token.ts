import type { Certificate } from '../im/im-app.ts'
import type { PushVendors } from '../ports/push-vendors.ts'
import type { Secret } from '../secret.ts'
import type { VendorCredential } from './credential.ts'
import type { VendorReply, Way } from './vendor-reply.ts'
import { withinPatience } from './within-patience.ts'

/** What a vendor said of a token, asked quietly. */
export interface TokenProbe {
  certificate: Certificate
  /** How it is asked; null: this vendor cannot be asked for a token. */
  way: Way | null
  /** Null where it was not asked: there is no way, or one that might show something. */
  reply: VendorReply | null
}

/** A certificate with which its vendor can be asked. */
export type HeldCertificate = Certificate & { credential: VendorCredential }

export const isHeld = (certificate: Certificate): certificate is HeldCertificate => certificate.credential !== null

/** Asks the vendor of one certificate for one token, where that shows nothing on the phone. */
export async function probeTokenWith(
  vendors: PushVendors,
  certificate: HeldCertificate,
  token: Secret,
  signal: AbortSignal,
): Promise<TokenProbe> {
  const way = vendors.ways(certificate.credential).token
  if (way === null || way.onPhone === 'notification') return { certificate, way, reply: null }
  const reply = await withinPatience(signal, (ending) => vendors.probeToken(certificate.credential, token, ending))
  return { certificate, way, reply }
}
