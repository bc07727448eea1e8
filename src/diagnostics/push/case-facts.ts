import type { Vendor } from '../codes/entry.ts'
import type { PushEvent, StateEvent } from '../events/event.ts'
import type { InstanceTrace } from '../im/instance-trace.ts'
import { isWebPush } from '../im/web-push.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'
import { isOfConnection, isOfDesktop, reachabilityIn, tellingState, type Reachability } from '../status/reachability.ts'
import { NEWS_FOR, isAboutMessages, seen, type Case, type History } from './evidence.ts'
import { askedPushes } from './message-item.ts'
import type { DeviceName, EvidenceItem, VendorAnswer } from './push-finding.ts'

export const historyOf = ({ evidence }: Case): History | null => seen(evidence.history)

/** Changes of the user's connection, newest first. */
export const stateEvents = (each: Case): readonly StateEvent[] =>
  (historyOf(each)?.events ?? []).filter(
    (event): event is StateEvent => event.kind === 'state' && isOfConnection(event),
  )

/** The change that explains the state best; the last known one may be older than the events that were read. */
export function lastState(each: Case): StateEvent | null {
  const newest = stateEvents(each)
  const older = historyOf(each)?.lastState ?? null
  if (older === null || newest.some(({ id }) => id === older.id)) return tellingState(newest)
  return tellingState([...newest, older].toSorted((one, other) => other.at - one.at))
}

/**
 * Whether the state lets a push through. Null: Tencent did not tell, and the last webhook does not decide either. `certain`
 * is false where that is told without the state.
 */
export function reachOf(each: Case): { reach: Reachability; certain: boolean } | null {
  const { evidence, question, now } = each
  const last = lastState(each)
  const known = { change: last, pushedAt: phonePushedAt(allSteps(each), now) }
  const state = seen(evidence.state)
  const isConnected = state?.state === 'Online' || state?.state === 'PushOnline'
  if (seen(evidence.account) === false && !isConnected)
    return { reach: { can: 'no', reason: 'account-not-found' }, certain: state !== null }
  if (state !== null) return { reach: reachabilityIn(question.app, state, known, now), certain: true }
  // A logout is the one change that stays true until the next login, and that one would be the last.
  if (last?.action !== 'logout' || isOfDesktop(last)) return null
  const offline = { userId: question.userId, exists: true, state: 'Offline', clients: [], errorCode: null } as const
  return { reach: reachabilityIn(question.app, offline, known, now), certain: false }
}

/** When a phone was last pushed, in time to be news; whether it took the push does not matter. Null: not known. */
export const phonePushedAt = (pushes: readonly PushEvent[], now: number): number | null =>
  newest(now, pushes).find(({ platform }) => platform !== 0)?.at ?? null

/** Steps of pushes to the user that are still news, newest first. With messages asked for: of those alone, if any. */
export function pushSteps(each: Case): readonly PushEvent[] {
  const ofMessage = newest(each.now, askedPushes(each))
  return ofMessage.length > 0 ? ofMessage : allSteps(each)
}

/** The same whatever is asked. */
const allSteps = (each: Case): readonly PushEvent[] =>
  newest(
    each.now,
    (historyOf(each)?.events ?? []).filter((event) => event.kind === 'push'),
  )

/** Of one second the later step first: Tencent's times have no parts of it. */
const newest = (now: number, pushes: readonly PushEvent[]): readonly PushEvent[] =>
  pushes
    .filter((push) => push.delivery === 'offline' && push.at > now - NEWS_FOR && !isWebPush(push))
    .toSorted((one, other) => other.at - one.at || other.stage - one.stage || (one.id < other.id ? -1 : 1))

/** How pushes by one vendor ended lately. */
export interface VendorTrack {
  platform: number
  /** The newest step that failed, where no later push succeeded; null: the last word is a success. */
  failure: PushEvent | null
  /** The same push reached another device of the same vendor. */
  reachedOther: boolean
  /** The newest step of the newest push. */
  last: PushEvent
  /** That push came as far as the device. */
  delivered: boolean
  /** Some push by this vendor came as far as the device, so its receipts do reach us. */
  receipts: boolean
}

/** One track a vendor, the one with the newest word first. */
export const vendorTracks = (each: Case): readonly VendorTrack[] => tracksOf(pushSteps(each), allSteps(each))

/** Where messages are asked about: how the pushes of any message ended. Empty where that is the same. */
export function otherTracks(each: Case): readonly VendorTrack[] {
  const asked = new Set(pushSteps(each).map(({ id }) => id))
  const all = allSteps(each)
  return all.every(({ id }) => asked.has(id)) ? [] : tracksOf(all, all)
}

/** @param known besides them, whatever message they are of */
const tracksOf = (all: readonly PushEvent[], known: readonly PushEvent[]): readonly VendorTrack[] =>
  [...new Set(all.map(({ platform }) => platform))].flatMap((platform) => {
    const steps = all.filter((step) => step.platform === platform)
    const [last] = steps
    if (last === undefined) return []
    const failed = steps.find(({ code }) => code !== 0)
    const successes = steps.filter(({ code }) => code === 0)
    const isHealed =
      failed !== undefined && successes.some((success) => success.at >= failed.at && !samePush(success, failed))
    return [
      {
        platform,
        failure: failed === undefined || isHealed ? null : failed,
        reachedOther:
          failed !== undefined &&
          successes.some((success) => samePush(success, failed) && success.stage >= failed.stage),
        last,
        delivered: steps.some((step) => reached(step) && (samePush(step, last) || step.at >= last.at)),
        receipts: [...steps, ...known].some((step) => step.platform === platform && reached(step)),
      },
    ]
  })

/** The newest push that is known to have arrived. */
export interface Arrival {
  /** UNIX milliseconds; null: the trace does not say. */
  at: number | null
  vendor: Vendor | null
  opened: boolean
  /** It was the push of the message that is asked about. */
  ofMessage: boolean
}

/** By a callback, else by a trace; null: none is known to have arrived lately. */
export function arrivalOf(each: Case): Arrival | null {
  const step = pushSteps(each).find(reached)
  if (step !== undefined) {
    const { at, platform, stage } = step
    const ofMessage = isAboutMessages(each.question) && askedPushes(each).includes(step)
    return { at, vendor: vendorOfPlatform(platform), opened: stage === 3, ofMessage }
  }
  const traced = tracedDevices(each).find(({ stages }) => stages.device.ok === true)
  return traced === undefined
    ? null
    : { at: traced.pushedAt, vendor: traced.vendor, opened: traced.stages.click.ok === true, ofMessage: false }
}

const reached = ({ code, stage }: PushEvent): boolean => code === 0 && stage >= 2

/** Steps of one push to one user. */
function samePush(one: PushEvent, other: PushEvent): boolean {
  if (one.pushId !== null && other.pushId !== null) return one.pushId === other.pushId
  if (one.taskId !== null && other.taskId !== null) return one.taskId === other.taskId
  if (one.messageKey !== null && other.messageKey !== null) return one.messageKey === other.messageKey
  return one.messageSeq !== null && one.messageSeq === other.messageSeq && one.groupId === other.groupId
}

/** The same push, or a later one, reached another device: of another vendor, or as told of the same one. */
export const reachedElsewhere = (tracks: readonly VendorTrack[], { failure, platform, reachedOther }: VendorTrack) =>
  failure !== null &&
  (reachedOther ||
    tracks.some(
      (track) =>
        track.platform !== platform &&
        track.failure === null &&
        (track.last.at >= failure.at || samePush(track.last, failure)),
    ))

/** A push went through after this moment (UNIX milliseconds); null: it has none. */
export const acceptedSince = (each: Case, at: number | null): boolean =>
  at !== null && vendorTracks(each).some(({ failure, last }) => failure === null && last.at > at)

/**
 * The devices of the push that was traced, each once, the newest first: of the message that is asked about, else of the
 * newest push. A push goes to every device that is bound, so an older one tells of none that counts besides.
 */
export function tracedDevices({ evidence, now }: Case): readonly InstanceTrace[] {
  const isNews = ({ pushedAt }: InstanceTrace) => pushedAt === null || pushedAt > now - NEWS_FOR
  const chat = (seen(evidence.trace) ?? []).filter(isNews)
  const task = (seen(evidence.taskTrace) ?? []).filter(isNews)
  const isOfMessage = (seen(evidence.message)?.pushes ?? []).some(({ pushId }) => pushId !== null)
  const [chatAt, taskAt] = [newestOf(chat), newestOf(task)]
  if (isOfMessage && chat.length > 0) return eachOnce(chat)
  if (chatAt === null || taskAt === null || chatAt === taskAt) return eachOnce([...chat, ...task])
  return eachOnce(chatAt > taskAt ? chat : task)
}

const newestOf = (traces: readonly InstanceTrace[]): number | null =>
  traces.reduce<number | null>((most, { pushedAt }) => (pushedAt === null ? most : Math.max(most ?? 0, pushedAt)), null)

function eachOnce(traces: readonly InstanceTrace[]): readonly InstanceTrace[] {
  const known = new Set<string>()
  return traces
    .toSorted((one, other) => (other.pushedAt ?? 0) - (one.pushedAt ?? 0))
    .filter(({ instanceId, vendor, model }) => {
      const name = instanceId ?? `${vendor ?? ''} ${model ?? ''}`
      if (known.has(name)) return false
      known.add(name)
      return true
    })
}

export const deviceName = ({ vendor, model, certificateId }: InstanceTrace): DeviceName => ({
  vendor,
  model,
  certificateId,
})

export const traceItem = (trace: InstanceTrace): EvidenceItem => ({
  kind: 'trace',
  device: deviceName(trace),
  notifications: trace.notifications,
  token: trace.token !== null,
  at: trace.pushedAt,
})

export const answerOf = ({ platform, code, info, at }: PushEvent, readCode: string | null): VendorAnswer => ({
  vendor: vendorOfPlatform(platform),
  code: readCode ?? (code === 0 ? null : String(code)),
  info,
  ...saidBefore(String(code), info, readCode),
  at,
})

const MOST_SAID = 80

/** Nothing where what was read stands in the answer itself. */
function saidBefore(code: string, info: string, read: string | null): Pick<VendorAnswer, 'said'> {
  if (read === null || info === '' || [code, info].some((part) => part.toLowerCase().includes(read.toLowerCase())))
    return {}
  // Of `80100000/noRight` the word is enough.
  return read.includes('/') ? {} : { said: `${code} ${info}`.slice(0, MOST_SAID) }
}

export const stepItem = (step: PushEvent): EvidenceItem => ({
  kind: 'push-event',
  stage: step.stage,
  answer: answerOf(step, null),
  delivery: step.delivery,
})

export const stateItems = (each: Case): readonly EvidenceItem[] => {
  const state = seen(each.evidence.state)
  const last = lastState(each)
  return [
    ...(state === null ? [] : [{ kind: 'state' as const, state: state.state, clients: state.clients, at: each.now }]),
    ...(last === null
      ? []
      : [
          {
            kind: 'state-event' as const,
            action: last.action,
            platform: last.platform,
            reason: last.reason,
            kicked: last.kicked,
            at: last.at,
          },
        ]),
  ]
}
