import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ExpiringMap } from '../../../../src/adapters/expiring-map.ts'
import { InFlight } from '../../../../src/adapters/in-flight.ts'
import { answer, type Question } from '../../../../src/adapters/slack/answer.ts'
import type { Outbox } from '../../../../src/adapters/slack/outbox.ts'
import { NO_PICTURES } from '../../../../src/adapters/slack/pictures.ts'
import { createSeal } from '../../../../src/adapters/slack/seal.ts'
import type { SlackApi } from '../../../../src/adapters/slack/slack-api.ts'
import type { SlackContext } from '../../../../src/adapters/slack/slack-context.ts'
import type { Card } from '../../../../src/bot/card.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { testBot } from '../../../support/bot.ts'

const sent: string[] = []
const log: string[] = []

const outbox: Outbox = {
  surface: 'message',
  mayGoPublic: false,
  async send({ text }) {
    sent.push(text)
    return null
  },
  async giveUp({ text }) {
    sent.push(text)
    return null
  },
  async showProgress({ text }) {
    sent.push(text)
    return null
  },
  async signOfLife({ text }) {
    sent.push(text)
  },
}

const question: Question = {
  id: 'trigger-1',
  user: 'U1',
  place: { kind: 'channel', id: 'C1', thread: null },
  input: { kind: 'words', text: new Secret('im help') },
  outbox,
}

function contextWith(answering: SlackContext['bot']['answer']): SlackContext {
  const map = { most: 1, keptFor: 1, now: () => 0 }
  return {
    bot: { ...testBot().bot, answer: answering },
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    now: () => 0,
    observe: { acknowledged: () => {}, platformError: () => {} },
    api: new Proxy({} as SlackApi, {}),
    respond: () => Promise.reject(new Error('not used')),
    people: { find: async () => ({ locale: 'zh', timeZone: null }), known: () => ({ locale: 'zh', timeZone: null }) },
    groups: { of: async () => [] },
    inFlight: new InFlight(),
    uploadPictures: async () => NO_PICTURES,
    seal: createSeal(new Secret('token'), () => 0),
    shared: new ExpiringMap(map),
  }
}

beforeEach(() => {
  sent.length = 0
  log.length = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('an answer that never comes', () => {
  it('is announced within three seconds and given up within twenty-five', async () => {
    const answered = answer(
      contextWith(() => new Promise(() => {})),
      question,
    )
    await vi.advanceTimersByTimeAsync(3000)
    expect(sent).toEqual(['正在检查…'])
    await vi.advanceTimersByTimeAsync(22_000)
    await answered
    expect(sent).toHaveLength(2)
    expect(sent[1]).toContain('trigger-1')
    expect(log.join('')).toContain('gave up waiting')
  })

  it('is announced when the picture of its progress cannot be drawn, which is logged', async () => {
    const unreadable = { tone: 'info', title: 'x', blocks: null, actions: [] } as unknown as Card
    const told = { card: unreadable, visibility: 'public', locale: 'zh', timeZone: null } as const
    const answered = answer(
      contextWith((request) => {
        request.onProgress?.(told)
        return new Promise(() => {})
      }),
      question,
    )
    await vi.advanceTimersByTimeAsync(100)
    expect(sent).toEqual(['正在检查…'])
    expect(log.join('')).toContain('defect in a progress card')
    await vi.advanceTimersByTimeAsync(25_000)
    await answered
  })

  it('says nothing twice to a redelivery', async () => {
    await answer(
      contextWith(async () => null),
      question,
    )
    await vi.advanceTimersByTimeAsync(30_000)
    expect(sent).toEqual([])
  })
})
