import { watchListCard } from '../cards/watches/watch-list-card.ts'
import { defineCommand } from '../command.ts'
import { watchResult } from '../watches/watch-result.ts'
import { askStored } from './ask-stored.ts'
import { noWorld } from './no-world.ts'

export const imWatchList = defineCommand({
  family: 'im',
  group: 'watch',
  name: 'list',
  args: {},
  role: 'operator',
  visibility: 'public',
  form: false,
  examples: ['watch list'],
  async run(_input, context) {
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const read = await askStored(context, () => opened.world.team.watches.active())
    if (read.kind !== 'read') return read
    return {
      kind: 'ok',
      result: { watches: read.value.map((watch) => ({ ...watchResult(watch), channel: watch.to })) },
      card: watchListCard(read.value, context, context.texts),
      audit: { watches: read.value.length },
    }
  },
})
