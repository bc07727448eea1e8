import { afterEach, describe, expect, it } from 'vitest'
import { registerFromSettings } from '../../src/adapters/discord/register.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import type { Bot } from '../../src/bot/bot.ts'
import { testBot } from '../support/bot.ts'
import { readable, readableMessage, Rig, settled, until, type RigOptions } from '../servers/discord/rig.ts'
import { IDS, person } from '../servers/discord/world.ts'

const ME = `<@${IDS.application}>`
let rigs: Rig[] = []

afterEach(async () => {
  for (const rig of rigs) {
    await rig.close()
    rig.assertClean()
  }
  rigs = []
})

async function open(options: Partial<RigOptions> = {}): Promise<Rig> {
  const rig = await Rig.open({ bot: testBot().bot, ...options })
  rigs.push(rig)
  return rig
}

async function started(options: Partial<RigOptions> = {}): Promise<Rig> {
  const rig = await open(options)
  await rig.surface.start()
  return rig
}

describe('start', () => {
  it('is ready once it resolves, and not before', async () => {
    const rig = await open()
    expect(rig.surface.ready()).toBe(false)
    await rig.surface.start()
    expect(rig.surface.ready()).toBe(true)
    await rig.surface.stop(Date.now() + 5000)
    expect(rig.surface.ready()).toBe(false)
  })

  it('names the setting of a token that is refused', async () => {
    const rig = await open({ botToken: 'wrong.token.value' })
    await expect(rig.surface.start()).rejects.toMatchObject({
      name: 'SurfaceStartError',
      remedy: expect.stringContaining('DISCORD_TOKEN'),
    })
    expect(rig.logs.join('\n')).not.toContain('wrong.token.value')
    expect(rig.fatal).toEqual([])
  })

  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4014, 'intents'],
  ])('says what a gateway means that closes with %i', async (code, said) => {
    const rig = await open({ refuse: code })
    const error = await rig.surface.start().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'SurfaceStartError' })
    expect(`${String(error)} ${JSON.stringify(error)}`).toContain(said)
  })

  it('says when Discord cannot be reached', async () => {
    const rig = await open()
    await rig.server.stop()
    rigs = []
    await expect(rig.surface.start()).rejects.toMatchObject({
      name: 'SurfaceStartError',
      remedy: expect.stringContaining('127.0.0.1'),
    })
  })
})

describe('registration', () => {
  const puts = (rig: Rig) => rig.server.calls.filter(({ method }) => method === 'PUT')

  it('writes once, and never again while nothing changes', async () => {
    const rig = await started()
    expect(puts(rig)).toHaveLength(1)
    const settings = {
      token: new Secret(rig.server.token),
      applicationId: null,
      guildIds: [],
      apiUrl: rig.server.apiUrl,
    }
    const { commands } = testBot().bot
    expect(await registerFromSettings(settings, commands)).toEqual([{ scope: 'global', outcome: 'unchanged' }])
    expect(puts(rig)).toHaveLength(1)
    expect(await registerFromSettings(settings, commands.slice(1))).toEqual([{ scope: 'global', outcome: 'written' }])
  })

  it('says what to mend when Discord refuses it on the command line', async () => {
    const rig = await started()
    const settings = { token: new Secret('wrong'), applicationId: null, guildIds: [], apiUrl: rig.server.apiUrl }
    await expect(registerFromSettings(settings, [])).rejects.toMatchObject({
      remedy: expect.stringContaining('DISCORD_TOKEN'),
    })
    rig.server.faults.push({
      method: 'GET',
      path: /commands$/,
      times: 1,
      answer: { status: 403, body: { code: 20012, message: 'not yours' } },
    })
    const right = { ...settings, token: new Secret(rig.server.token), applicationId: '1100000000000000002' }
    await expect(registerFromSettings(right, [])).rejects.toMatchObject({
      remedy: expect.stringContaining('DISCORD_APPLICATION_ID'),
    })
  })

  it('goes to the configured guilds, and not to all', async () => {
    const rig = await started({ guildIds: [IDS.guild] })
    expect([...rig.server.commands.keys()]).toEqual([IDS.guild])
  })

  it('does not keep the bot from answering when it is refused', async () => {
    const rig = await open({ guildIds: ['1299999999999999999'] })
    rig.server.faults.push({
      method: 'GET',
      path: /commands$/,
      times: 1,
      answer: { status: 403, body: { code: 50001, message: 'Missing Access' } },
    })
    await rig.surface.start()
    expect(rig.failures).toEqual(['register-commands 50001'])
    expect(rig.surface.ready()).toBe(true)
  })
})

describe('a connection', () => {
  it('that is lost loses no mention and answers none twice', async () => {
    const rig = await started()
    const who = person('ann')
    const before = rig.act.say(who, `${ME} im error 70001`)
    await until('the first answer', () => rig.server.posts.length === 1)
    rig.server.gateway.cut()
    const missed = rig.act.say(who, `${ME} im error 70009`)
    await until('the answer to the missed one', () => rig.server.posts.length === 2)
    expect(rig.server.gateway.resumed).toBe(1)
    expect(rig.server.posts.map(({ repliesTo }) => repliesTo)).toEqual([before, missed])
  })

  it('that Discord closes for good ends the process', async () => {
    const rig = await started()
    rig.server.gateway.closeWith(4004)
    await until('the fatal report', () => rig.fatal.length > 0)
    expect(rig.fatal[0]?.remedy).toContain('DISCORD_TOKEN')
    expect(rig.surface.ready()).toBe(false)
  })

  it('whose token is revoked ends the process', async () => {
    const rig = await started()
    rig.server.faults.push({
      method: 'POST',
      path: /messages$/,
      times: 1,
      answer: { status: 401, body: { code: 0, message: '401: Unauthorized' } },
    })
    rig.act.say(person('ann'), `${ME} im error 70001`)
    await until('the fatal report', () => rig.fatal.length > 0)
    expect(rig.fatal[0]?.remedy).toContain('DISCORD_TOKEN')
  })
})

describe('stop', () => {
  /** The real bot, held back until it is let go. */
  function heldBack(): { bot: Bot; asked: () => number; release: () => void } {
    const { bot } = testBot()
    let release = () => undefined as void
    let count = 0
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const answer: Bot['answer'] = async (request) => {
      count++
      await gate
      return bot.answer(request)
    }
    return { bot: { ...bot, answer }, asked: () => count, release }
  }

  it('waits for work in flight, tells who comes meanwhile, and closes properly', async () => {
    const { bot, asked, release } = heldBack()
    const rig = await started({ bot })
    const running = rig.act.slash(person('ann'), 'im error', { code: '70009' })
    await until('the question', () => asked() === 1)
    const stopped = rig.surface.stop(Date.now() + 10_000)
    const late = await settled(rig.act.slash(person('bob'), 'im error', { code: '70009' }))
    expect(readable(late)).toContain('restarting')
    expect(late.shown[0]?.ephemeral).toBe(true)
    expect(running.settled).toBe(false)
    release()
    await stopped
    expect(readable(running)).toContain('70009')
    await until('the close', () => rig.server.gateway.closes.length > 0)
    expect(rig.server.gateway.closes).toEqual([1000])
  })

  it('does not wait beyond its deadline', async () => {
    const { bot, asked, release } = heldBack()
    const rig = await started({ bot })
    rig.act.slash(person('ann'), 'im error', { code: '70009' })
    await until('the question', () => asked() === 1)
    await rig.surface.stop(Date.now())
    expect(rig.logs.join('\n')).toContain('discord stops with work in flight')
    release()
  })

  it('is nothing before the start', async () => {
    const rig = await open()
    await rig.surface.stop(Date.now() + 1000)
    expect(readableMessage({})).toBe('')
  })
})
