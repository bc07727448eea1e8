import type { Cause, Confidence } from '../../../diagnostics/push/cause.ts'
import type { CheckName } from '../../../diagnostics/push/check-groups.ts'
import type { Link } from '../../../diagnostics/push/chain.ts'
import type { Outcome, PushVerdict } from '../../../diagnostics/push/conclude.ts'
import type { ProbeName } from '../../../diagnostics/push/evidence.ts'
import type { ClientState } from '../../../diagnostics/im/user-state.ts'
import type { Owner } from '../../../diagnostics/finding.ts'
import { code, moment, relative, rich, strong, type Rich } from '../../rich.ts'
import { pushEvidence } from './push-evidence.ts'
import { pushFindings } from './push-findings.ts'

const CAUSES: Readonly<Record<Cause, string>> = {
  'admin-sig-rejected': "the administrator's signature is refused",
  'wrong-region': 'wrong data centre',
  'service-inactive': 'the service is not active',
  'account-not-found': 'no such account',
  'online-only-message': 'message for online users only',
  'push-disabled-by-sender': 'push switched off by the sender',
  'message-dropped': 'message dropped',
  'blocked-sender': 'sender blocked or muted',
  'group-type-never-pushes': 'this type of group is never pushed',
  'do-not-disturb': 'do not disturb',
  'custom-message-without-description': 'custom message without a description',
  'message-not-found': 'no such message',
  kicked: 'thrown out by another login',
  'logged-out': 'signed out',
  'offline-stale': 'not connected for too long',
  'never-logged-in': 'never logged in',
  'no-mobile-client': 'no phone logged in',
  'no-device-bound': 'no device bound',
  'certificate-missing': 'no certificate ID reported',
  'token-missing': 'no token reported',
  'certificate-mismatch': 'certificate and device do not match',
  'certificate-environment': 'wrong certificate environment',
  'credential-rejected': 'certificate rejected by the vendor',
  'token-invalid': 'token no longer valid',
  quota: "the vendor's limit is used up",
  'message-category': 'message class not allowed',
  'content-rejected': 'content refused by the vendor',
  'vendor-outage': 'the vendor does not work',
  'notification-off': 'notifications switched off',
  'vendor-not-delivered': 'accepted by the vendor, delivery not told',
  'no-background-report': 'background not reported by the app',
  foreground: 'app open, or background not reported',
  'rate-limited': 'Tencent limits the calls',
  'upstream-unreachable': 'not everything could be seen',
}

const VERDICTS: Readonly<Record<PushVerdict, string>> = {
  'can-receive': 'Can receive pushes',
  'cannot-receive': 'Cannot receive pushes',
  unlikely: 'Hardly receives pushes',
  unknown: 'Cannot be told',
}

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  certain: 'certain',
  'very-likely': 'very likely',
  possible: 'possible',
}

const OWNERS: Readonly<Record<Owner, string>> = {
  user: 'the user',
  developer: "the app's developers",
  administrator: "the administrator of Tencent's console",
  vendor: 'the push vendor',
}

const CHECKS: Readonly<Record<CheckName, { label: string; pass: string }>> = {
  service: { label: 'App and service', pass: 'Tencent answers for this app' },
  account: { label: 'Account', pass: 'the account exists' },
  state: { label: 'State', pass: 'the state lets pushes through' },
  message: { label: 'Message', pass: 'it is there, and fit for a push' },
  relations: { label: 'Sender and receiver', pass: 'neither blocked nor muted' },
  group: { label: 'Group', pass: 'its messages are pushed' },
  registration: { label: 'Registration', pass: 'certificate ID and token are reported' },
  certificate: { label: 'Certificate', pass: 'nothing speaks against it' },
  vendor: { label: 'Vendor', pass: 'the last pushes were accepted' },
  delivery: { label: 'Delivery', pass: 'nothing speaks against it' },
}

const PROBES: Readonly<Record<ProbeName, string>> = {
  state: 'state',
  account: 'account',
  history: 'webhook history',
  message: 'message',
  blocks: 'block list',
  mute: 'mutes',
  group: 'group',
  member: 'membership',
  trace: 'trace of the last push',
  taskTrace: 'trace of the last test push',
  loss: 'push losses',
  devices: 'known devices',
}

const LINKS: Readonly<Record<Link, string>> = {
  sender: 'sender',
  im: 'Tencent IM',
  vendor: 'vendor',
  device: 'device',
  user: 'user',
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  pass: 'good',
  fail: 'found',
  warn: 'doubtful',
  unknown: 'not seen',
  skipped: 'not asked',
}

export const push = {
  findings: pushFindings,
  evidence: pushEvidence,
  causes: CAUSES,
  verdicts: VERDICTS,
  confidence: CONFIDENCE,
  owners: OWNERS,
  checks: CHECKS,
  probes: PROBES,
  links: LINKS,
  outcomes: OUTCOMES,
  title: (user: string, verdict: PushVerdict, cause: string | null): string => {
    switch (verdict) {
      case 'can-receive':
        return cause === null ? `${user} can receive pushes` : `${user} can receive pushes, but: ${cause}`
      case 'cannot-receive':
        return `${user} gets no push: ${cause ?? ''}`
      case 'unlikely':
        return `${user} hardly gets a push: ${cause ?? ''}`
      case 'unknown':
        return cause === null
          ? `Push for ${user}: cannot be told`
          : `Push for ${user}: cannot be told for sure, ${cause}`
    }
  },
  lead: (verdict: PushVerdict, confidence: Confidence): Rich =>
    rich`${strong(`${VERDICTS[verdict]}.`)} How sure: ${CONFIDENCE[confidence]}.`,
  healthy: (arrived: boolean): Rich =>
    arrived
      ? rich`Nothing wrong was found, and pushes were seen to arrive.`
      : rich`Nothing wrong was found. No push was seen to arrive lately, so what lies behind the vendor is not proved: a test push would show it.`,
  who: (owner: Owner): Rich => rich`To do by ${OWNERS[owner]}.`,
  evidenceLabel: 'Evidence',
  moreFindings: (count: number): Rich => rich`${count} more, with less weight.`,
  window: (since: number): Rich => rich`Looked at since ${moment(since)}; answers of vendors for up to 7 days.`,
  notSeen: (what: string): string => `could not be seen: ${what}`,
  progress: {
    title: (user: string) => `Checking push for ${user}…`,
    text: (done: number, all: number): Rich => rich`${done} of ${all} questions answered.`,
    waiting: (names: readonly string[]): Rich => rich`Waiting for: ${names.join(', ')}.`,
  },
  changed: {
    nothing: (at: number): Rich => rich`Nothing has changed since ${relative(at)}.`,
    lead: (at: number): Rich => rich`${strong('Changed')} since ${relative(at)}:`,
    verdict: (before: PushVerdict, now: PushVerdict): Rich => rich`verdict ${code(before)} → ${code(now)}`,
    state: (before: string, now: string): Rich => rich`state ${code(before)} → ${code(now)}`,
    gone: (cause: Cause): Rich => rich`gone: ${CAUSES[cause]}`,
    come: (cause: Cause): Rich => rich`new: ${CAUSES[cause]}`,
  },
  buttons: {
    again: 'Check again',
    test: 'Test push',
    history: 'History',
    devices: 'Devices',
    why: 'Why?',
    share: 'Share for a ticket',
    send: 'Send the test push',
  },
  ticket: {
    title: (user: string) => `For a ticket: push for ${user}`,
    time: 'Time',
    device: 'Device',
  },
  nextSteps: {
    closeApp: rich`Ask the user to close the app, wait a moment, and check again.`,
    testPush: rich`Send a test push: it shows how far one comes, and which devices are registered.`,
    askPhone: rich`Ask for the phone's notification settings.`,
    ticket: rich`If it stays so, open a ticket with Tencent with the ids from "Share for a ticket" within 3 days: their logs live no longer.`,
    enableWebhooks: rich`Switch on webhooks for this app: without them no history of states and pushes is known here.`,
    retry: rich`Check again in a minute.`,
  },
  timeline: {
    title: (user: string) => `Push history of ${user}`,
    columns: ['Time', 'What', 'Result'],
    none: (since: number): Rich => rich`Nothing is known since ${moment(since)}.`,
    noneEver: rich`No webhook of this app has ever come here, so nothing can be known: see the set-up of webhooks.`,
    more: (count: number): Rich => rich`${count} older ones are not shown.`,
    kinds: {
      login: 'login',
      logout: 'logout',
      disconnect: 'connection lost',
      state: 'state changed',
      kicked: (platforms: string) => `login, threw out ${platforms}`,
      push: 'push handed to the vendor',
      delivered: 'push delivered',
      clicked: 'push opened',
      online: 'delivered online',
      message: (from: string) => `message of ${from}`,
      blocked: (other: string) => `${other} put on the block list`,
      unblocked: (other: string) => `${other} taken off the block list`,
    },
    good: 'ok',
    failed: 'failed',
    onlineOnly: 'for online users only',
  },
  devices: {
    title: (user: string) => `Devices of ${user}`,
    columns: ['Device', 'Vendor', 'Certificate', 'Token', 'Notifications', 'Seen'],
    none: rich`No device is known.`,
    noApi: rich`Tencent has no API that lists the tokens a user has now. What is known comes from past pushes: it may be out of date. A test push finds out.`,
    notReported: 'not reported',
    unknown: 'not known',
    notifications: { on: 'on', off: 'off', unknown: 'not known' },
    sources: { trace: 'trace', callback: 'callback', registry: 'registry' },
  },
  check: {
    confirmTitle: (user: string) => `Test push to ${user}?`,
    confirm: (user: string): Rich =>
      rich`This shows a ${strong('real notification')} on every phone that ${code(user)} is registered with. It says that it is a test.`,
    certificateNote: (id: string): Rich =>
      rich`Tencent lets nobody choose the certificate of a test push: it goes to all devices, and I look at those with ${code(id)}.`,
    notificationTitle: 'Push test',
    notificationText: (caseNumber: string) =>
      `This is a test of push notifications by the support team. You need not do anything. (${caseNumber})`,
    title: (user: string) => `Test push to ${user}`,
    outcomes: {
      delivered: 'delivered',
      accepted: 'accepted by the vendor, delivery not told (yet)',
      failed: 'failed',
      pending: 'sent, nothing more is told yet',
    },
    stages: { im: 'Tencent IM', vendor: 'Vendor', device: 'Phone', click: 'Opened' },
    stageOutcomes: { pass: 'ok', fail: 'failed', unknown: 'not told yet', skipped: '–' },
    online: 'delivered online: the app was open',
    following: rich`Following it for some seconds…`,
    alreadySent: rich`This test push was sent before and is not sent again. What is known of it:`,
    unsure: rich`Whether it was sent is not known: no answer has come. It is not sent again by itself.`,
    accepted: rich`Accepted is not delivered: ask whether the notification was seen.`,
    later: rich`Receipts can take longer. ${code('/push history')} shows what comes later.`,
    needsYes: (user: string): Rich =>
      rich`This shows a real notification on the phone of ${code(user)}. To confirm, ask with ${code('--yes')}.`,
    noPushService: rich`This app integrates the vendors itself (${code('push: self-integrated')}), so there is no test push over the API. In the console, under Chat, Push, Access test, one can be sent to a device; or let another user send a message while the app is closed.`,
    case: 'Case',
  },
  states: { Online: 'Online', PushOnline: 'PushOnline', Offline: 'Offline', Unknown: 'not known' } satisfies Record<
    ClientState,
    string
  >,
  store: (problem: string): Rich => rich`My own store cannot be opened: ${problem}`,
  storeSilent: 'it does not answer. Whoever runs me finds the reason in my log.',
  storeTitle: 'That cannot be told now',
}
