/** Why a push does not arrive, in the order in which the chain from sender to user is walked. */
export const CAUSES = [
  'admin-sig-rejected',
  'wrong-region',
  'service-inactive',
  'account-not-found',
  'online-only-message',
  'push-disabled-by-sender',
  'message-dropped',
  'blocked-sender',
  'group-type-never-pushes',
  'do-not-disturb',
  'custom-message-without-description',
  'message-not-found',
  'kicked',
  'logged-out',
  'offline-stale',
  'never-logged-in',
  'no-mobile-client',
  'no-background-report',
  'foreground',
  'no-device-bound',
  'certificate-missing',
  'token-missing',
  'certificate-mismatch',
  'certificate-environment',
  'credential-rejected',
  'token-invalid',
  'quota',
  'message-category',
  'content-rejected',
  'vendor-outage',
  'notification-off',
  'vendor-not-delivered',
  'rate-limited',
  'upstream-unreachable',
] as const

export type Cause = (typeof CAUSES)[number]

export type Confidence = 'certain' | 'very-likely' | 'possible'

/** What a finding means for the next push: it cannot come, hardly will, may or may not, or comes all the same. */
export type Effect = 'blocks' | 'unlikely' | 'undecided' | 'none'
