import type { Card } from '../card.ts'
import { runButton } from '../cards/push/push-buttons.ts'
import { timelineEntry, timelineRow } from '../cards/push/timeline.ts'
import { defineCommand } from '../command.ts'
import { shownUser } from '../words/shown.ts'
import { accountExists, accountNote } from './account-note.ts'
import { askStored } from './ask-stored.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { sinceArgument, sinceOf, userArgument } from './push-arguments.ts'
import { appArgument } from './usersig-arguments.ts'

/** Most events that a script gets, and most that a card shows. */
const MOST = 500
const MOST_SHOWN = 20

export const pushHistory = defineCommand({
  family: 'push',
  name: 'history',
  args: { user: userArgument(), app: appArgument(), since: sinceArgument() },
  role: 'viewer',
  visibility: 'public',
  form: true,
  examples: ['history alice', 'history alice --since 7d'],
  async run({ user, app, since }, context) {
    const { texts, now } = context
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const { events: store } = opened.world
    const from = sinceOf(since, context)
    const { sdkAppId } = chosen.app
    const asked = accountExists({ app: chosen.app, userId: user }, opened.world.im, context)
    const read = await askStored(context, () =>
      Promise.all([store.ofUser(sdkAppId, user, { from, to: now }, MOST), store.lastReceived(sdkAppId)]),
    )
    if (read.kind !== 'read') return read
    const [events, lastReceived] = read.value
    const exists = await asked
    const { timeline, buttons } = texts.push
    const card: Card = {
      tone: 'info',
      title: timeline.title(shownUser(user)),
      blocks: [
        ...accountNote(user, exists, texts),
        ...(events.length === 0
          ? [
              { kind: 'text' as const, text: timeline.none(from) },
              ...(lastReceived === null ? [{ kind: 'note' as const, text: timeline.noneEver }] : []),
            ]
          : [
              {
                kind: 'table' as const,
                columns: timeline.columns,
                rows: events.slice(0, MOST_SHOWN).map((event) => timelineRow(event, texts)),
              },
              ...(events.length > MOST_SHOWN
                ? [{ kind: 'note' as const, text: timeline.more(events.length - MOST_SHOWN) }]
                : []),
            ]),
      ],
      actions: [runButton(buttons.why, 'push.why', { user, app: chosen.app.name }, 'primary')],
    }
    return {
      kind: 'ok',
      result: { app: chosen.app.name, userId: user, exists, events: events.map(timelineEntry) },
      card: chosen.app.simulated
        ? { ...card, blocks: [...card.blocks, { kind: 'note', text: texts.conversation.simulated }] }
        : card,
      audit: { app: chosen.app.name, user: shownUser(user), events: events.length },
      remember: {
        args: { user, ...(app === undefined ? {} : { app }), ...(since === undefined ? {} : { since: from / 1000 }) },
        snapshot: null,
      },
    }
  },
})
