import type { PushEvent } from '../events/event.ts'
import type { DeviceStore } from '../ports/device-store.ts'
import type { EventStore } from '../ports/event-store.ts'
import type { ImService } from '../ports/im-service.ts'
import type { PushVendors } from '../ports/push-vendors.ts'
import type { TestPushStore } from '../ports/test-push-store.ts'
import { NEWS_FOR, isAboutMessages, seen, spanOf, type Evidence, type Probed, type PushQuestion } from './evidence.ts'
import { askIm, askStore, askVendors, type ProbeRun } from './probe.ts'
import { readHistory } from './probes/history.ts'
import { messageFacts, storedMessages } from './probes/messages.ts'
import { isHeld } from '../vendors/probe-token.ts'
import { deviceOf } from './known-devices.ts'
import { probeDevices } from './probes/device-tokens.ts'
import { pushToTrace } from './probes/traces.ts'

/** What a diagnosis asks of the world. */
export interface DiagnosisPorts {
  im: ImService
  events: EventStore
  devices: DeviceStore
  testPushes: TestPushStore
  vendors: PushVendors
}

export type OnProbe = <Name extends keyof Evidence>(name: Name, probed: Evidence[Name]) => void

const SKIPPED = { kind: 'skipped' } as const

/**
 * All probes at once; only what needs another's answer waits for that one. Never rejects for what the outside does.
 * @param onProbe told of each as it comes in
 */
export async function gather(
  question: PushQuestion,
  ports: DiagnosisPorts,
  run: ProbeRun,
  onProbe: OnProbe,
): Promise<Evidence> {
  const { im, events, devices, testPushes, vendors } = ports
  const { app, userId } = question
  const now = run.clock()
  const aboutMessages = isAboutMessages(question)
  const usesPushService = app.push === 'timpush'

  const history = askStore(run, () => readHistory(events, question, now))
  const knownHistory = history.then(seen)
  const stored = aboutMessages ? askStore(run, () => storedMessages(events, question, knownHistory, now)) : null
  const message = then(stored, (known) => askIm(run, (signal) => messageFacts(im, question, known, { now, signal })))
  /** The sender and the group: as asked, or as the stored message tells. */
  const parties = Promise.resolve(stored).then((read): Parties => {
    const known = read === null ? null : seen(read)
    return {
      // Whoever sent a message that is not theirs is no party.
      from: known !== null && known.stray !== null ? null : (known?.from ?? question.from),
      groupId: known?.groupId ?? question.groupId,
      pushes: known?.pushes ?? [],
      unread: read?.kind === 'failed' ? read : SKIPPED,
    }
  })

  const trace = Promise.all([history, parties]).then(
    ([read, { pushes }]): Promise<Evidence['trace']> | Evidence['trace'] => {
      if (!usesPushService) return SKIPPED
      const pushId = pushToTrace(seen(read), pushes, now)
      if (pushId !== null) return askIm(run, (signal) => im.pushTrace(app, pushId, signal))
      // Which push to trace is what the history would have told.
      return read.kind === 'failed' ? read : SKIPPED
    },
  )
  const taskTrace: Promise<Evidence['taskTrace']> = usesPushService
    ? then(
        askStore(run, () => testPushes.last(app.sdkAppId, userId, now - NEWS_FOR)),
        async (test): Promise<Evidence['taskTrace']> => {
          const taskId = test?.taskId ?? null
          return taskId === null ? SKIPPED : askIm(run, (signal) => im.taskTrace(app, { taskId, userId }, signal))
        },
      )
    : Promise.resolve(SKIPPED)
  const known = askStore(run, () => devices.ofUser(app.sdkAppId, userId))
  /** Asked of the vendors themselves, once it is known which tokens there are. */
  const tokens = async (): Promise<Evidence['tokens']> => {
    if (!app.certificates.some(isHeld)) return SKIPPED
    const [traced, tested, stored] = await Promise.all([trace, taskTrace, known])
    const fresh = [...(seen(traced) ?? []), ...(seen(tested) ?? [])].map((each) => deviceOf(userId, each, now))
    const all = [...fresh, ...(seen(stored) ?? [])]
    return all.length === 0
      ? SKIPPED
      : askVendors(run, (signal) => probeDevices(app, all, vendors, { clock: run.clock, signal }))
  }

  const probes: { [Name in keyof Evidence]: Promise<Evidence[Name]> } = {
    history,
    trace,
    taskTrace,
    devices: known,
    tokens: tokens(),
    state: askIm(run, async (signal) => {
      const answer = await im.userStates(app, [userId], signal)
      const [state] = answer.ok ? answer.value : []
      if (!answer.ok) return answer
      return state === undefined || (state.state === 'Unknown' && state.errorCode !== null)
        ? { ok: false, failure: stateUnanswered(state?.errorCode ?? null) }
        : { ...answer, value: state }
    }),
    account: askIm(run, (signal) => im.accountExists(app, userId, signal)),
    message,
    blocks: parties.then(({ from, groupId, unread }) =>
      from === null || groupId !== null
        ? groupId === null
          ? unread
          : SKIPPED
        : askIm(run, (signal) => im.blocks(app, { receiver: userId, sender: from }, signal)),
    ),
    mute: parties.then(({ from, unread }) =>
      from === null ? unread : askIm(run, (signal) => im.mute(app, from, signal)),
    ),
    group: parties.then(({ groupId }) =>
      groupId === null ? SKIPPED : askIm(run, (signal) => im.group(app, groupId, signal)),
    ),
    member: parties.then(({ groupId }) =>
      groupId === null ? SKIPPED : askIm(run, (signal) => im.member(app, { groupId, userId }, signal)),
    ),
    loss:
      aboutMessages && usesPushService
        ? askIm(run, (signal) => im.pushLoss(app, { from: spanOf(question, now).to - NEWS_FOR, to: now }, signal))
        : Promise.resolve(SKIPPED),
  }

  const told = Object.entries(probes).map(async ([name, probe]) => {
    const probed = await probe
    onProbe(name as keyof Evidence, probed)
    return [name, probed] as const
  })
  return Object.fromEntries(await Promise.all(told)) as unknown as Evidence
}

/** Whose message it is; `unread`: why the stored ones could not be read, so that nobody knows. */
interface Parties {
  from: string | null
  groupId: string | null
  pushes: readonly PushEvent[]
  unread: Exclude<Probed<never>, { kind: 'seen' }>
}

/** A failure is handed on, what was skipped stays so, and what was seen leads to the next question. */
async function then<Value, Next>(
  first: Promise<Probed<Value>> | null,
  next: (value: Value) => Promise<Probed<Next>>,
): Promise<Probed<Next>> {
  const probed = first === null ? SKIPPED : await first
  return probed.kind === 'seen' ? next(probed.value) : probed
}

/** Tencent answered, but not for this user. */
export const stateUnanswered = (code: number | null) =>
  ({
    endpoint: 'v4/openim/query_online_status',
    kind: code === null ? 'garbage' : 'refused',
    code,
    httpStatus: null,
    info: '',
    attempts: 1,
  }) as const
