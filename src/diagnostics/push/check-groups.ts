import { accountNotFound } from './checks/account-not-found.ts'
import { adminSigRejected } from './checks/admin-sig-rejected.ts'
import { blockedSender } from './checks/blocked-sender.ts'
import { certificateEnvironment } from './checks/certificate-environment.ts'
import { certificateMismatch } from './checks/certificate-mismatch.ts'
import { certificateMissing } from './checks/certificate-missing.ts'
import { contentRejected } from './checks/content-rejected.ts'
import { credentialRejected } from './checks/credential-rejected.ts'
import { customMessageWithoutDescription } from './checks/custom-message-without-description.ts'
import { mutedConversation, mutedGroup } from './checks/do-not-disturb.ts'
import { foreground } from './checks/foreground.ts'
import { groupTypeNeverPushes } from './checks/group-type-never-pushes.ts'
import { kicked } from './checks/kicked.ts'
import { loggedOut } from './checks/logged-out.ts'
import { messageCategory } from './checks/message-category.ts'
import { messageDropped } from './checks/message-dropped.ts'
import { messageNotFound } from './checks/message-not-found.ts'
import { neverLoggedIn } from './checks/never-logged-in.ts'
import { noBackgroundReport } from './checks/no-background-report.ts'
import { noDeviceBound } from './checks/no-device-bound.ts'
import { noMobileClient } from './checks/no-mobile-client.ts'
import { notificationOff } from './checks/notification-off.ts'
import { offlineStale } from './checks/offline-stale.ts'
import { onlineOnlyMessage } from './checks/online-only-message.ts'
import { pushDisabledBySender } from './checks/push-disabled-by-sender.ts'
import { quota } from './checks/quota.ts'
import { rateLimited } from './checks/rate-limited.ts'
import { serviceInactive } from './checks/service-inactive.ts'
import { tokenInvalid } from './checks/token-invalid.ts'
import { tokenMissing } from './checks/token-missing.ts'
import { upstreamUnreachable } from './checks/upstream-unreachable.ts'
import { vendorNotDelivered } from './checks/vendor-not-delivered.ts'
import { vendorOutage } from './checks/vendor-outage.ts'
import { wrongRegion } from './checks/wrong-region.ts'
import { reachOf, tracedDevices, vendorTracks } from './case-facts.ts'
import { isTaken, tokenProbes } from './token-probes.ts'
import type { Case, ProbeName } from './evidence.ts'
import type { Judge } from './judge.ts'

/** The questions in the order of the chain, as a person reads them. */
export const CHECK_NAMES = [
  'service',
  'account',
  'state',
  'message',
  'relations',
  'group',
  'registration',
  'certificate',
  'vendor',
  'delivery',
] as const

export type CheckName = (typeof CHECK_NAMES)[number]

export interface CheckGroup {
  name: CheckName
  judges: readonly Judge[]
  /** What it judges by. */
  needs: readonly ProbeName[]
  /** One of them is enough; else each that was asked has to be seen before the check can pass. */
  anyIsEnough?: true
  /** What it comes to where all was seen and nothing found; without it, it passes. */
  unfound?: (each: Case) => 'pass' | 'unknown' | 'skipped'
}

/** Of pushes that were refused, for whatever reason another check has found, neither can be said. */
const whereAccepted = (each: Case): 'pass' | 'skipped' => {
  const tracks = vendorTracks(each)
  return tracks.length > 0 && tracks.every(({ failure }) => failure === null) ? 'pass' : 'skipped'
}

export const CHECK_GROUPS: readonly CheckGroup[] = [
  {
    name: 'service',
    needs: ['state'],
    judges: [adminSigRejected, wrongRegion, serviceInactive, rateLimited, upstreamUnreachable],
  },
  { name: 'account', needs: ['state', 'account'], anyIsEnough: true, judges: [accountNotFound] },
  {
    name: 'state',
    needs: ['state'],
    unfound: (each) => (reachOf(each)?.reach.can === 'yes' ? 'pass' : 'unknown'),
    judges: [kicked, loggedOut, offlineStale, neverLoggedIn, noMobileClient, foreground, noBackgroundReport],
  },
  {
    name: 'message',
    needs: ['message'],
    judges: [messageNotFound, onlineOnlyMessage, pushDisabledBySender, customMessageWithoutDescription, messageDropped],
  },
  { name: 'relations', needs: ['blocks', 'mute'], judges: [blockedSender, mutedConversation] },
  { name: 'group', needs: ['group', 'member'], judges: [groupTypeNeverPushes, mutedGroup] },
  {
    name: 'registration',
    needs: ['trace', 'taskTrace'],
    anyIsEnough: true,
    unfound: (each) => (tracedDevices(each).length > 0 ? 'pass' : 'unknown'),
    judges: [noDeviceBound, certificateMissing, tokenMissing],
  },
  {
    name: 'certificate',
    needs: ['trace', 'taskTrace'],
    anyIsEnough: true,
    unfound: (each) => (tracedDevices(each).length > 0 ? 'pass' : 'skipped'),
    judges: [certificateMismatch, certificateEnvironment, credentialRejected],
  },
  {
    name: 'vendor',
    needs: ['history', 'tokens'],
    unfound: (each) => (tokenProbes(each).some(isTaken) ? 'pass' : whereAccepted(each)),
    judges: [tokenInvalid, quota, messageCategory, contentRejected, vendorOutage],
  },
  {
    name: 'delivery',
    needs: ['history'],
    unfound: whereAccepted,
    judges: [notificationOff, vendorNotDelivered],
  },
]
