import { requiredText } from '../argument.ts'
import { type Context, defineCommand } from '../command.ts'
import type { Watch } from '../ports/watches.ts'
import { shown, shownUser } from '../words/shown.ts'
import { askStored } from './ask-stored.ts'
import { noWorld } from './no-world.ts'

export const imWatchStop = defineCommand({
  family: 'im',
  group: 'watch',
  name: 'stop',
  args: { id: requiredText({ place: 'word' }, { maxLength: 100 }) },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['watch stop 3', 'watch stop alice'],
  async run({ id: given }, context) {
    const { texts } = context
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const { watches } = opened.world.team
    const id = given.replace(/^#/, '')
    const stopped = await askStored(context, async () => {
      const active = await watches.active()
      const watch = active.find((each) => each.id === id) ?? ofUser(active, given, context)
      return watch !== undefined && (await watches.end(id)) ? watch : null
    })
    if (stopped.kind !== 'read') return stopped
    const watch = stopped.value
    if (watch === null) {
      const reason = { kind: 'no-such-number', given: shown(given), list: '/im watch list' } as const
      return { kind: 'usage', problem: { kind: 'invalid-value', command: 'im.watch.stop', argument: 'id', reason } }
    }
    return {
      kind: 'ok',
      result: { stopped: watch.id },
      card: {
        tone: 'info',
        title: texts.watches.stoppedTitle(watch.id),
        blocks: [{ kind: 'text', text: texts.watches.stopped(shownUser(watch.userId)) }],
        actions: [],
      },
      audit: { app: watch.app, watch: watch.id },
    }
  },
})

/** People know whom they watch, not the number: the watch of that user, that of this channel first. */
function ofUser(active: readonly Watch[], user: string, { actor, place }: Context): Watch | undefined {
  const own = active.filter(({ userId }) => userId === user.replace(/^@/, ''))
  return own.find(({ to }) => to.platform === actor.platform && to.id === place.id) ?? own[0]
}
