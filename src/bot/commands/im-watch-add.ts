import { askStatus } from '../../diagnostics/status/ask-status.ts'
import { optionalDuration } from '../argument.ts'
import { lastingButton } from '../cards/lasting-button.ts'
import { reachWords } from '../cards/status-card.ts'
import { defineCommand, type Context, type Outcome } from '../command.ts'
import { personOf } from '../policy/kept-actions.ts'
import { CHAT_PLATFORMS, type ChannelRef } from '../ports/channels.ts'
import type { Watch } from '../ports/watches.ts'
import type { InvalidReason } from '../problem.ts'
import { isReachable } from '../watches/watch-news.ts'
import { watchResult } from '../watches/watch-result.ts'
import { shownUser } from '../words/shown.ts'
import { accountNote } from './account-note.ts'
import { askStored } from './ask-stored.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { userArgument } from './push-arguments.ts'
import { appArgument } from './usersig-arguments.ts'

const DEFAULT_SECONDS = 24 * 3600
const LEAST_SECONDS = 5 * 60
const MOST_SECONDS = 14 * 86_400
const MOST_HERE = 20
const MOST_EVERYWHERE = 200

export const imWatchAdd = defineCommand({
  family: 'im',
  group: 'watch',
  name: 'add',
  isDefault: true,
  args: { user: userArgument(), for: optionalDuration(), app: appArgument() },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['watch alice', 'watch add alice --for 7d'],
  async run({ user, for: seconds = DEFAULT_SECONDS, app }, context) {
    const { texts, now, clock, signal, locale, timeZone, actor } = context
    if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS)
      return invalid('for', {
        kind: 'duration-out-of-range',
        leastSeconds: LEAST_SECONDS,
        mostSeconds: MOST_SECONDS,
      })
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const { watches, alertChannels, platforms } = opened.world.team
    const here = placeOfAsking(context)
    const found = here === null ? await askStored(context, () => alertChannels(chosen.app)) : null
    if (found !== null && found.kind !== 'read') return found
    // Where nobody can be told later, the team is told where it is told of alerts.
    const to = here ?? found?.value.find(({ to }) => platforms.includes(to.platform))?.to
    if (to === undefined) return invalid('user', { kind: 'nowhere-to-tell' })
    const active = await askStored(context, () => watches.active())
    if (active.kind !== 'read') return active
    const isSame = (watch: Watch) => watch.userId === user && watch.app === chosen.app.name && isIn(watch, to)
    const others = active.value.filter((watch) => !isSame(watch))
    const full = tooMany(others, to)
    if (full !== null) return invalid('user', full)
    const { users, failure } = await askStatus({ app: chosen.app, userIds: [user] }, opened.world, { clock, signal })
    const status = failure === null ? (users[0] ?? null) : null
    const seen = { reachable: status === null ? null : isReachable(status), eventsTo: now, told: 0, toldAt: null }
    const until = now + seconds * 1000
    const facts = { app: chosen.app.name, userId: user, to, locale, timeZone, createdBy: personOf(actor) }
    const added = await askStored(context, async () => {
      const watch = await watches.add({ ...facts, createdAt: now, until, seen })
      // Asked for again: the new one takes the old one's place.
      await Promise.all(active.value.filter(isSame).map(({ id }) => watches.end(id)))
      return watch
    })
    if (added.kind !== 'read') return added
    const watch = added.value
    const words = texts.watches
    return {
      kind: 'ok',
      result: watchResult(watch),
      card: {
        tone: 'info',
        title: words.addedTitle(shownUser(user)),
        blocks: [
          ...accountNote(user, status?.state.exists ?? null, texts),
          { kind: 'text', text: words.added(shownUser(user), until, here !== null) },
          {
            kind: 'fields',
            fields: [{ label: words.nowLabel, value: status === null ? [words.notSeen] : reachWords(status, texts) }],
          },
          ...(chosen.app.simulated ? [{ kind: 'note' as const, text: texts.conversation.simulated }] : []),
        ],
        actions: [lastingButton(words.buttons.stop, 'im.watch.stop', { id: watch.id })],
      },
      audit: { app: chosen.app.name, user: shownUser(user), watch: watch.id, seconds },
    }
  },
})

/** The channel or direct message that it was asked in; null: none that can be told anything later. */
function placeOfAsking({ actor, place }: Context): ChannelRef | null {
  const platform = CHAT_PLATFORMS.find((each) => each === actor.platform)
  if (platform === undefined || place.kind === 'terminal') return null
  return { platform, id: place.id, thread: place.thread }
}

const isIn = ({ to }: Watch, { platform, id }: ChannelRef): boolean => to.platform === platform && to.id === id

function tooMany(watches: readonly Watch[], to: ChannelRef): InvalidReason | null {
  if (watches.length >= MOST_EVERYWHERE) return { kind: 'too-many-watches', most: MOST_EVERYWHERE, everywhere: true }
  const here = watches.filter((watch) => isIn(watch, to))
  return here.length >= MOST_HERE ? { kind: 'too-many-watches', most: MOST_HERE, everywhere: false } : null
}

const invalid = (argument: string, reason: InvalidReason): Extract<Outcome, { kind: 'usage' }> => ({
  kind: 'usage',
  problem: { kind: 'invalid-value', command: 'im.watch.add', argument, reason },
})
