import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../../../src/adapters/sql/open-store.ts'
import { replyJson } from '../../../../src/adapters/terminal/ask.ts'
import type { Request } from '../../../../src/bot/request.ts'
import type { Alarm } from '../../../../src/diagnostics/alerts/alarm.ts'
import type { ImService } from '../../../../src/diagnostics/ports/im-service.ts'
import { actor, call, people, request, testBot, EVERYONE, NOBODY } from '../../../support/bot.ts'
import { HOUR, imFailure, MINUTE, NOW, OFFLINE } from '../../../support/push-case.ts'
import { answer, fakeIm, fakePorts } from '../../../support/push-ports.ts'
import type { AlertChannel } from '../../../../src/bot/ports/channels.ts'
import { postKey } from '../../../../src/bot/alerts/show-post.ts'
import { teamOf } from '../../../support/team.ts'
import { Board, HERE, never } from './alert-rig.ts'

let store: Store
beforeEach(async () => {
  store = await openStore({ url: ':memory:', now: () => NOW })
  board = new Board()
  told = []
})
afterEach(() => store.close())

const OFF: ImService['userStates'] = (_app, ids) => answer(ids.map((userId) => ({ ...OFFLINE, userId })))

let board: Board
/** Channels that are told of alerts. */
let told: readonly AlertChannel[]

async function ask(
  command: string,
  args: Record<string, unknown>,
  changes: Partial<Request> = {},
  userStates: ImService['userStates'] = OFF,
) {
  const ports = { ...fakePorts({ im: fakeIm({ userStates }) }), events: store.events }
  const conversations = { remember: async () => {}, recall: async () => null }
  const team = teamOf(store, { channels: { slack: board }, alertChannels: async () => told })
  const { bot, defects } = testBot({
    now: () => NOW,
    access: {
      configured: true,
      members: { viewer: EVERYONE, operator: people('slack:U1', 'slack:U2'), admin: NOBODY },
    },
    world: async () => ({ ok: true, world: { ...ports, conversations, team, wait: never } }),
  })
  const reply = await bot.answer(request(call(command, args), changes))
  expect(defects).toEqual([])
  if (reply === null) throw new Error('no answer')
  return { ...(JSON.parse(JSON.stringify(replyJson(reply, NOW))) as ReturnType<typeof replyJson>), reply }
}

const ALARM: Alarm = { code: 'certificate-expiring', certificateId: '11', vendor: 'apns', days: 3 }
const openAlert = (app = 'prod', subject = 'certificate:11') => store.incidents.open(app, subject, [ALARM], NOW - HOUR)

describe('im alert', () => {
  test('the card in the channel says at once who has taken it, and that it is quiet', async () => {
    told = [HERE]
    const { id } = await openAlert()
    const key = postKey(`incident:${id}`, HERE.to)
    await store.posts.claim(key, HERE.to, { owner: 'duty', now: NOW, until: NOW + MINUTE })
    board.messages.push({
      to: HERE.to,
      key,
      card: { tone: 'warn', title: 'as it was', blocks: [], actions: [] },
      edits: 0,
    })
    await store.posts.settle(key, 'duty', 'posted', '0')
    await ask('im.alert.acknowledge', { id }, { actor: actor('U2') })
    expect(board.texts(NOW)[0]).toContain('U2')
    await ask('im.alert.silence', { id, for: '2h' })
    expect(board.messages[0]?.edits).toBe(2)
    expect(board.texts(NOW)[0]).toMatch(/silenced|quiet/i)
  })

  test('list: what is open, of all apps or of one', async () => {
    expect(await ask('im.alert.list', {})).toMatchObject({ status: 'ok', result: { incidents: [] } })
    await openAlert()
    const other = await openAlert('staging')
    const closed = await openAlert('prod', 'webhooks')
    await store.incidents.change(closed.id, { closedAt: NOW })
    const all = await ask('im.alert.list', {})
    expect(all).toMatchObject({
      result: {
        incidents: [
          { id: other.id, app: 'staging', state: 'open', alarms: [ALARM], openedAt: '2026-11-25T11:00:00.000Z' },
          { app: 'prod' },
        ],
      },
    })
    expect(all.card.text).toContain('staging: certificate 11 ends in 3 days')
    const one = await ask('im.alert.list', { app: 'staging' })
    expect(one.result).toMatchObject({ incidents: [{ app: 'staging' }] })
    expect((one.result as { incidents: unknown[] }).incidents).toHaveLength(1)
  })

  test('acknowledge: the alert is theirs', async () => {
    const { id, version } = await openAlert()
    const told = await ask('im.alert.acknowledge', { id: `#${id}` })
    expect(told).toMatchObject({ status: 'ok', visibility: 'public', result: { id, acknowledgedBy: 'slack:U1' } })
    expect(await store.incidents.find(id)).toMatchObject({ acknowledgedBy: 'slack:U1', version: version + 1 })
    await ask('im.alert.acknowledge', { id })
    expect(await store.incidents.find(id)).toMatchObject({ version: version + 1 })
  })

  test('acknowledge what is over: nothing is taken', async () => {
    const { id } = await openAlert()
    await store.incidents.change(id, { closedAt: NOW })
    expect((await ask('im.alert.acknowledge', { id })).card.text).toContain('is over already')
    expect(await store.incidents.find(id)).toMatchObject({ acknowledgedBy: null })
  })

  test.each([
    [undefined, 4 * HOUR],
    ['2d', 48 * HOUR],
  ])('silence for %s', async (given, milliseconds) => {
    const { id } = await openAlert()
    await ask('im.alert.silence', given === undefined ? { id } : { id, for: given })
    expect(await store.incidents.find(id)).toMatchObject({ silencedUntil: NOW + milliseconds })
  })

  test.each(['8d', '5s'])('silence for %s is not possible', async (given) => {
    const { id } = await openAlert()
    expect(await ask('im.alert.silence', { id, for: given })).toMatchObject({ status: 'usage' })
    expect(await store.incidents.find(id)).toMatchObject({ silencedUntil: null })
  })

  test.each(['99', 'x', '1e3'])('there is no alert %s', async (id) => {
    const told = await ask('im.alert.acknowledge', { id })
    expect(told.status).toBe('usage')
    expect(told.card.text).toContain('/im alert list')
  })

  test('who is no operator may look, and nothing else', async () => {
    const { id } = await openAlert()
    const viewer = { actor: actor('U9') }
    expect((await ask('im.alert.list', {}, viewer)).status).toBe('ok')
    expect((await ask('im.alert.acknowledge', { id }, viewer)).status).toBe('denied')
    expect((await ask('im.alert.silence', { id }, viewer)).status).toBe('denied')
    expect((await ask('im.watch.add', { user: 'alice' }, viewer)).status).toBe('denied')
  })
})

describe('im watch', () => {
  test('add: until when, where, and how it stands now', async () => {
    const place = { kind: 'channel', id: 'C1', thread: '17.1' } as const
    const told = await ask('im.watch.add', { user: 'alice' }, { place, locale: 'zh', timeZone: 'Asia/Shanghai' })
    expect(told).toMatchObject({
      status: 'ok',
      visibility: 'public',
      result: { id: '1', app: 'prod', userId: 'alice', until: '2026-11-26T12:00:00.000Z' },
    })
    expect(await store.watches.active()).toMatchObject([
      {
        to: { platform: 'slack', id: 'C1', thread: '17.1' },
        locale: 'zh',
        timeZone: 'Asia/Shanghai',
        createdBy: 'slack:U1',
        seen: { reachable: false, eventsTo: NOW, told: 0 },
      },
    ])
  })

  test('add, while Tencent cannot be asked', async () => {
    const told = await ask('im.watch.add', { user: 'alice' }, {}, async () => ({ ok: false, failure: imFailure() }))
    expect(told.status).toBe('ok')
    expect(await store.watches.active()).toMatchObject([{ seen: { reachable: null } }])
  })

  test('add the same again: one watch, with the new time', async () => {
    await ask('im.watch.add', { user: 'alice' })
    await ask('im.watch.add', { user: 'alice', for: '10m' })
    expect(await store.watches.active()).toMatchObject([{ until: NOW + 10 * MINUTE }])
  })

  test.each([
    [
      'a terminal',
      { actor: actor('me', { platform: 'terminal', owner: true }), place: { kind: 'terminal', id: 't', thread: null } },
    ],
    ['the playground', { actor: actor('me', { platform: 'playground', owner: true }) }],
  ] as const)('add from %s: nobody could be told', async (_name, changes) => {
    const told = await ask('im.watch.add', { user: 'alice' }, changes)
    expect(told.status).toBe('usage')
    expect(told.error).toContain('a channel or a direct message of Slack or Discord')
    expect(await store.watches.active()).toEqual([])
  })

  test.each(['4m', '15d'])('add for %s is not possible', async (given) => {
    expect(await ask('im.watch.add', { user: 'alice', for: given })).toMatchObject({ status: 'usage' })
  })

  test('at most twenty in a channel', async () => {
    for (let index = 0; index < 20; index++) await ask('im.watch.add', { user: `user-${index}` })
    expect(await ask('im.watch.add', { user: 'one-more' })).toMatchObject({ status: 'usage' })
    // One that is there already can still be prolonged.
    expect(await ask('im.watch.add', { user: 'user-3' })).toMatchObject({ status: 'ok' })
    const elsewhere = { place: { kind: 'direct', id: 'D1', thread: null } } as const
    expect(await ask('im.watch.add', { user: 'one-more' }, elsewhere)).toMatchObject({ status: 'ok' })
  })

  test('list and stop', async () => {
    await ask('im.watch.add', { user: 'alice' })
    const listed = await ask('im.watch.list', {})
    expect(listed.result).toMatchObject({ watches: [{ id: '1', app: 'prod', userId: 'alice' }] })
    expect(listed.card.text).toContain('here')
    expect(await ask('im.watch.stop', { id: '1' })).toMatchObject({ status: 'ok', result: { stopped: '1' } })
    expect(await ask('im.watch.stop', { id: '1' })).toMatchObject({ status: 'usage' })
    expect((await ask('im.watch.list', {})).result).toEqual({ watches: [] })
  })
})
