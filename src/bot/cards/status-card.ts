import type { ProbeFailure } from '../../diagnostics/push/evidence.ts'
import { oddKeyIn } from '../../diagnostics/push/checks/admin-sig-rejected.ts'
import { classOf, refusalOf } from '../../diagnostics/push/probe-failures.ts'
import { pushFinding, type AnyPushFinding } from '../../diagnostics/push/push-finding.ts'
import type { Status, UserStatus } from '../../diagnostics/status/ask-status.ts'
import type { Reachability } from '../../diagnostics/status/reachability.ts'
import type { Block, Card, Tone } from '../card.ts'
import { code, rich, type Rich } from '../rich.ts'
import type { App } from '../services.ts'
import type { Texts } from '../texts/texts.ts'
import { shownUser } from '../words/shown.ts'
import { plainRich, type Reader } from './plain-text.ts'
import { pushFindingWords } from './push/finding-words.ts'

const MOST_SHOWN = 25

const MARKS: Readonly<Record<Reachability['can'], string>> = { yes: '✅', no: '❌', unlikely: '❓', unknown: '❔' }
const TONES: Readonly<Record<Reachability['can'], Tone>> = { yes: 'good', no: 'bad', unlikely: 'warn', unknown: 'info' }

/** What the state allows, and how the last push went where that adds anything. */
export function reachWords({ reach, push }: Pick<UserStatus, 'reach' | 'push'>, texts: Texts): Rich {
  const write = texts.status.reasons[reach.reason] as (reach: Reachability) => Rich
  // Where the state is what keeps pushes away, an old push adds nothing; where it does not decide, what failed does.
  const adds = reach.can === 'yes' || (reach.can === 'unknown' && (push?.kind === 'failed' || push?.kind === 'blocked'))
  return push === null || !adds ? write(reach) : [...write(reach), ...texts.status.lastPush(push)]
}

/** The result of `im.status` for scripts: the contract's shape. */
export const statusResult = (app: App, { users }: Status, texts: Texts, reader: Reader) => ({
  app: app.name,
  users: users.map(({ state, exists, reach, push, can }) => ({
    userId: state.userId,
    exists,
    state: state.state,
    clients: state.clients.map(({ platform, state }) => ({ platform, state })),
    canReceiveOfflinePush: can,
    reason: plainRich(reachWords({ reach, push }, texts), reader),
  })),
})

const clientsOf = ({ state }: UserStatus, texts: Texts): string =>
  state.clients.length === 0
    ? texts.status.noClients
    : texts.status.clients(state.clients.map(({ platform, state }) => `${platform} ${state}`))

const stateOf = ({ state }: UserStatus, texts: Texts): string =>
  state.exists ? texts.push.states[state.state] : texts.status.notFound

/** One user in full, many as a table. */
export function statusCard(app: App, { users }: Status, texts: Texts): Card {
  const small: Block[] = app.simulated ? [{ kind: 'note', text: texts.conversation.simulated }] : []
  const [only] = users
  if (users.length === 1 && only !== undefined) return oneCard(only, small, texts)
  const { status } = texts
  const reachable = users.filter(({ can }) => can === 'yes').length
  return {
    tone: reachable === users.length ? 'good' : 'info',
    title: status.titleMany(users.length),
    blocks: [
      { kind: 'text', text: status.counts(reachable, users.length) },
      {
        kind: 'table',
        columns: status.columns,
        rows: users
          .slice(0, MOST_SHOWN)
          .map((user) => [
            rich`${code(shownUser(user.state.userId))}`,
            [stateOf(user, texts)],
            [clientsOf(user, texts)],
            [`${MARKS[user.can]} ${status.can[user.can]}`],
            reachWords(user, texts),
          ]),
      },
      ...(users.length > MOST_SHOWN ? [{ kind: 'note' as const, text: status.more(users.length - MOST_SHOWN) }] : []),
      ...small,
    ],
    actions: [],
  }
}

function oneCard(user: UserStatus, small: readonly Block[], texts: Texts): Card {
  const { status } = texts
  const { can, last, state } = user
  return {
    tone: TONES[can],
    title: status.title(shownUser(state.userId), stateOf(user, texts)),
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: status.canLabel, value: [`${MARKS[can]} ${status.can[can]}`] },
          { label: status.reasonLabel, value: reachWords(user, texts) },
          { label: status.clientsLabel, value: [clientsOf(user, texts)] },
          ...(last === null
            ? []
            : [
                {
                  label: status.lastLabel,
                  value: status.last(
                    texts.push.timeline.kinds[last.action === 'unknown' ? 'state' : last.action],
                    last.platform,
                    last.at,
                  ),
                },
              ]),
        ],
      },
      ...small,
    ],
    actions: [],
  }
}

/** Tencent's refusal, what it means and what to do. */
export function statusFailureCard(failure: ProbeFailure, app: App, texts: Texts, reader: Reader) {
  const { message, remedy } = pushFindingWords(asFinding(failure, app), texts)
  const card: Card = {
    tone: 'bad',
    title: texts.status.failed,
    blocks: [
      { kind: 'finding', tone: 'bad', label: texts.conversation.severities.error, text: message, remedy, codes: null },
    ],
    actions: [],
  }
  const between = reader.locale === 'zh' ? '' : ' '
  return { error: `${plainRich(message, reader)}${between}${plainRich(remedy, reader)}`, card }
}

function asFinding(failure: ProbeFailure, app: App): AnyPushFinding {
  const refusal = refusalOf(failure)
  const weight = { effect: 'undecided', confidence: 'certain', severity: 'error' } as const
  const cause = classOf(failure)
  switch (cause) {
    case 'admin-sig-rejected':
      return pushFinding(
        cause,
        weight,
        { ...refusal, administrator: app.administrators[0] ?? '', ...oddKeyIn(app) },
        [],
      )
    case 'wrong-region':
      return pushFinding(cause, weight, { ...refusal, region: app.region }, [])
    case 'service-inactive':
      return pushFinding(cause, weight, refusal, [])
    case 'rate-limited':
    case 'upstream-unreachable':
      return pushFinding(cause, weight, { refusals: [refusal], nothingSeen: true }, [])
  }
}
