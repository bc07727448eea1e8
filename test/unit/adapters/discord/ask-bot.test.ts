import { REST } from 'discord.js'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askBot } from '../../../../src/adapters/discord/ask-bot.ts'
import type { DiscordContext } from '../../../../src/adapters/discord/discord-context.ts'
import { HeldIntents } from '../../../../src/adapters/discord/held-intents.ts'
import { ExpiringMap } from '../../../../src/adapters/expiring-map.ts'
import { InFlight } from '../../../../src/adapters/in-flight.ts'
import type { Bot } from '../../../../src/bot/bot.ts'
import { actor, request, testBot, words } from '../../../support/bot.ts'

const logs: string[] = []

function contextWith(answer: Bot['answer'], givingUp = new AbortController().signal): DiscordContext {
  return {
    bot: { ...testBot().bot, answer },
    log: pino({}, { write: (line: string) => void logs.push(line) }),
    now: Date.now,
    observe: { acknowledged: () => undefined, platformError: () => undefined },
    onFatal: () => undefined,
    locales: new ExpiringMap({ most: 10, keptFor: Infinity, now: Date.now }),
    held: new HeldIntents(Date.now),
    acknowledging: new InFlight(),
    roles: { of: async () => [] },
    spare: new REST(),
    givingUp,
  }
}

const asked = request(words('im apps'), { id: '42', actor: actor('1', { platform: 'discord' }) })

beforeEach(() => {
  logs.length = 0
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('askBot', () => {
  it('gives up in time for an answer within 25 seconds, in the language of the asker', async () => {
    const asking = askBot(
      contextWith(() => new Promise(() => undefined)),
      { ...asked, locale: 'zh' },
    )
    await vi.advanceTimersByTimeAsync(24_000)
    expect(await asking).toEqual({ kind: 'failed', message: '等得太久，已放弃。请重试；请求编号 42。' })
    expect(logs.join('')).toContain('bot did not answer in time')
  })

  it('makes a failure of the bot a sentence, and logs nothing of its message', async () => {
    const outcome = await askBot(
      contextWith(() => Promise.reject(new Error('sig eJwSECRET'))),
      asked,
    )
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringContaining('request 42') })
    expect(logs.join('')).not.toContain('eJwSECRET')
    expect(logs.join('')).toContain('ask-bot.test.ts')
  })

  it('passes on that it was answered before', async () => {
    expect(
      await askBot(
        contextWith(async () => null),
        asked,
      ),
    ).toEqual({ kind: 'duplicate' })
  })

  it('tells the bot when its time is over', async () => {
    let signal: AbortSignal | null = null
    await askBot(
      contextWith(async (given) => {
        signal = given.signal
        return null
      }),
      asked,
    )
    expect(signal).toBeInstanceOf(AbortSignal)
  })

  it('gives up a moment after the process does, in which the bot may still answer', async () => {
    const stop = new AbortController()
    const asking = askBot(
      contextWith(() => new Promise(() => undefined), stop.signal),
      asked,
    )
    stop.abort()
    await vi.advanceTimersByTimeAsync(1000)
    expect(await asking).toMatchObject({ kind: 'failed', message: expect.stringContaining('restarting') })
    const late = askBot(
      contextWith(() => new Promise((resolve) => setTimeout(resolve, 100, null)), stop.signal),
      asked,
    )
    await vi.advanceTimersByTimeAsync(1000)
    expect(await late).toEqual({ kind: 'duplicate' })
  })
})
