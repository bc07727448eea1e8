import { afterEach, describe, expect, test } from 'vitest'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import type { Wait } from '../../src/adapters/simulator/simulator-options.ts'
import { EXIT_STATUS } from '../../src/adapters/terminal/ask.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { Access } from '../../src/bot/services.ts'
import { actor, EVERYONE, people } from '../support/bot.ts'
import { checkOf, whyOf } from '../support/push-results.ts'
import { openPushWorld, type PushWorld, type PushWorldOptions, type Speaker } from '../support/push-world.ts'

const BATCH = 'timpush/batch'
const [demo] = demoApps()

const ACCESS: Access = {
  configured: true,
  members: { viewer: EVERYONE, operator: people('slack:OPERATOR'), admin: people('slack:ADMIN') },
}
const OPERATOR = actor('OPERATOR')
const OWNER = actor('owner', { platform: 'terminal', owner: true })
const TERMINAL = { actor: OWNER, place: { kind: 'terminal', id: 'terminal', thread: null } } as const

let world: PushWorld

afterEach(() => world.close())

async function open(options: PushWorldOptions = {}): Promise<Speaker> {
  world = await openPushWorld({ pasts: false, ...options })
  return world.speaker({ access: ACCESS })
}

/** `DataId` of the test pushes that Tencent was asked for. */
const caseNumbers = (): readonly unknown[] => world.calls(BATCH).map((body) => (body as { DataId: unknown }).DataId)

const labels = ({ card }: Reply): readonly string[] => card.actions.map(({ label }) => label)

const outcomes = (stages: ReturnType<typeof checkOf>['stages']): Readonly<Record<string, string>> =>
  Object.fromEntries(stages.map(({ name, outcome }) => [name, outcome]))

describe('who may', () => {
  test('nobody in chat as long as no access section says who', async () => {
    await open()
    const { json } = await world.bot.ask('/push check alice')
    expect(json).toMatchObject({ command: 'push.check', status: 'denied', visibility: 'private' })
    const confirmed = await world.bot.ask('/push check alice --yes')
    expect(confirmed.json.status).toBe('denied')
    expect(confirmed.json.error).toContain('access')
    expect(caseNumbers()).toEqual([])
  })

  test('no viewer, neither by words nor by a call nor by the button of someone else', async () => {
    const { ask, call, button, press } = await open()
    expect((await ask('/push check alice --yes')).json.status).toBe('denied')
    expect((await call('push.check', { user: 'alice', yes: true })).json.status).toBe('denied')
    const { reply } = await ask('/push check alice', { actor: OPERATOR })
    const key = button(reply, 'Send the test push', OPERATOR)
    expect((await press(key)).json.status).not.toBe('ok')
    expect(caseNumbers()).toEqual([])
  })
})

describe('in chat', () => {
  test('it asks first, and a pressed button sends', async () => {
    const { ask, button, press } = await open()
    const asked = await ask('/push check alice', { actor: OPERATOR })
    expect(asked.json).toMatchObject({ status: 'ok', card: { tone: 'warn', title: 'Test push to alice?' } })
    expect(asked.json.card.text).toContain('real notification')
    expect(labels(asked.reply)).toEqual(['Send the test push'])
    expect(caseNumbers()).toEqual([])

    const key = button(asked.reply, 'Send the test push', OPERATOR)
    const { json } = await press(key, { actor: OPERATOR })
    expect(json).toMatchObject({ command: 'push.check', status: 'ok', card: { tone: 'good' } })
    expect(checkOf(json).outcome).toBe('delivered')
    expect(caseNumbers()).toHaveLength(1)
    expect(json.card.text).toContain(String(caseNumbers()[0]))
  })

  test('the same button twice, even at the same time, sends once; asked anew, it sends anew', async () => {
    const { ask, button, press } = await open()
    const first = await ask('/push check alice', { actor: OPERATOR })
    const key = button(first.reply, 'Send the test push', OPERATOR)
    const [one, other] = await Promise.all([press(key, { actor: OPERATOR }), press(key, { actor: OPERATOR })])
    expect(caseNumbers()).toHaveLength(1)
    const again = await press(key, { actor: OPERATOR })
    expect(caseNumbers()).toHaveLength(1)
    expect(again.json.card.text).toContain('was sent before and is not sent again')
    expect(checkOf(again.json)).toMatchObject({ outcome: 'delivered', taskId: expect.stringContaining('batch_') })
    const said = [one, other].filter(({ json }) => json.card.text.includes('not sent again'))
    expect(said).toHaveLength(1)

    const second = await ask('/push check alice', { actor: OPERATOR })
    const anew = await press(button(second.reply, 'Send the test push', OPERATOR), { actor: OPERATOR })
    expect(anew.json.card.text).not.toContain('not sent again')
    expect(caseNumbers()).toHaveLength(2)
    expect(new Set(caseNumbers()).size).toBe(2)
  })

  test('it is shown while it is under way', async () => {
    const { ask } = await open()
    const told: string[] = []
    await ask('/push check steve --yes', {
      actor: OPERATOR,
      onProgress: ({ card }) => told.push(card.title),
    })
    expect(told.length).toBeGreaterThan(1)
    expect(new Set(told)).toEqual(new Set(['Test push to steve']))
  })

  test('the audit line names who sent it, to whom and under which case', async () => {
    const { ask, audit } = await open()
    await ask('/push check bob --yes', { actor: OPERATOR })
    expect(audit).toMatchObject([
      {
        command: 'push.check',
        facts: { user: 'bob', by: 'slack:OPERATOR', case: caseNumbers()[0], outcome: 'failed' },
      },
    ])
  })
})

describe('at a terminal', () => {
  test('it needs --yes', async () => {
    const { ask } = await open()
    const { reply, json } = await ask('/push check alice', TERMINAL)
    expect(json).toMatchObject({ status: 'usage', command: 'push.check' })
    expect(json.error).toContain('--yes')
    expect(EXIT_STATUS[reply.status]).toBe(2)
    expect(caseNumbers()).toEqual([])
    expect((await ask('/push check alice --yes', TERMINAL)).json.status).toBe('ok')
    expect(caseNumbers()).toHaveLength(1)
  })

  test('a structured call confirms with `yes`', async () => {
    const { call } = await open()
    expect((await call('push.check', { user: 'alice' }, TERMINAL)).json.status).toBe('usage')
    expect((await call('push.check', { user: 'alice', yes: true }, TERMINAL)).json.status).toBe('ok')
    expect(caseNumbers()).toHaveLength(1)
  })

  test('an app that integrates the vendors itself has none', async () => {
    const { ask } = await open({ apps: [{ ...demo, push: 'self-integrated' }] })
    const own = world.speaker({ apps: [{ ...demo, push: 'self-integrated' }], access: ACCESS })
    for (const { json } of [
      await ask('/push check alice --yes', TERMINAL),
      await own.ask('/push check alice --yes', TERMINAL),
    ])
      expect(json.status).toBe('usage')
    expect(caseNumbers()).toEqual([])
  })
})

describe('followed to its end', () => {
  const check = async (user: string, options: PushWorldOptions = {}) => {
    const { ask } = await open(options)
    return (await ask(`/push check ${user} --yes`, TERMINAL)).json
  }

  test('delivered, by callbacks that carry the case number', async () => {
    const json = await check('alice')
    const { stages, outcome, taskId, findings } = checkOf(json)
    expect(outcome).toBe('delivered')
    expect(outcomes(stages)).toEqual({ im: 'pass', vendor: 'pass', device: 'pass', click: 'pass' })
    expect(findings).toEqual([])
    const [number] = caseNumbers()
    expect(json.result).toMatchObject({ caseNumber: number })
    const steps = await world.store.events.ofTask(
      demo.sdkAppId,
      { userId: 'alice', taskId, dataId: String(number) },
      10,
    )
    expect(steps.map(({ dataId }) => dataId)).toEqual([number, number, number])
  })

  test.each(['steve', 'heidi'])('accepted by the vendor of %s, which is not called delivered', async (user) => {
    const json = await check(user)
    const { stages, outcome } = checkOf(json)
    expect(outcome).toBe('accepted')
    expect(outcomes(stages)).toMatchObject({ im: 'pass', vendor: 'pass', device: 'unknown', click: 'unknown' })
    expect(json.card.text).toContain('Accepted is not delivered')
    expect(json.card.tone).not.toBe('good')
  })

  test('and what stands in the way is said: notifications that are off', async () => {
    expect(checkOf(await check('heidi')).findings.map(({ code }) => code)).toContain('notification-off')
  })

  test.each([
    ['bob', 'token-invalid', '410'],
    ['ivan', 'quota', '10070'],
    ['zoe', 'certificate-mismatch', '-201'],
    ['nina', 'certificate-missing', '-1'],
    ['oscar', 'token-missing', '-2'],
    ['jonas --app demo-global', 'credential-rejected', '403'],
  ])('failed for %s: %s', async (user, cause, code) => {
    const json = await check(user)
    const { stages, outcome, findings } = checkOf(json)
    expect(outcome).toBe('failed')
    expect(outcomes(stages)).toMatchObject({ im: 'pass', device: 'unknown' })
    expect(stages.find(({ outcome }) => outcome === 'fail')).toMatchObject({ name: 'vendor', code })
    expect(findings.map((finding) => finding.code)).toContain(cause)
    expect(json.card.tone).toBe('bad')
    expect(json.card.text).toContain(findings[0]?.remedy)
  })

  test('the many looks until then leave nothing behind that Node warns of', async () => {
    const warnings: string[] = []
    const hear = ({ message }: Error) => warnings.push(message)
    process.on('warning', hear)
    const json = await check('steve')
    await new Promise(setImmediate)
    process.off('warning', hear)
    expect(checkOf(json).outcome).toBe('accepted')
    expect(warnings).toEqual([])
  })

  test('online: the app was open, and the vendor was not asked', async () => {
    const json = await check('carol')
    const { stages, outcome } = checkOf(json)
    expect(outcome).toBe('delivered')
    expect(outcomes(stages)).toMatchObject({ im: 'pass', vendor: 'skipped', device: 'pass' })
    expect(json.card.text).toContain('delivered online')
  })

  test('no device at all', async () => {
    const { outcome, findings } = checkOf(await check('hugo --app demo-global'))
    expect(outcome).toBe('pending')
    expect(findings).toMatchObject([{ code: 'no-device-bound' }])
  })

  test('refused by Tencent, since there is no such user', async () => {
    const { stages, outcome, findings } = checkOf(await check('alicia'))
    expect(outcome).toBe('failed')
    expect(stages[0]).toMatchObject({ name: 'im', outcome: 'fail', code: '70107' })
    expect(findings.length).toBeGreaterThan(0)
    expect(caseNumbers()).toHaveLength(1)
  })

  test('refused by Tencent, since the push service was not bought', async () => {
    const { ask } = await open()
    world.simulator.fault({ endpoint: BATCH, kind: 'error-code', value: 90_045 })
    const { json } = await ask('/push check alice --yes', TERMINAL)
    expect(checkOf(json)).toMatchObject({ outcome: 'failed', findings: [{ code: 'service-inactive' }] })
    expect(caseNumbers()).toHaveLength(1)
  })

  test('the text calms whoever sees it, and is in the asker’s language', async () => {
    const { ask } = await open()
    await ask('/push check alice --yes', { ...TERMINAL, locale: 'zh' })
    const [sent] = world.calls(BATCH)
    expect(sent).toMatchObject({
      To_Account: ['alice'],
      OfflinePushInfo: { Desc: expect.stringMatching(/\p{Script=Han}/u) },
    })
  })

  test('with a certificate, only devices with it are looked at', async () => {
    const json = await check('alice 15001')
    expect(checkOf(json).outcome).toBe('delivered')
    expect(json.card.text).toContain('15001')
  })

  test('the diagnosis that comes next knows what it showed', async () => {
    const { ask } = await open()
    expect(whyOf((await ask('/push why hugo --app demo-global')).json)).toMatchObject({ cause: null })
    await ask('/push check hugo --app demo-global --yes', TERMINAL)
    expect(whyOf((await ask('/push why hugo --app demo-global')).json)).toMatchObject({ cause: 'no-device-bound' })
  })
})

describe('an answer that does not come', () => {
  test.each(['reset', 'hang'] as const)(
    '%s: asked for once, and it is said that nobody knows whether it was sent',
    async (kind) => {
      const { ask, button, press } = await open({ bounds: { attempt: 500, call: 1_000 } })
      world.simulator.fault({ endpoint: BATCH, kind })
      const { reply } = await ask('/push check alice', { actor: OPERATOR })
      const key = button(reply, 'Send the test push', OPERATOR)
      const { json } = await press(key, { actor: OPERATOR })
      expect(caseNumbers()).toHaveLength(1)
      const { taskId, outcome, stages } = checkOf(json)
      expect({ taskId, outcome }).toEqual({ taskId: null, outcome: 'pending' })
      expect(stages[0]).toMatchObject({ name: 'im', outcome: 'unknown' })
      expect(json.card.text).toContain('Whether it was sent is not known')
      expect(json.card.tone).not.toBe('good')
      // Nor does a second press risk a second notification.
      await press(key, { actor: OPERATOR })
      expect(caseNumbers()).toHaveLength(1)
    },
  )

  test.each([
    ['http-status', 500],
    ['garbage', undefined],
    ['error-code', 91_000],
  ] as const)('%s: not tried again either', async (kind, value) => {
    const { ask } = await open()
    world.simulator.fault({ endpoint: BATCH, kind, ...(value === undefined ? {} : { value }) })
    const { json } = await ask('/push check alice --yes', TERMINAL)
    expect(caseNumbers()).toHaveLength(1)
    expect(['pending', 'failed']).toContain(checkOf(json).outcome)
  })

  test('that it was sent all the same shows by the case number', async () => {
    const LATE = 60_000
    let answerNow = (): void => {}
    const answered = new Promise<void>((resolve) => {
      answerNow = resolve
    })
    // Tencent acts after we have given up: by the time a command waits, it has.
    const pause: Wait = async (milliseconds) => {
      if (milliseconds === LATE) await answered
    }
    const { ask } = await open({ pause, bounds: { attempt: 500, call: 1_000 }, onWait: () => answerNow() })
    world.simulator.fault({ endpoint: BATCH, kind: 'slow', value: LATE })
    const { json } = await ask('/push check alice --yes', TERMINAL)
    expect(caseNumbers()).toHaveLength(1)
    expect(json.card.text).toContain('Whether it was sent is not known')
    const { outcome, stages, taskId } = checkOf(json)
    expect({ outcome, taskId }).toEqual({ outcome: 'delivered', taskId: null })
    expect(outcomes(stages)).toMatchObject({ vendor: 'pass', device: 'pass' })
  })

  test('a trace that fails costs details, not the answer', async () => {
    const { ask } = await open()
    world.simulator.fault({ endpoint: 'timpush/all_member_push_trace', kind: 'http-status', value: 500 })
    const { json } = await ask('/push check bob --yes', TERMINAL)
    expect(checkOf(json)).toMatchObject({ outcome: 'failed', findings: [{ code: 'token-invalid' }] })
  })
})
