import type { Cause, Confidence } from '../../../diagnostics/push/cause.ts'
import type { CheckName } from '../../../diagnostics/push/check-groups.ts'
import type { Link } from '../../../diagnostics/push/chain.ts'
import type { Outcome, PushVerdict } from '../../../diagnostics/push/conclude.ts'
import type { ProbeName } from '../../../diagnostics/push/evidence.ts'
import type { ClientState } from '../../../diagnostics/im/user-state.ts'
import type { Owner } from '../../../diagnostics/finding.ts'
import { code, moment, relative, rich, strong, type Rich } from '../../rich.ts'
import { pushProof } from './push-proof.ts'
import { pushDevices } from './push-devices.ts'
import { pushEvidence } from './push-evidence.ts'
import { pushFindings } from './push-findings.ts'
import { pushReceipts } from './push-receipts.ts'
import { pushTokens } from './push-tokens.ts'

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
  'token-invalid': 'invalid token',
  quota: "the vendor's limit is used up",
  'message-category': 'message class not allowed',
  'content-rejected': 'content refused by the vendor',
  'vendor-outage': 'the vendor does not work',
  'notification-off': 'notifications switched off',
  'vendor-not-delivered': 'accepted by the vendor, delivery not confirmed',
  'no-background-report': 'background not reported by the app',
  foreground: 'app open, or background not reported',
  'rate-limited': 'calls are limited',
  'upstream-unreachable': 'not everything could be seen',
}

const VERDICTS: Readonly<Record<PushVerdict, string>> = {
  'can-receive': 'can receive',
  'cannot-receive': 'cannot receive',
  unlikely: 'unlikely',
  unknown: 'not clear',
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
  tencent: 'Tencent',
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
  tokens: 'vendors',
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
  tokens: pushTokens,
  receipts: pushReceipts,
  causes: CAUSES,
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
        return `${user} is unlikely to get a push: ${cause ?? ''}`
      case 'unknown':
        return cause === null
          ? `Whether ${user} gets pushes cannot be told`
          : `Whether ${user} gets pushes is not clear: ${cause}`
    }
  },
  howSure: (confidence: Confidence): Rich => rich`How sure: ${CONFIDENCE[confidence]}.`,
  ...pushProof,
  who: (owner: Owner): Rich => rich`This is up to ${OWNERS[owner]}.`,
  evidenceLabel: 'Evidence',
  moreFindings: (count: number): Rich => rich`${count} more, with less weight.`,
  window: (since: number): Rich => rich`Covers the time since ${moment(since)}, and vendors' answers of up to 7 days.`,
  notSeen: (endpoint: string): string =>
    `could not be seen: ${endpoint === 'store' ? "the bot's own store" : endpoint === 'timeout' ? 'no answer in time' : endpoint}`,
  progress: {
    title: (user: string) => `Checking push for ${user}…`,
    text: (done: number, all: number): Rich => rich`${done} of ${all} questions answered.`,
    waiting: (names: readonly string[]): Rich => rich`Waiting for: ${names.join(', ')}.`,
  },
  changed: {
    nothing: (at: number): Rich => rich`Nothing has changed since the last check, ${relative(at)}.`,
    lead: (at: number): Rich => rich`${strong('Changed')} since the last check, ${relative(at)}:`,
    verdict: (before: PushVerdict, now: PushVerdict): Rich => rich`verdict: ${VERDICTS[before]} → ${VERDICTS[now]}`,
    state: (before: string, now: string): Rich => rich`state: ${code(before)} → ${code(now)}`,
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
    ticket: rich`If pushes still do not come, open a ticket with Tencent within 3 days, with the ids from "Share for a ticket": their logs are kept no longer.`,
    enableWebhooks: rich`Switch on webhooks for this app: without them no history of states and pushes is known here.`,
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
      state: 'status changed, connection unaffected',
      kicked: (platforms: string, by: string | null) =>
        `login${by === null ? '' : ` on ${by}`}, threw out ${platforms}`,
      push: 'push handed to the vendor',
      stopped: 'push not handed to the vendor',
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
  devices: pushDevices,
  check: {
    confirmTitle: (user: string) => `Test push to ${user}?`,
    confirm: (user: string): Rich =>
      rich`This shows a ${strong('real notification')} on every phone that ${code(user)} is registered with. It says that it is a test.`,
    certificateNote: (id: string): Rich =>
      rich`Tencent does not let a test push choose its certificate: it goes to all devices, and I follow those with the certificate ${code(id)}.`,
    confirmVendor: (user: string, vendor: string, model: string | null): Rich =>
      rich`This has ${vendor} show a ${strong('real notification')} on ${model ?? 'a phone'} of ${code(user)}, past Tencent.`,
    reads: (title: string, text: string): Rich => rich`It reads: ${strong(title)} “${text}”`,
    overLimit: (vendor: string): Rich =>
      rich`${vendor} says that its limit is reached, so no test push is offered now: some vendors lower the limit of whoever goes on.`,
    vendorNotificationTitle: 'Notifications',
    vendorNotificationText: 'Hello, the support team is looking into your notifications. You need not do anything.',
    notificationTitle: 'Push test',
    notificationText: (caseNumber: string) =>
      `This is a test of push notifications by the support team. You need not do anything. (${caseNumber})`,
    title: (user: string) => `Test push to ${user}`,
    outcomes: {
      delivered: 'Delivered',
      accepted: 'Accepted by the vendor, delivery not confirmed (yet)',
      failed: 'Failed',
      pending: 'Sent, nothing more is known yet',
    },
    stages: { im: 'Tencent IM', vendor: 'Vendor', device: 'Phone', click: 'Opened' },
    stageOutcomes: { pass: 'ok', fail: 'failed', unknown: 'not known yet', skipped: '–' },
    online: 'delivered online: the app was open',
    when: (at: number): Rich => rich` (${moment(at)})`,
    following: rich`Following it for some seconds…`,
    alreadySent: rich`This test push was sent before and is not sent again. What is known of it:`,
    alreadyAsked: rich`This test push was asked for before and is not sent again. What the vendor said stands in the first answer.`,
    unsure: rich`Whether it was sent is not known: no answer has come. It is not sent again by itself.`,
    accepted: rich`Accepted is not delivered: ask whether the notification was seen.`,
    later: rich`Receipts can take longer. ${code('/push history')} shows what comes later.`,
    needsYes: (user: string): Rich =>
      rich`This shows a real notification on the phone of ${code(user)}. To confirm, ask with ${code('--yes')}.`,
    noPushService: rich`This app integrates the vendors itself (${code('push: self-integrated')}), so there is no test push over the API. In the console, under Chat, Push, Access test, one can be sent to a device; or let another user send a message while the app is closed.`,
    case: (number: string): Rich => rich`Case: ${code(number)}`,
  },
  vendor: {
    accepted: 'accepted',
    refused: (answer: string): Rich => rich`refused: ${code(answer)}`,
    noAnswer: (reason: string) => `no answer (${reason})`,
    reasons: {
      timeout: 'too slow',
      unreachable: 'not reachable from here',
      broken: 'it failed',
      busy: 'too many questions, try later',
      cancelled: 'given up',
    },
    otherEnvironment: 'accepted, but in the other APNs environment',
    cannotAsk: 'this vendor cannot be asked without showing something',
    hint: ' – a hint only',
    certificateOf: (model: string, id: string, vendor: string) => `${model}, certificate ${id}, ${vendor}`,
    tokenTitle: (end: string) => `Push token ${end}`,
    noShape: rich`This has the shape of no push token that I know. Was it cut, or wrapped in something?`,
    sureShape: (vendor: string): Rich => rich`By its shape a token of ${strong(vendor)}.`,
    likeShape: (vendors: readonly string[]): Rich =>
      rich`It looks like a token of ${strong(new Intl.ListFormat('en', { type: 'disjunction' }).format(vendors))}; the shape alone does not prove it.`,
    noCredential: rich`No credential of that vendor is configured, so the vendor was not asked.`,
    certificate: (id: string, vendor: string) => `Certificate ${id}, ${vendor}`,
    certificatesTitle: (app: string) => `Push certificates of ${app}`,
    certificateColumns: ['ID', 'Vendor', 'Environment', 'Ends', 'Vendor says', 'Last accepted'],
    ends: (at: number): Rich => rich`${moment(at)} (${relative(at)})`,
    noCertificates: rich`No certificates are configured for this app. No API lists them: add them under ${code('certificates')}.`,
    holdNone: rich`Where no credential is configured, the vendor cannot be asked.`,
    notHeld: 'not asked: no credential',
    environments: { production: 'production', development: 'development' },
  },
  states: { Online: 'Online', PushOnline: 'PushOnline', Offline: 'Offline', Unknown: 'not known' } satisfies Record<
    ClientState,
    string
  >,
  store: (problem: string): Rich => rich`My own store cannot be opened: ${problem}`,
  storeSilent: 'it does not answer. Whoever runs me finds the reason in my log.',
  storeTitle: 'That cannot be told now',
}
