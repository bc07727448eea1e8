import type { Secret } from '../secret.ts'
import type { VendorCredential } from '../vendors/credential.ts'
import type { VendorReply, Ways } from '../vendors/vendor-reply.ts'

export interface TestText {
  title: string
  text: string
}

/**
 * The push vendors' own servers, asked with the team's own credentials. Every call is bounded in time and ends when its signal
 * does; it answers with a value whatever happens. Nothing but `sendTest` shows anything on a user's phone.
 */
export interface PushVendors {
  /** How this credential's vendor can be asked. */
  ways(credential: VendorCredential): Ways
  /** Whether the vendor takes the credential. Nothing is sent to any phone. */
  probeCredential(credential: VendorCredential, signal: AbortSignal): Promise<VendorReply>
  /** Whether the vendor knows the token, asked in the quietest way there is. Only where `ways().token` is not null. */
  probeToken(credential: VendorCredential, token: Secret, signal: AbortSignal): Promise<VendorReply>
  /** Shows a notification: only with a person's consent, and never tried again. */
  sendTest(credential: VendorCredential, token: Secret, text: TestText, signal: AbortSignal): Promise<VendorReply>
}
