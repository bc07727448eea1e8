import type { Card } from '../../card.ts'
import type { ChannelRef } from '../../ports/channels.ts'
import type { Watch } from '../../ports/watches.ts'
import { code, moment, rich, type Rich } from '../../rich.ts'
import type { Actor, Place } from '../../request.ts'
import type { Texts } from '../../texts/texts.ts'
import { shownUser } from '../../words/shown.ts'

const MOST = 20

export function watchListCard(
  watches: readonly Watch[],
  { actor, place }: { actor: Actor; place: Place },
  texts: Texts,
): Card {
  const { list } = texts.watches
  const rest = watches.length - MOST
  const isHere = ({ platform, id }: ChannelRef) => platform === actor.platform && id === place.id
  const row = ({ id, app, userId, to, until }: Watch): readonly Rich[] => [
    rich`${code(id)}`,
    [`${shownUser(userId)} · ${app}`],
    isHere(to) ? [list.here] : rich`${to.platform} ${code(to.id)}`,
    rich`${moment(until)}`,
  ]
  const [first] = watches
  return {
    tone: 'info',
    title: list.title,
    blocks:
      first === undefined
        ? [{ kind: 'text', text: list.none('/im watch add alice') }]
        : [
            { kind: 'table', columns: list.columns, rows: watches.slice(0, MOST).map(row) },
            ...(rest > 0 ? [{ kind: 'note' as const, text: [list.more(rest)] }] : []),
            { kind: 'note', text: list.stop(`/im watch stop ${first.id}`) },
          ],
    actions: [],
  }
}
