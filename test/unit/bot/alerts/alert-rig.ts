import { openStore, type Store } from '../../../../src/adapters/sql/open-store.ts'
import { createAlertDuty } from '../../../../src/bot/alerts/alert-duty.ts'
import type { AlertChannel } from '../../../../src/bot/ports/channels.ts'
import { plainText } from '../../../../src/bot/cards/plain-text.ts'
import type { Card } from '../../../../src/bot/card.ts'
import type { Duty } from '../../../../src/bot/duties/duty.ts'
import type { ChannelPost, ChannelRef, ChannelWriter, Posted } from '../../../../src/bot/ports/channels.ts'
import type { Posting } from '../../../../src/bot/posting/post-once.ts'
import type { App } from '../../../../src/bot/services.ts'
import type { ImEvent } from '../../../../src/diagnostics/events/event.ts'
import { DEFAULT_RULES } from '../../../../src/diagnostics/alerts/rules.ts'
import type { ImService } from '../../../../src/diagnostics/ports/im-service.ts'
import type { PushVendors } from '../../../../src/diagnostics/ports/push-vendors.ts'
import { testApp } from '../../../support/bot.ts'
import { DAY, MINUTE, NOW } from '../../../support/push-case.ts'
import { fakeIm, fakeVendors } from '../../../support/push-ports.ts'
import { pushTo } from '../../../support/stored.ts'

export interface Message {
  to: ChannelRef
  key: string
  card: Card
  edits: number
}

/** A chat platform that keeps what is posted and edited. */
export class Board implements ChannelWriter {
  readonly messages: Message[] = []
  /** What the next attempts to post get instead. */
  readonly refusals: Posted[] = []

  readonly post: ChannelWriter['post'] = async (to, { key, card }) => {
    const refusal = this.refusals.shift()
    if (refusal !== undefined) return refusal
    return { kind: 'posted', message: String(this.messages.push({ to, key, card, edits: 0 }) - 1), picture: 'none' }
  }

  readonly find: ChannelWriter['find'] = async (_to, key) => {
    const index = this.messages.findIndex((message) => message.key === key)
    return index < 0 ? { kind: 'absent' } : { kind: 'found', message: String(index) }
  }

  readonly edit: ChannelWriter['edit'] = async (_to, message, { card }: ChannelPost) => {
    const known = this.messages[Number(message)]
    if (known === undefined) return { kind: 'gone' }
    known.card = card
    known.edits++
    return { kind: 'edited' }
  }

  readonly resolve: ChannelWriter['resolve'] = async () => ({ kind: 'unchecked' })

  /** Every message as people read it. */
  texts(now: number): readonly string[] {
    return this.messages.map(({ card }) => plainText(card, { locale: 'en', timeZone: null, now }))
  }

  titles(): readonly string[] {
    return this.messages.map(({ card }) => card.title)
  }
}

export const HERE: AlertChannel = { to: { platform: 'slack', id: 'C1', thread: null }, locale: 'en', timeZone: null }

export interface AlertRigOptions {
  apps?: readonly App[]
  channels?: readonly AlertChannel[]
  im?: Partial<ImService>
  vendors?: Partial<PushVendors>
}

/** The duty over the real store and a board, on a clock that the test moves. */
export interface AlertRig {
  store: Store
  board: Board
  troubles: unknown[]
  now: () => number
  clock: { pass: (milliseconds: number) => void }
  posting: Posting
  /** Runs it once now. */
  look(duty?: Duty): Promise<void>
  /** Runs it every minute for so long, the first time a minute from now. */
  pass(minutes: number, each?: () => Promise<void> | void): Promise<void>
  /** The same work in another process, or in this one after a restart. */
  another(): Duty
  restart(): void
  /** Webhooks that come in now. */
  receive(...events: ImEvent[]): Promise<void>
  /** So many pushes of APNs with this code, at this moment. */
  pushes(count: number, code: number, at?: number): Promise<void>
}

/** No time-out ever comes: nothing here takes time. */
export const never: Posting['wait'] = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal.aborted || milliseconds <= 0) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

let owners = 0

export async function openAlertRig(options: AlertRigOptions = {}): Promise<AlertRig> {
  const { apps = [testApp('prod')], channels = [HERE], im = {}, vendors = {} } = options
  let time = NOW
  const now = () => time
  const store = await openStore({ url: ':memory:', now })
  const board = new Board()
  const troubles: unknown[] = []
  const onTrouble: Posting['onTrouble'] = (what, facts) => troubles.push({ what, ...facts })
  const posting: Posting = {
    posts: store.posts,
    channels: { slack: board, discord: board },
    clock: now,
    newOwner: () => `owner-${++owners}`,
    onTrouble,
    wait: never,
  }
  const another = () =>
    createAlertDuty({
      im: fakeIm(im),
      vendors: fakeVendors(vendors),
      events: store.events,
      figures: store.figures,
      apps,
      rules: DEFAULT_RULES,
      channelsFor: async () => channels,
      incidents: store.incidents,
      posting,
      clock: now,
      onTrouble,
    })
  let duty = another()
  const look = (which = duty) => which.run(time, new AbortController().signal)
  const [app] = apps
  const receive = async (...events: ImEvent[]) => {
    await store.events.append(app?.sdkAppId ?? 0, events, time)
  }
  const pushes = (count: number, code: number, at = time) =>
    receive(
      ...Array.from({ length: count }, () => pushTo('alice', at, { platform: 1, code, info: code === 0 ? 'ok' : '' })),
    )
  return {
    store,
    board,
    troubles,
    now,
    clock: {
      pass: (milliseconds) => {
        time += milliseconds
      },
    },
    posting,
    look,
    async pass(minutes, each = () => {}) {
      for (let minute = 0; minute < minutes; minute++) {
        time += MINUTE
        await each()
        await look()
      }
    },
    another,
    restart: () => {
      duty = another()
    },
    receive,
    pushes,
  }
}

/** A week in which all was well, but for a code that comes now and then. */
export async function quietWeek(rig: AlertRig): Promise<void> {
  for (let day = 1; day <= 7; day++) {
    await rig.pushes(50, 0, NOW - day * DAY + 12 * 60 * MINUTE)
    await rig.pushes(1, -203, NOW - day * DAY + 12 * 60 * MINUTE)
  }
}
