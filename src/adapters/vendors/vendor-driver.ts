import type { TestText } from '../../diagnostics/ports/push-vendors.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import type { VendorCredential } from '../../diagnostics/vendors/credential.ts'
import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'

/** One kind of credential of one vendor: how it is asked. One file a vendor. */
export interface VendorDriver<Credential extends VendorCredential> {
  probeCredential(credential: Credential, signal: AbortSignal): Promise<VendorReply>
  /** Called only where `waysOf(credential).token` is not null. */
  probeToken(credential: Credential, token: Secret, signal: AbortSignal): Promise<VendorReply>
  /** One call, never repeated. */
  sendTest(credential: Credential, token: Secret, text: TestText, signal: AbortSignal): Promise<VendorReply>
}
