import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'

/** The vendor takes it, and says no more of the phone than `notifications`. @param info scrubbed */
export const accepted = (info: string, notifications: 'on' | 'off' | null = null): VendorReply => ({
  kind: 'accepted',
  notifications,
  otherEnvironment: false,
  info,
})
