import { describe, expect, it, onTestFinished } from 'vitest'
import type { Store } from '../../src/adapters/sql/open-store.ts'
import type { AuditLine } from '../../src/bot/ports/audit.ts'
import type { CaseRecord } from '../../src/bot/ports/cases.ts'
import { NOW } from './store-contract.ts'

const TO = { platform: 'slack', id: 'C1', thread: null } as const
const MINUTE = 60_000
const NEVER = new AbortController().signal
const SCHEDULE = {
  app: 'prod',
  cron: '0 9 * * 1-5',
  timeZone: 'Asia/Shanghai',
  locale: 'zh',
  to: { platform: 'discord', id: '42', thread: '43' },
  createdBy: 'slack:U1',
  createdAt: NOW,
} as const
const SEEN = { reachable: null, eventsTo: NOW, told: 0, toldAt: null }
const WATCH = {
  app: 'prod',
  userId: '李\0雷',
  to: TO,
  locale: 'en',
  timeZone: null,
  createdBy: 'slack:U1',
  createdAt: NOW,
  until: NOW + MINUTE,
  seen: SEEN,
} as const
const CASE: Omit<CaseRecord, 'id'> = {
  app: 'prod',
  userId: 'alice',
  place: 'thread-1',
  state: 'open',
  conclusion: { cause: 'logged-out', findings: ['坏'] },
  first: { cause: 'kicked' },
  cause: 'logged-out',
  trueCause: null,
  assignee: null,
  closedBy: null,
  openedAt: NOW,
  changedAt: NOW,
  closedAt: null,
  times: 1,
}
const line = (changes: Partial<AuditLine> = {}): AuditLine => ({
  request: 'r',
  platform: 'slack',
  actor: 'U1',
  place: 'C1',
  role: 'viewer',
  command: 'push.why',
  status: 'ok',
  milliseconds: 5,
  facts: { app: 'prod', verdict: 'cannot-receive', cause: 'logged-out' },
  ...changes,
})

/** What the team channel keeps, whatever the store is made of. */
export function teamContract(opener: () => Promise<Store>): void {
  const open = async () => {
    const store = await opener()
    onTestFinished(() => store.close())
    return store
  }
  const many = <Value>(ask: (index: number) => Promise<Value>) =>
    Promise.all(Array.from({ length: 12 }, (_, index) => ask(index)))

  describe('schedules', () => {
    it('are kept as they were added, oldest first, until they are removed', async () => {
      const { schedules } = await open()
      const one = await schedules.add(SCHEDULE)
      const other = await schedules.add({ ...SCHEDULE, to: TO, createdBy: null })
      expect(one).toEqual({ ...SCHEDULE, id: one.id })
      expect(await schedules.list()).toEqual([one, other])
      expect((await many(() => schedules.remove(one.id))).filter(Boolean)).toHaveLength(1)
      expect(await schedules.list()).toEqual([other])
      const next = await schedules.add(SCHEDULE)
      expect([one.id, other.id]).not.toContain(next.id)
    })

    it.each(['config-abc', '', '0', '01', '1e0', '9'.repeat(30), '99'])('none is removed by %j', async (id) => {
      const { schedules } = await open()
      await schedules.add(SCHEDULE)
      expect(await schedules.remove(id)).toBe(false)
      expect(await schedules.list()).toHaveLength(1)
    })

    it('of the configuration are known since the first time, also when several ask at once', async () => {
      const { schedules } = await open()
      const told = await many((index) => schedules.knownSince('config-a', NOW + index))
      expect(new Set(told).size).toBe(1)
      expect(await schedules.knownSince('config-a', NOW + 99)).toBe(told[0])
      expect(await schedules.knownSince('config-b', NOW + 99)).toBe(NOW + 99)
    })
  })

  describe('posts', () => {
    const by = (owner: string, now = NOW) => ({ owner, now, until: now + MINUTE })

    it('are given to one of all who claim them at once', async () => {
      const { posts } = await open()
      const claims = await many((index) => posts.claim('key', TO, by(`owner-${index}`)))
      expect(claims.filter(({ kind }) => kind === 'ours')).toHaveLength(1)
      expect(claims.filter(({ kind }) => kind === 'held')).toEqual(
        Array.from({ length: 11 }, () => ({ kind: 'held', until: NOW + MINUTE })),
      )
    })

    it('may stand when whoever claimed them first did not come to an end', async () => {
      const { posts } = await open()
      expect(await posts.claim('key', TO, by('a'))).toMatchObject({ kind: 'ours', mayStand: false })
      expect(await posts.claim('key', TO, by('b', NOW + MINUTE - 1))).toEqual({ kind: 'held', until: NOW + MINUTE })
      const later = await many((index) => posts.claim('key', TO, by(`c-${index}`, NOW + MINUTE)))
      const ours = later.filter(({ kind }) => kind === 'ours')
      expect(ours).toEqual([
        {
          kind: 'ours',
          mayStand: true,
          record: { key: 'key', to: TO, end: null, message: null, attempts: 2, since: NOW },
        },
      ])
      expect(await posts.settle('key', 'a', 'posted', 'm1')).toBe(false)
      expect(await posts.release('key', 'a', NOW)).toBe(false)
      expect(await posts.claim('key', TO, by('d', NOW + 2 * MINUTE))).toMatchObject({ kind: 'ours', mayStand: true })
    })

    it('surely do not stand once they are released, and are left alone for as long as was said', async () => {
      const { posts } = await open()
      await posts.claim('key', TO, by('a'))
      expect(await posts.release('key', 'a', NOW + 5_000)).toBe(true)
      expect(await posts.release('key', 'a', NOW)).toBe(false)
      expect(await posts.claim('key', TO, by('b', NOW + 4_999))).toEqual({ kind: 'held', until: NOW + 5_000 })
      expect(await posts.claim('key', TO, by('b', NOW + 5_000))).toMatchObject({ kind: 'ours', mayStand: false })
      expect(await posts.claim('key', TO, by('b', NOW + 5_001))).toMatchObject({ kind: 'ours', mayStand: true })
    })

    it.each([
      ['posted', 'm\0-1'],
      ['refused', null],
      ['unclear', null],
      ['missed', null],
    ] as const)('that ended as %s stay so', async (end, message) => {
      const { posts } = await open()
      await posts.claim('key', TO, by('a'))
      expect((await many(() => posts.settle('key', 'a', end, message))).filter(Boolean)).toHaveLength(1)
      const record = { key: 'key', to: TO, end, message: message && 'm\uFFFD-1', attempts: 1, since: NOW }
      expect(await posts.claim('key', TO, by('b', NOW + 9 * MINUTE))).toEqual({ kind: 'ended', record })
      expect(await posts.find('key')).toEqual(record)
      expect(await posts.release('key', 'a', NOW)).toBe(false)
      expect(await posts.find('other')).toBeNull()
    })
  })

  it("a lease is one holder's until it runs out or is let go of", async () => {
    const { leases } = await open()
    const taken = await many((index) => leases.take('duties', `owner-${index}`, NOW, NOW + 10))
    expect(taken.filter(Boolean)).toHaveLength(1)
    const holder = `owner-${taken.indexOf(true)}`
    expect(await leases.take('duties', holder, NOW + 5, NOW + 20)).toBe(true)
    expect(await leases.take('duties', 'next', NOW + 19, NOW + 30)).toBe(false)
    await leases.release('duties', 'next')
    expect(await leases.take('duties', 'next', NOW + 19, NOW + 30)).toBe(false)
    expect(await leases.take('duties', 'next', NOW + 20, NOW + 30)).toBe(true)
    await leases.release('duties', 'next')
    expect(await leases.take('duties', holder, NOW + 21, NOW + 40)).toBe(true)
    expect(await leases.take('other', 'next', NOW, NOW + 10)).toBe(true)
  })

  it('watches are active until they are ended, with what was last noted', async () => {
    const { watches } = await open()
    const one = await watches.add(WATCH)
    const other = await watches.add({ ...WATCH, timeZone: 'Europe/Paris' })
    const seen = { reachable: true, eventsTo: NOW + 5, told: 2, toldAt: NOW }
    await watches.note(one.id, seen)
    await watches.note('99', seen)
    expect(await watches.active()).toEqual([{ ...WATCH, id: one.id, seen }, other])
    expect((await many(() => watches.end(one.id))).filter(Boolean)).toHaveLength(1)
    expect(await watches.end('none')).toBe(false)
    expect(await watches.active()).toEqual([other])
  })

  describe('incidents', () => {
    it('are open once for an app and subject', async () => {
      const { incidents } = await open()
      const opened = await many((index) => incidents.open('prod', 'api', [index], NOW + index))
      expect(new Set(opened.map((incident) => JSON.stringify(incident))).size).toBe(1)
      const { id } = opened[0]!
      expect((await incidents.open('prod', 'webhooks', [], NOW)).id).not.toBe(id)
      expect((await incidents.open('test', 'api', [], NOW)).id).not.toBe(id)
      await incidents.change(id, { closedAt: NOW + 50 })
      const again = await incidents.open('prod', 'api', [], NOW + 60)
      expect(again).toMatchObject({ openedAt: NOW + 60, closedAt: null })
      expect(again.id).not.toBe(id)
    })

    it('change in what is named, and count each change', async () => {
      const { incidents } = await open()
      const opened = await incidents.open('prod', 'api', [{ code: 'x' }], NOW)
      await many((index) =>
        incidents.change(opened.id, index % 2 ? { acknowledgedBy: 'slack:U1' } : { silencedUntil: NOW + 9 }),
      )
      const changed = { ...opened, acknowledgedBy: 'slack:U1', silencedUntil: NOW + 9, version: opened.version + 12 }
      expect(await incidents.find(opened.id)).toEqual(changed)
      const change = { alarms: null, changedAt: NOW + 1, quietSince: NOW + 1, acknowledgedBy: null, closedAt: NOW + 2 }
      const closed = { ...changed, ...change, version: opened.version + 13 }
      expect(await incidents.change(opened.id, change)).toEqual(closed)
      expect(await incidents.change('99', change)).toBeNull()
      expect(await incidents.find('x')).toBeNull()
    })

    it('are listed newest first: the open ones, and those closed since then', async () => {
      const { incidents } = await open()
      const ids = await ['a', 'b', 'c'].reduce<Promise<string[]>>(
        async (done, subject) => [...(await done), (await incidents.open('prod', subject, [], NOW)).id],
        Promise.resolve([]),
      )
      await incidents.change(ids[0]!, { closedAt: NOW + 5 })
      await incidents.change(ids[1]!, { closedAt: NOW + 6 })
      expect((await incidents.list(NOW + 6)).map(({ id }) => id)).toEqual([ids[2], ids[1]])
    })
  })

  describe('cases', () => {
    it('are found by their number, and open ones by user and place, the newest first', async () => {
      const { cases } = await open()
      const one = await cases.open(CASE)
      const two = await cases.open({ ...CASE, place: 'channel' })
      expect(one).toEqual({ ...CASE, id: one.id })
      expect(await cases.find(one.id)).toEqual(one)
      const of = { app: 'prod', userId: 'alice' }
      expect(await cases.findOpen({ ...of, places: ['thread-1', 'channel'] })).toEqual(two)
      expect(await cases.findOpen({ ...of, places: ['thread-1'] })).toEqual(one)
      expect(await cases.findOpen({ ...of, places: [] })).toBeNull()
      expect(await cases.findOpen({ ...of, app: 'test', places: ['channel'] })).toBeNull()
      await cases.change(two.id, { state: 'closed', closedAt: NOW })
      expect(await cases.findOpen({ ...of, places: ['thread-1', 'channel'] })).toEqual(one)
    })

    it('change in what is named and nothing else, even when several change them at once', async () => {
      const { cases } = await open()
      const { id } = await cases.open(CASE)
      const close = { state: 'closed', trueCause: 'quota', closedBy: 'slack:U2', closedAt: NOW + 5 } as const
      const diagnose = { conclusion: [1], cause: null, changedAt: NOW + 5, times: 2 }
      await Promise.all([cases.change(id, close), cases.change(id, diagnose), cases.change(id, { assignee: 'x:1' })])
      const changed = { ...CASE, id, ...close, ...diagnose, assignee: 'x:1' }
      expect(await cases.find(id)).toEqual(changed)
      expect(await cases.change(id, {})).toEqual(changed)
      expect(await cases.change('99', close)).toBeNull()
    })

    it('are listed newest first, and their causes counted', async () => {
      const { cases } = await open()
      const closed = { ...CASE, state: 'closed', trueCause: 'quota' } as const
      for (const record of [CASE, closed, closed, { ...CASE, cause: null }, { ...CASE, app: 'test' }])
        await cases.open(record)
      await cases.open({ ...CASE, openedAt: NOW + 10 })
      expect((await cases.list({ app: null, state: null }, 3)).map(({ app }) => app)).toEqual(['prod', 'test', 'prod'])
      expect(await cases.list({ app: 'prod', state: 'closed' }, 9)).toHaveLength(2)
      const causes = await cases.causes('prod', { from: NOW, to: NOW + 10 })
      expect(causes[0]).toEqual({ cause: 'logged-out', trueCause: 'quota', count: 2 })
      expect(causes).toHaveLength(3)
      expect(causes).toContainEqual({ cause: null, trueCause: null, count: 1 })
    })
  })

  it('the audit trail counts what was asked about an app, or about none, in a time', async () => {
    const { trail } = await open()
    const help = line({ command: 'im.help', facts: {} })
    const lines = [line(), line(), help, line({ facts: { app: 'test' } }), line({ command: null, facts: {} })]
    for (const each of lines) await trail.append(each, NOW)
    await trail.append(line(), NOW + 10)
    await trail.append(line({ status: 'upstream', facts: { app: 'prod', verdict: 'unknown' } }), NOW + 9)
    const why = { command: 'push.why', status: 'ok', verdict: 'cannot-receive', cause: 'logged-out', count: 2 }
    const asked = await trail.asked('prod', { from: NOW, to: NOW + 10 })
    expect(asked).toEqual([
      why,
      { command: 'im.help', status: 'ok', verdict: null, cause: null, count: 1 },
      { command: 'push.why', status: 'upstream', verdict: 'unknown', cause: null, count: 1 },
    ])
  })

  it('a button is found until its time is over', async () => {
    const { buttons } = await open()
    const button = { body: '{"run":"坏"}', owner: 'slack:U1', until: NOW + 5 }
    await buttons.keep('key', button)
    expect(await buttons.find('key', NOW + 4)).toEqual(button)
    expect(await buttons.find('key', NOW + 5)).toBeNull()
    await buttons.keep('key', { ...button, owner: null, until: NOW + 9 })
    expect(await buttons.find('key', NOW + 5)).toEqual({ ...button, owner: null, until: NOW + 9 })
    expect(await buttons.find('other', NOW)).toBeNull()
  })

  it('a delivery is the first once', async () => {
    const { deliveries } = await open()
    expect((await many(() => deliveries.first('id', NOW, null))).filter(Boolean)).toHaveLength(1)
    expect(await deliveries.first('other', NOW, null)).toBe(true)
  })

  it('a request that was taken and not answered is handed out once, a while later', async () => {
    const { deliveries } = await open()
    await deliveries.first('answered', NOW, '{"a":1}')
    await deliveries.done('answered')
    await deliveries.first('left', NOW, '{"b":2}')
    await deliveries.first('nothing kept', NOW, null)
    expect(await deliveries.abandoned(NOW)).toEqual([])
    const found = (await many(() => deliveries.abandoned(NOW + 1))).flat()
    expect(found).toEqual([{ id: 'left', at: NOW, request: '{"b":2}' }])
    expect(await deliveries.first('left', NOW, null)).toBe(false)
  })

  it('what is over is deleted, and what is not stays', async () => {
    const store = await open()
    const before = NOW - 100 * MINUTE
    const keep = (key: string, until: number) => store.buttons.keep(key, { body: '{}', owner: null, until })
    await Promise.all([keep('over', NOW), keep('not', NOW + 1)])
    await store.deliveries.first('old', NOW - 61 * MINUTE, null)
    await store.deliveries.first('new', NOW - 59 * MINUTE, null)
    for (const [key, now] of [['old', before - 1] as const, ['new', before] as const]) {
      await store.posts.claim(key, TO, { owner: 'a', now, until: NOW })
      await store.leases.take(key, 'a', 0, now)
      await store.trail.append(line(), now)
    }
    await store.watches.add({ ...WATCH, until: before - 1 })
    await store.cases.open({ ...CASE, changedAt: before - 1 })
    const [watch, record] = [await store.watches.add({ ...WATCH, until: before }), await store.cases.open(CASE)]
    const closed = await store.incidents.open('prod', 'a', [], before - 9)
    await store.incidents.change(closed.id, { closedAt: before - 1 })
    const stands = await store.incidents.open('prod', 'b', [], before - 9)
    const schedule = await store.schedules.add({ ...SCHEDULE, createdAt: 0 })

    expect(await store.prune(before, NEVER)).toBe(8)
    expect(await store.buttons.find('not', NOW)).not.toBeNull()
    expect([await store.deliveries.first('old', NOW, null), await store.deliveries.first('new', NOW, null)]).toEqual([
      true,
      false,
    ])
    expect([await store.posts.find('old'), (await store.posts.find('new'))?.key]).toEqual([null, 'new'])
    expect(await store.trail.asked('prod', { from: 0, to: NOW })).toMatchObject([{ count: 1 }])
    expect(await store.watches.active()).toEqual([watch])
    expect(await store.cases.list({ app: null, state: null }, 9)).toEqual([record])
    expect(await store.incidents.list(0)).toEqual([stands])
    expect(await store.schedules.list()).toEqual([schedule])
  })
}
