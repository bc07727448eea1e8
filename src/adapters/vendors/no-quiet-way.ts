import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'

/** Where a vendor has no question about a token that shows nothing, none is asked. */
export const NO_QUIET_WAY: VendorReply = {
  kind: 'unanswered',
  reason: 'cancelled',
  http: null,
  info: 'there is no quiet way to ask about a token',
  retryAfterMs: null,
}
