import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../../src/adapters/sql/open-store.ts'
import { plainText } from '../../../src/bot/cards/plain-text.ts'
import type { ChannelPost, ChannelRef, ChannelWriter } from '../../../src/bot/ports/channels.ts'
import type { Request } from '../../../src/bot/request.ts'
import { COMMANDS } from '../../../src/bot/registry.ts'
import { createUnfinishedDuty } from '../../../src/bot/unfinished/unfinished-duty.ts'
import { unfinishedOf } from '../../../src/bot/unfinished/unfinished-request.ts'
import { createFindSecrets } from '../../../src/bot/policy/find-secrets.ts'
import { actor, call, request, TEST_APPS, testBot, words } from '../../support/bot.ts'

const NOW = 1_795_000_000_000
const LATER = NOW + 60_000
const SIG = 'eJyrVrJSKsrPSVWyUlAqSExOzUtJ1VFQSs1LyUzOLFGyMlSqBQDOSAsU'.repeat(3)
const SECRETS = createFindSecrets(TEST_APPS)
const NEVER = new AbortController().signal

let store: Store
let posted: { to: ChannelRef; post: ChannelPost }[]

beforeEach(async () => {
  store = await openStore({ url: ':memory:', now: () => NOW })
  posted = []
})

afterEach(() => store.close())

const writer: ChannelWriter = {
  post: async (to, post) => ({ kind: 'posted', message: String(posted.push({ to, post })), picture: 'none' }),
  find: async () => ({ kind: 'absent' }),
  edit: async () => ({ kind: 'edited' }),
  resolve: async () => ({ kind: 'unchecked' }),
}

const text = () => posted.map(({ post }) => plainText(post.card, { locale: 'en', timeZone: null, now: LATER }))

/** A process that takes the request, and is gone before it answers. */
const takeAndEnd = (asked: Request): Promise<boolean> =>
  store.deliveries.first(`slack:${asked.id}`, NOW, unfinishedOf(asked, COMMANDS, SECRETS))

function survivor() {
  const { bot, audit } = testBot({ deliveries: store.deliveries, now: () => LATER })
  let owners = 0
  const duty = createUnfinishedDuty({
    deliveries: store.deliveries,
    answer: (again) => bot.answer(again),
    posting: {
      posts: store.posts,
      channels: { slack: writer },
      clock: () => LATER,
      newOwner: () => `attempt-${++owners}`,
      onTrouble: () => {},
      // Nothing takes so long here that it is given up.
      wait: async (milliseconds, signal) => {
        if (milliseconds > 0) await once(signal, 'abort')
      },
    },
    language: 'en',
  })
  return { bot, audit, duty }
}

describe('a request whose process ended before it answered', () => {
  test('is answered by another, where it was asked, and once', async () => {
    const place = { kind: 'channel', id: 'C1', thread: '1764.5' } as const
    await takeAndEnd(request(words('what does 70009 mean?'), { id: 'e1', place, locale: 'en' }))
    const [one, other] = [survivor(), survivor()]
    await Promise.all([one.duty.run(LATER, NEVER), other.duty.run(LATER, NEVER)])
    expect(posted.map(({ to }) => to)).toEqual([{ platform: 'slack', id: 'C1', thread: '1764.5' }])
    expect(text()[0]).toContain('70009')
    await one.duty.run(LATER + 5_000, NEVER)
    expect(posted).toHaveLength(1)
  })

  test.each([
    ['that holds a signature', words(`usersig verify alice ${SIG}`)],
    ['that changes something', words('push check alice')],
    ['of a button', { kind: 'press', key: 'key-1' } as const],
    ['whose answer is for one person', words('push devices alice')],
  ])('%s is not done again: the person is told', async (_name, input) => {
    await takeAndEnd(request(input, { id: 'e2', actor: actor('U7') }))
    const { duty, audit } = survivor()
    await duty.run(LATER, NEVER)
    expect(text()[0]).toContain('ask again')
    expect(text()[0]).toContain('U7')
    expect(audit).toEqual([])
    expect(JSON.stringify(posted)).not.toContain(SIG.slice(0, 30))
  })

  test('keeps no signature in the store, wherever it was put', () => {
    for (const input of [words(`usersig inspect ${SIG}`), words(`push why ${SIG}`), call('im.error', { code: SIG })])
      expect(unfinishedOf(request(input), COMMANDS, SECRETS)).not.toContain(SIG.slice(0, 30))
  })

  test('that is still being answered, or was, is left alone', async () => {
    const { bot, duty } = survivor()
    await bot.answer(request(words('im apps'), { id: 'e3' }))
    await store.deliveries.first('slack:e4', LATER - 10_000, unfinishedOf(request(words('im apps')), COMMANDS, SECRETS))
    await duty.run(LATER, NEVER)
    expect(posted).toEqual([])
  })

  test('that ends each process which takes it up does not end all of them', () => {
    expect(unfinishedOf(request(words('im apps'), { id: 'e5/again' }), COMMANDS, SECRETS)).toBeNull()
  })
})
