import type { Owner } from '../finding.ts'
import type { VendorCause } from '../push/vendor-cause.ts'

/** Who has to act on a failure that is counted over all users; of one user's pushes `push why` tells more. */
export const FAILURE_OWNER: Readonly<Record<VendorCause, Owner>> = {
  'certificate-missing': 'developer',
  'token-missing': 'developer',
  // They have to be forgotten, and reported anew by the app: thousands of users cannot be asked to.
  'token-invalid': 'developer',
  'certificate-environment': 'administrator',
  'certificate-mismatch': 'administrator',
  'credential-rejected': 'administrator',
  quota: 'administrator',
  'message-category': 'developer',
  'content-rejected': 'developer',
  'notification-off': 'user',
  'vendor-outage': 'vendor',
  // Somebody has to look up what it is, and that is not the user.
  'vendor-not-delivered': 'developer',
}
