import { afterEach, expect, test } from 'vitest'
import type { ChannelRef } from '../../../../src/bot/ports/channels.ts'
import type { Request } from '../../../../src/bot/request.ts'
import { actor } from '../../../support/bot.ts'
import { openPushWorld, type PushWorld } from '../../../support/push-world.ts'

const TEAM: ChannelRef = { platform: 'slack', id: 'C9', thread: null }
const AT_TERMINAL: Partial<Request> = {
  actor: actor('owner', { platform: 'terminal', owner: true }),
  place: { kind: 'terminal', id: 'terminal', thread: null },
}

let world: PushWorld

afterEach(() => world.close())

const open = async (channels: readonly ChannelRef[]) => {
  const alertChannels = async () => channels.map((to) => ({ to, locale: 'en', timeZone: null }) as const)
  world = await openPushWorld({ team: { alertChannels } })
}

test('a watch tells the channel in which it was asked for', async () => {
  await open([TEAM])
  const place = { kind: 'channel', id: 'C1', thread: '17.1' } as const
  const { json } = await world.bot.ask('/im watch carol', { place })
  expect(json.card.text).toContain('I tell it here')
  expect((await world.store.watches.active()).map(({ to }) => to)).toEqual([
    { platform: 'slack', id: 'C1', thread: '17.1' },
  ])
})

test('one from a terminal tells the channel of alerts', async () => {
  await open([TEAM])
  const { json } = await world.bot.ask('im watch add carol --for 2h', AT_TERMINAL)
  expect(json).toMatchObject({ status: 'ok', result: { userId: 'carol' } })
  expect(json.card.text).toContain("in the team's channel")
  expect((await world.store.watches.active()).map(({ to }) => to)).toEqual([TEAM])
})

test('where there is none either, it says what to do', async () => {
  await open([])
  const { json } = await world.bot.ask('im watch add carol', AT_TERMINAL)
  expect(json.status).toBe('usage')
  expect(json.error).toContain('alerts.channels')
})

test('a channel of a platform that is not configured is none', async () => {
  await open([{ platform: 'discord', id: '123456789012345678', thread: null }])
  expect((await world.bot.ask('im watch add carol', AT_TERMINAL)).json.status).toBe('usage')
  await open([{ platform: 'discord', id: '123456789012345678', thread: null }, TEAM])
  await world.bot.ask('im watch add carol', AT_TERMINAL)
  expect((await world.store.watches.active()).map(({ to }) => to)).toEqual([TEAM])
})
