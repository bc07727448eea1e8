import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// Loaded before any lease is held: under load that takes longer than the leases of these tests last.
import '../../src/adapters/discord/running-discord.ts'
import { testBot } from '../support/bot.ts'
import { readable, Rig, settled, until, type RigOptions } from '../servers/discord/rig.ts'
import { SharedLeases } from '../servers/discord/shared-leases.ts'
import { person } from '../servers/discord/world.ts'

let leases: SharedLeases
let first: Rig
let second: Rig
let stopped: Rig[]

const options = (name: string): RigOptions => ({ bot: testBot().bot, exclusively: leases.for(name) })

beforeEach(async () => {
  leases = new SharedLeases()
  first = await Rig.open(options('first'))
  second = Rig.beside(first, options('second'))
  stopped = []
})

afterEach(async () => {
  for (const rig of [first, second]) if (!stopped.includes(rig)) await rig.surface.stop(Date.now() + 5000)
  await first.server.stop()
  first.assertClean()
  second.assertClean()
})

async function stop(rig: Rig): Promise<void> {
  stopped.push(rig)
  await rig.surface.stop(Date.now() + 5000)
}

const connected = () => first.server.gateway.connected
const puts = () => first.server.calls.filter(({ method }) => method === 'PUT')

/** Asks, and says that it was answered once. */
async function ask(): Promise<void> {
  const answer = await settled(first.act.slash(person('ann'), 'im error', { code: '70009' }))
  expect(readable(answer)).toContain('70009')
  expect(answer.shown).toHaveLength(1)
}

describe('two replicas', () => {
  it('hold one connection: the other stands by, and is ready', async () => {
    await first.surface.start()
    await second.surface.start()
    expect([first.surface.ready(), second.surface.ready()]).toEqual([true, true])
    expect(connected()).toBe(1)
    expect(puts()).toHaveLength(1)
    expect(second.logs.join('\n')).toContain('standing by')
    await ask()
    expect(first.acknowledged).toHaveLength(1)
    expect(second.acknowledged).toEqual([])
  })

  it('that start at once do not both connect', async () => {
    await Promise.all([first.surface.start(), second.surface.start()])
    expect(connected()).toBe(1)
    await ask()
  })

  it('take over at once after a graceful stop', async () => {
    await first.surface.start()
    await second.surface.start()
    await stop(first)
    expect(connected()).toBeLessThanOrEqual(1)
    expect(first.surface.ready()).toBe(false)
    await until('the other to connect', () => second.logs.join('\n').includes('held by this replica'), 3000)
    expect(connected()).toBe(1)
    await ask()
    expect(second.acknowledged).toHaveLength(1)
    // Nothing differs, so nothing is written again.
    expect(puts()).toHaveLength(1)
  })

  it('take over when the lease is lost, and the one that lost it lets go', async () => {
    await first.surface.start()
    await second.surface.start()
    leases.cutOff.add('first')
    await until('the other to have it', () => leases.holder('discord') === 'second')
    await until('one connection', () => connected() === 1 && second.logs.join('\n').includes('held by this replica'))
    await ask()
    expect(first.acknowledged).toEqual([])
    expect(first.surface.ready()).toBe(true)
    leases.cutOff.clear()
    await stop(second)
    await until('the first to have it again', () => leases.holder('discord') === 'first' && connected() === 1)
    await until('the first to be ready', () => first.logs.join('\n').split('held by this replica').length === 3)
    await ask()
    expect(first.acknowledged).toHaveLength(1)
  })

  it('post from the one that stands by', async () => {
    await first.surface.start()
    await second.surface.start()
    expect(await second.surface.channels.resolve('#general', new AbortController().signal)).toMatchObject({
      kind: 'channel',
    })
  })
})

describe('a connection that is refused', () => {
  const wrong = (name: string): RigOptions => ({ ...options(name), botToken: 'wrong.token.value' })

  it('fails the start of the one whose turn it is, and leaves the turn to the other', async () => {
    const refused = Rig.beside(first, wrong('third'))
    await expect(refused.surface.start()).rejects.toMatchObject({ remedy: expect.stringContaining('DISCORD_TOKEN') })
    expect(refused.fatal).toEqual([])
    expect(leases.holder('discord')).toBeNull()
    await first.surface.start()
    expect(connected()).toBe(1)
  })

  it('ends the process when it was to take over', async () => {
    const refused = Rig.beside(first, wrong('third'))
    await first.surface.start()
    await refused.surface.start()
    await stop(first)
    await until('the fatal report', () => refused.fatal.length > 0)
    expect(refused.fatal[0]?.remedy).toContain('DISCORD_TOKEN')
    await refused.surface.stop(Date.now() + 1000)
  })
})
