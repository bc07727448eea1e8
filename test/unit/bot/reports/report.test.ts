import { afterEach, expect, it } from 'vitest'
import type { LossChart } from '../../../../src/bot/ports/chart.ts'
import type { Team } from '../../../../src/bot/ports/team.ts'
import type { Progress } from '../../../../src/bot/request.ts'
import { openPushWorld, type PushWorld, type PushWorldOptions } from '../../../support/push-world.ts'

const worlds: PushWorld[] = []

async function worldOf(options: PushWorldOptions = {}): Promise<PushWorld> {
  const world = await openPushWorld(options)
  worlds.push(world)
  return world
}

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()))
})

const PNG = Uint8Array.of(137, 80, 78, 71)

it('tells what was counted, with the chart, and the numbers as text', async () => {
  const charts: LossChart[] = []
  const drawChart: Team['drawChart'] = async (chart) => {
    charts.push(chart)
    return PNG
  }
  const { bot } = await worldOf({ team: { drawChart } })
  const told: Progress[] = []
  const { json, reply } = await bot.ask('im report now --since 7d', { onProgress: (progress) => told.push(progress) })
  expect(json.status).toBe('ok')
  expect(json.result).toMatchObject({
    app: expect.any(String),
    period: { from: '2026-11-18T09:00:05.000Z', to: '2026-11-25T09:00:05.000Z' },
    totals: { source: expect.stringMatching(/^(?:statistics|callbacks)$/) },
    byVendor: expect.arrayContaining([expect.objectContaining({ vendor: expect.anything() })]),
    topFailures: expect.any(Array),
    diagnoses: expect.any(Array),
    causes: [],
    api: { outcome: 'well' },
  })
  const [picture] = reply.card.blocks.filter((block) => block.kind === 'image')
  expect(picture?.png).toBe(PNG)
  expect(json.card.text).toContain(`[${picture?.alt}]`)
  expect(charts[0]?.lines.length).toBeGreaterThan(0)
  expect(told[0]?.card.title).toMatch(/^Making the report/)
  expect(reply.card.actions.map(({ label }) => label)).toEqual(['Make it again'])
})

it('stands without a chart that cannot be drawn, and without a store that does not answer', async () => {
  const away = () => Promise.reject(new Error('away'))
  const { bot } = await worldOf({
    team: {
      figures: { counts: away, since: away },
      trail: { append: async () => {}, asked: away },
    },
  })
  const { json, reply } = await bot.ask('im report')
  expect(json.status).toBe('ok')
  expect(json.result).toMatchObject({ diagnoses: [], states: null, webhooks: { received: null } })
  expect(reply.card.blocks.some(({ kind }) => kind === 'image')).toBe(false)
  expect(json.card.text).toContain('I was asked: no data')
})

it('counts what the bot was asked, and the cases', async () => {
  const world = await worldOf({ pasts: false })
  const { app } = (await world.bot.ask('im report')).json.result as { app: string }
  const at = world.now()
  const line = { request: '1', platform: 'slack', actor: 'U1', place: 'slack:C1', role: 'viewer', milliseconds: 9 }
  const facts = { app, verdict: 'cannot-receive', cause: 'token-invalid' }
  for (let count = 0; count < 12; count++) {
    await world.store.trail.append({ ...line, command: 'push.why', status: 'ok', facts }, at)
  }
  await world.store.cases.open({
    app,
    userId: 'alice',
    place: 'slack:C1',
    state: 'closed',
    conclusion: {},
    first: {},
    cause: 'token-invalid',
    trueCause: 'no-fault',
    assignee: null,
    closedBy: 'slack:U1',
    openedAt: at,
    changedAt: at,
    closedAt: at,
    times: 1,
  })
  const { json } = await world.bot.ask('im report')
  expect(json.card.text).toContain('I was asked: 12 times: push why 12')
  expect(json.card.text).toContain('I concluded: invalid token 12')
  expect(json.card.text).toContain('Cases: 1 opened; it really was: nothing was wrong 1')
})

it('is in the language that is asked for, whatever the asker speaks', async () => {
  const { bot } = await worldOf({ pasts: false })
  const { json } = await bot.ask('im report now --lang zh')
  expect(json.card.title).toContain('推送报告')
  expect(json.card.text).toContain('大家问了')
})

it.each(['zh-CN', '中文', 'Chinese'])('takes %s for a language', async (lang) => {
  const { bot } = await worldOf({ pasts: false })
  expect((await bot.ask(`im report now --lang ${lang}`)).json.card.title).toMatch(/\p{Script=Han}/u)
})

it('says which languages there are', async () => {
  const { bot } = await worldOf({ pasts: false })
  const { json } = await bot.ask('im report now --lang fr')
  expect(json.status).toBe('usage')
  expect(json.error).toMatch(/fr.*en.*zh/)
})
