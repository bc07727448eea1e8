import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../../../src/adapters/sql/open-store.ts'
import { replyJson } from '../../../../src/adapters/terminal/ask.ts'
import { createAlertDuty } from '../../../../src/bot/alerts/alert-duty.ts'
import { LOCALES } from '../../../../src/bot/texts/locale.ts'
import { DEFAULT_RULES } from '../../../../src/diagnostics/alerts/rules.ts'
import { call, EVERYONE, request, testApp, testBot } from '../../../support/bot.ts'
import { DAY, MINUTE, NOW, OFFLINE, pushEvent } from '../../../support/push-case.ts'
import { answer, fakeIm, fakePorts } from '../../../support/push-ports.ts'
import { teamOf } from '../../../support/team.ts'
import { never } from './alert-rig.ts'

const PROD = testApp('prod')
/** Of Xiaomi's: the token is not valid. */
const DEAD = { code: 20301, info: 'No valid targets!' }

let store: Store
let serial = 0
beforeEach(async () => {
  store = await openStore({ url: ':memory:', now: () => NOW })
})
afterEach(() => store.close())

/** Pushes to Xiaomi phones, so long ago. */
async function pushed(count: number, ago: number, failure: { code: number; info: string } | null = null) {
  const events = Array.from({ length: count }, () => ({
    ...pushEvent(ago, { platform: 2, ...failure }),
    pushId: `push-${++serial}`,
    userId: `user-${serial}`,
  }))
  await store.events.append(PROD.sdkAppId, events, NOW - ago)
}

const ports = () => ({
  ...fakePorts({
    im: fakeIm({ userStates: (_app, ids) => answer(ids.map((userId) => ({ ...OFFLINE, userId }))) }),
  }),
  events: store.events,
})

async function ask(command: string, args: Record<string, unknown> = {}, locale: 'en' | 'zh' = 'en') {
  const conversations = { remember: async () => {}, recall: async () => null }
  const { bot, defects } = testBot({
    apps: [PROD],
    now: () => NOW,
    access: { configured: true, members: { viewer: EVERYONE, operator: EVERYONE, admin: EVERYONE } },
    world: async () => ({ ok: true, world: { ...ports(), conversations, team: teamOf(store), wait: never } }),
  })
  const reply = await bot.answer(request(call(command, args), { locale }))
  expect(defects).toEqual([])
  if (reply === null) throw new Error('no answer')
  return replyJson(reply, NOW)
}

/** One look of the running bot. */
const look = () =>
  createAlertDuty({
    ...ports(),
    apps: [PROD],
    figures: store.figures,
    incidents: store.incidents,
    rules: DEFAULT_RULES,
    channelsFor: async () => [],
    posting: { onTrouble: () => {} } as never,
    clock: () => NOW,
    onTrouble: () => {},
  }).run(NOW, new AbortController().signal)

describe('60 dead tokens with no history', () => {
  test('are an alert, and the report of the hour does not say that nothing is unusual', async () => {
    await pushed(4_000, 20 * MINUTE)
    await pushed(60, 10 * MINUTE, DEAD)
    await look()
    const list = await ask('im.alert.list')
    expect(list.result).toMatchObject({
      incidents: [{ subject: 'vendor:xiaomi', alarms: [{ code: 'dead-tokens', usual: null }] }],
    })
    const report = await ask('im.report')
    expect(report.card.text).not.toContain('Nothing unusual')
    expect(report.card.text).toMatch(/Alert: Xiaomi reports many dead tokens.*\/im alert list/)
  })

  test('are seen by the report where no bot runs that keeps alerts', async () => {
    await pushed(4_000, 20 * MINUTE)
    await pushed(60, 10 * MINUTE, DEAD)
    expect((await ask('im.report')).card.text).toMatch(/Alert: Xiaomi reports many dead tokens/)
    expect((await ask('im.report', {}, 'zh')).card.text).toMatch(/告警：小米/)
  })

  test('fewer are none', async () => {
    await pushed(4_000, 20 * MINUTE)
    await pushed(49, 10 * MINUTE, DEAD)
    await look()
    expect((await ask('im.alert.list')).result).toMatchObject({ incidents: [] })
    expect((await ask('im.report')).card.text).toContain('Nothing unusual')
  })
})

describe('what cannot be judged yet', () => {
  test.each(LOCALES)('is said in the list of alerts, in %s', async (locale) => {
    const fresh = await ask('im.alert.list', {}, locale)
    expect(fresh.result).toMatchObject({ incidents: [], notYetJudged: [{ app: 'prod', code: 'no-webhooks' }] })
    expect(fresh.card).toMatchObject({ tone: 'info' })
    expect(fresh.card.text).toMatch(locale === 'en' ? /Not judged yet in prod.*no webhook/ : /prod 暂时无法判断.*回调/)

    await pushed(12, 2 * DAY)
    const young = await ask('im.alert.list', {}, locale)
    expect(young.result).toMatchObject({
      notYetJudged: [
        { app: 'prod', code: 'no-history', attempted: 12, needed: 50, days: 7 },
        { app: 'prod', code: 'no-rhythm', from: expect.stringMatching(/^2026-11-30T/) },
      ],
    })
    expect(young.card.text).toMatch(locale === 'en' ? /so far there are 12/ : /目前只有 12 条/)
  })

  test('is nothing after a week of enough pushes', async () => {
    await pushed(60, 8 * DAY)
    await pushed(60, 2 * DAY)
    const { result, card } = await ask('im.alert.list')
    expect(result).toMatchObject({ incidents: [], notYetJudged: [] })
    expect(card.tone).toBe('good')
  })
})

describe('a loss that is no alert', () => {
  test('says that there are too few pushes to judge', async () => {
    await pushed(20, 20 * MINUTE)
    await pushed(20, 10 * MINUTE, { code: -203, info: 'no rights' })
    const { card } = await ask('im.report')
    expect(card.text).toMatch(/Xiaomi lost 50% of its pushes/)
    expect(card.text).toMatch(/No alert for Xiaomi: fewer than 50 pushes in the last 60 minutes/)
    expect((await ask('im.report', {}, 'zh')).card.text).toMatch(/小米没有告警：最近 60 分钟推送不足 50 条/)
  })

  test('of a handful of pushes says that they are too few', async () => {
    await pushed(6, 20 * MINUTE)
    await pushed(4, 10 * MINUTE, DEAD)
    expect((await ask('im.report')).card.text).toContain('Too few pushes to judge: no vendor has 20')
    expect((await ask('im.report', {}, 'zh')).card.text).toContain('推送太少，无法判断')
  })

  test('says that there is nothing to compare with yet', async () => {
    await pushed(200, 20 * MINUTE)
    await pushed(200, 10 * MINUTE, { code: -203, info: 'no rights' })
    expect((await ask('im.report')).card.text).toMatch(
      /No alert for Xiaomi yet: fewer than 50 pushes in the 7 days before/,
    )
  })
})
