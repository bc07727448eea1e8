import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Bot } from '../../src/bot/bot.ts'
import { testBot } from '../support/bot.ts'
import type { Fault } from '../servers/discord/discord-server.ts'
import { buttonOf, readable, Rig, settled, until } from '../servers/discord/rig.ts'
import { IDS, person } from '../servers/discord/world.ts'

const ME = `<@${IDS.application}>`
const SIG = 'eJwtzMEKgkAUheF3mXXInXEaVGhhtbBQ0sZQdxYz1a00GceponeP1OX5zn-x5B1vvWepMY7wCCF1hZWp8Nicx'
const real = testBot().bot

const usual: Bot['answer'] = (request) => real.answer(request)
let answer = usual
let rig: Rig

beforeAll(async () => {
  rig = await Rig.started({ bot: { ...real, answer: (request) => answer(request) } })
})

afterEach(() => {
  answer = usual
  rig.assertClean(SIG)
})

afterAll(async () => {
  await rig.close()
})

const fault = (method: string, path: RegExp, status: number, code: number, more: Partial<Fault> = {}) =>
  rig.server.faults.push({ method, path, times: 1, answer: { status, body: { code, message: 'injected' } }, ...more })

const inspect = () => rig.act.slash(person('ann'), 'usersig inspect', { sig: SIG })
const logged = (message: string) => rig.logs.filter((line) => line.includes(message)).length

describe('when Discord', () => {
  it('fails the acknowledgement once, the person is still answered', async () => {
    fault('POST', /callback$/, 503, 0)
    const record = await settled(inspect())
    expect(record.shown).toHaveLength(1)
    expect(record.shown[0]?.ephemeral).toBe(true)
  })

  it('has taken the acknowledgement but not said so, the answer follows', async () => {
    // The work is done and then answered with a failure, as behind a broken load balancer: the repetition gets 40060.
    rig.server.faults.push({ method: 'POST', path: /callback$/, times: 1, answer: null, status: 502 })
    const record = await settled(inspect())
    expect(record.shown).toHaveLength(1)
    expect(record.shown[0]?.ephemeral).toBe(true)
  })

  it('no longer knows the interaction, nothing else is tried', async () => {
    const record = inspect()
    record.gone = true
    const before = logged('interaction was gone')
    await until('the log line', () => logged('interaction was gone') > before)
    expect(rig.server.calls.filter(({ path }) => path.includes(record.token))).toHaveLength(1)
  })

  it('fails an edit once, it is repeated', async () => {
    fault('PATCH', /webhooks/, 500, 0)
    expect(readable(await settled(inspect()))).toMatch(/UserSig/)
  })

  it('refuses the answer, the person is told, with the id to look for', async () => {
    fault('PATCH', /webhooks/, 400, 50035)
    const record = await settled(inspect())
    expect(readable(record)).toContain(`request ${record.id}`)
    expect(record.shown[0]?.ephemeral).toBe(true)
    expect(rig.failures).toContain('interaction-2 50035')
  })

  it('asks to slow down, the answer waits', async () => {
    fault('PATCH', /webhooks/, 429, 0, {
      answer: { status: 429, body: { message: 'slow down', retry_after: 0.05, global: false } },
    })
    expect(readable(await settled(inspect()))).toMatch(/UserSig/)
  })

  it.each([
    ['POST', /callback$/],
    ['PATCH', /webhooks/],
  ])('does what %s %s asks and breaks the connection, the answer stands', async (method, path) => {
    rig.server.faults.push({ method, path, times: 1, answer: null, cut: true })
    const calls = () => rig.server.calls.filter((call) => call.method === method && path.test(call.path)).length
    const before = calls()
    const record = inspect()
    await until('the repetition', () => calls() === before + 2 && record.settled)
    expect(readable(record)).toMatch(/UserSig/)
    expect(readable(record)).not.toContain('Something went wrong')
  })

  it('has posted a message and breaks the connection, it is posted once and nothing is complained of', async () => {
    rig.server.faults.push({ method: 'POST', path: /channels.*messages$/, times: 1, answer: null, cut: true })
    const who = person('ann')
    const asked = rig.act.say(who, `${ME} im error 70009`)
    const calls = () => rig.server.calls.filter(({ body }) => JSON.stringify(body ?? '').includes(asked))
    await until('the repetition', () => calls().length === 2)
    expect(rig.server.posts.filter(({ repliesTo }) => repliesTo === asked)).toHaveLength(1)
    expect(rig.server.posts.some(({ channel }) => channel === rig.server.directChannelOf(who))).toBe(false)
  })

  it('has posted a message but not said so, it is not posted twice', async () => {
    rig.server.faults.push({ method: 'POST', path: /channels.*messages$/, times: 1, answer: null, status: 502 })
    const asked = rig.act.say(person('ann'), `${ME} im error 70009`)
    const posts = () => rig.server.posts.filter(({ repliesTo }) => repliesTo === asked)
    const calls = () => rig.server.calls.filter(({ body }) => JSON.stringify(body ?? '').includes(asked))
    await until('the repetition', () => calls().length >= 2)
    expect(posts()).toHaveLength(1)
  })
})

describe('when the bot', () => {
  it('breaks, the person is told privately and the log holds no words of theirs', async () => {
    answer = async () => {
      throw new Error(`cannot read ${SIG}`)
    }
    const record = await settled(inspect())
    expect(record.shown[0]?.ephemeral).toBe(true)
    expect(readable(record)).toContain(record.id)
    const mention = rig.act.say(person('ann'), `${ME} usersig inspect ${SIG}`)
    await until('the note', () => rig.server.posts.some(({ repliesTo }) => repliesTo === mention))
    expect(rig.server.publicText).not.toContain('Something went wrong')
  })

  it('breaks on a public command, that too is told privately', async () => {
    answer = async () => {
      throw new Error('no')
    }
    const record = await settled(rig.act.slash(person('ann'), 'im error', { code: '70009' }))
    await until('the private note', () => record.shown.length > 0)
    expect(record.shown.map(({ ephemeral }) => ephemeral)).toEqual([true])
  })

  it('is slow with a button that shares, the card still reaches everybody', async () => {
    const who = person('ann')
    const record = await settled(rig.act.slash(who, 'usersig inspect', { sig: SIG }))
    let release = () => undefined as void
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    answer = async (request) => {
      await gate
      return real.answer(request)
    }
    const shared = rig.act.press(who, buttonOf(record, 'Share without the signature'))
    await until('the acknowledgement', () => shared.acknowledged === 5)
    release()
    await settled(shared)
    expect(shared.shown.map(({ ephemeral }) => ephemeral)).toEqual([false])
    expect(readable(shared)).toContain('Shared by')
  })

  it('is busy, its work begins when everybody is acknowledged', async () => {
    const begun: boolean[] = []
    let released = false
    answer = async (request) => {
      begun.push(released)
      return real.answer(request)
    }
    let release = () => undefined as void
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    rig.server.faults.push({ method: 'POST', path: /callback$/, times: 1, answer: null, held })
    const waiting = [inspect(), inspect()]
    await until('both callbacks', () => waiting.every(({ acknowledged }) => acknowledged !== null))
    for (let turn = 0; turn < 300; turn++) await new Promise((resolve) => setImmediate(resolve))
    released = true
    release()
    await Promise.all(waiting.map(settled))
    expect(begun).toEqual([true, true])
  })

  it('is slow with a mention, the channel sees it typing', async () => {
    const before = rig.server.typed
    answer = async (request) => {
      await until('the typing indicator', () => rig.server.typed > before)
      return real.answer(request)
    }
    const asked = rig.act.say(person('ann'), `${ME} im error 70009`)
    await until('the answer', () => rig.server.posts.some(({ repliesTo }) => repliesTo === asked))
    expect(rig.server.typed).toBe(before + 1)
  })

  it('has answered already, a redelivered interaction does nothing', async () => {
    const record = await settled(inspect())
    const calls = rig.server.calls.length
    rig.server.gateway.repeat('INTERACTION_CREATE')
    await settled(inspect())
    expect(rig.server.calls.slice(calls).filter(({ path }) => path.includes(record.token))).toEqual([])
  })
})
