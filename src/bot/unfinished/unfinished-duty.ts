import { createHash } from 'node:crypto'
import { Secret } from '../../diagnostics/secret.ts'
import type { Card } from '../card.ts'
import type { Duty } from '../duties/duty.ts'
import { reasonOf } from '../duties/bounded.ts'
import { postOnce, type Posting } from '../posting/post-once.ts'
import type { Abandoned, Deliveries } from '../ports/deliveries.ts'
import type { Reply } from '../reply.ts'
import type { Request } from '../request.ts'
import { person } from '../rich.ts'
import type { Locale } from '../texts/locale.ts'
import { textsFor } from '../texts/texts.ts'
import { idOfAgain, readUnfinished, type UnfinishedRequest } from './unfinished-request.ts'

interface Options {
  deliveries: Deliveries
  answer: (request: Request) => Promise<Reply | null>
  posting: Posting
  /** For people whose platform does not say theirs. */
  language: Locale
}

const EVERY_MS = 5_000

/** Every answer is there within 25 seconds: after this nobody works on it any more. */
const ABANDONED_AFTER_MS = 45_000

/** Whoever asked longer ago has asked again. */
const TOO_OLD_MS = 15 * 60_000

/**
 * Goes on with requests whose process ended before it answered: a look is taken again and answered where it was asked; of all
 * else the person is told to ask again.
 */
export function createUnfinishedDuty(options: Options): Duty {
  return {
    name: 'unfinished',
    everyMs: EVERY_MS,
    async run(now, signal) {
      const abandoned = await options.deliveries.abandoned(now - ABANDONED_AFTER_MS)
      await Promise.all(
        abandoned
          .filter(({ at }) => at > now - TOO_OLD_MS)
          .map((each) =>
            goOn(each, options, signal).catch((error: unknown) =>
              options.posting.onTrouble('unfinished', { request: each.id, reason: reasonOf(error) }),
            ),
          ),
      )
    },
  }
}

async function goOn({ id, request }: Abandoned, options: Options, signal: AbortSignal): Promise<void> {
  const read = readUnfinished(request)
  if (read === null) return
  const { posting, language } = options
  const { platform, place } = read
  const reply = await answerAgain(id, read, options, signal)
  const locale = reply?.locale ?? read.locale ?? language
  const card = reply?.visibility === 'public' ? reply.card : askAgainCard(read, locale)
  const key = `again:${createHash('sha256').update(id).digest('hex').slice(0, 32)}`
  const to = { platform, id: place.id, thread: place.thread }
  await postOnce(posting, to, key, async () => ({ card, locale, timeZone: read.timeZone }), signal)
}

/** Null: it must not be done again without being asked for. */
async function answerAgain(
  id: string,
  { platform, person: who, groups, place, locale, timeZone, command, args }: UnfinishedRequest,
  { answer }: Options,
  signal: AbortSignal,
): Promise<Reply | null> {
  if (command === null || args === null) return null
  return answer({
    id: idOfAgain(id),
    actor: { platform, id: who, groups, owner: false },
    place,
    input: { kind: 'call', intent: { command, args: new Secret(args) } },
    locale,
    timeZone,
    signal,
    onProgress: null,
  })
}

function askAgainCard({ platform, person: who, command }: UnfinishedRequest, locale: Locale): Card {
  const { unfinished } = textsFor(locale).conversation
  return {
    tone: 'warn',
    title: unfinished.title,
    blocks: [{ kind: 'text', text: unfinished.text([person(platform, who)], command) }],
    actions: [],
  }
}
