import type { PushEvent } from '../../../diagnostics/events/event.ts'
import { vendorOfPlatform } from '../../../diagnostics/im/push-platform.ts'
import type { Block, Card } from '../../card.ts'
import type { Watch } from '../../ports/watches.ts'
import type { Locale } from '../../texts/locale.ts'
import type { Texts } from '../../texts/texts.ts'
import type { WatchNews } from '../../watches/watch-news.ts'
import { shownUser } from '../../words/shown.ts'
import { codeWords } from '../alerts/code-words.ts'
import { lastingButton } from '../lasting-button.ts'
import { reachWords } from '../status-card.ts'

/** Kinds of failure that are written out. */
const MOST = 3

/** What there is to tell of a watched user. */
export function newsCard({ id, app, userId }: Watch, news: WatchNews, texts: Texts, locale: Locale): Card {
  const { watches } = texts
  const user = shownUser(userId)
  const { reachable, failures } = news
  return {
    tone: failures.length > 0 ? 'bad' : 'good',
    title: reachable === null ? watches.failedTitle(user, failures.length) : watches.reachableTitle(user),
    blocks: newsBlocks(news, texts, locale),
    actions: [
      lastingButton(watches.buttons.why, 'push.why', { user: userId, app }, 'primary'),
      lastingButton(watches.buttons.stop, 'im.watch.stop', { id }),
    ],
  }
}

/** The last message of a watch, with what was not told yet. */
export function watchOverCard(watch: Watch, news: WatchNews | null, texts: Texts, locale: Locale): Card {
  const { watches } = texts
  const { app, userId, until, createdAt } = watch
  return {
    tone: news !== null && news.failures.length > 0 ? 'bad' : 'info',
    title: watches.overTitle(shownUser(userId)),
    blocks: [
      { kind: 'text', text: watches.over((until - createdAt) / 1000) },
      ...(news === null ? [] : newsBlocks(news, texts, locale)),
    ],
    actions: [lastingButton(watches.buttons.again, 'im.watch.add', { user: userId, app })],
  }
}

function newsBlocks({ reachable, failures }: WatchNews, texts: Texts, locale: Locale): readonly Block[] {
  const kinds = byKind(failures, texts, locale)
  return [
    ...(reachable === null ? [] : [{ kind: 'text' as const, text: reachWords(reachable, texts) }]),
    ...kinds.slice(0, MOST).map((kind) => failureBlock(kind, texts, locale)),
    ...(kinds.length > MOST
      ? [{ kind: 'note' as const, text: [texts.watches.moreFailures(kinds.length - MOST)] }]
      : []),
  ]
}

interface FailureKind {
  /** The newest of them. */
  last: PushEvent
  count: number
  words: ReturnType<typeof codeWords>
}

function byKind(failures: readonly PushEvent[], texts: Texts, locale: Locale): readonly FailureKind[] {
  const kinds = new Map<string, FailureKind>()
  for (const last of failures) {
    const vendor = vendorOfPlatform(last.platform)
    const words = codeWords({ vendor, answer: String(last.code), info: last.info }, texts, locale)
    const name = `${vendor} ${words.code}`
    const known = kinds.get(name)
    if (known === undefined) kinds.set(name, { last, count: 1, words })
    else known.count++
  }
  return [...kinds.values()].toSorted((one, other) => other.count - one.count)
}

function failureBlock({ last, count, words }: FailureKind, texts: Texts, locale: Locale): Block {
  const { watches, errors, push, conversation } = texts
  const vendor = vendorOfPlatform(last.platform)
  const remedy = words.remedy === null ? watches.unlisted : [words.remedy]
  return {
    kind: 'finding',
    tone: 'bad',
    label: conversation.severities.error,
    text: watches.failed({
      vendor: vendor === null ? null : errors.vendors[vendor],
      code: words.code,
      meaning: words.meaning,
      count,
      at: last.at,
    }),
    remedy: [...remedy, locale === 'zh' ? '' : ' ', ...push.who(words.owner)],
    codes: null,
  }
}
