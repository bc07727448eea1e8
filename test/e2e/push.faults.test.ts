import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onPhone } from '../../src/adapters/simulator/cast/props.ts'
import type { Fault } from '../../src/adapters/simulator/faults.ts'
import { actor } from '../support/bot.ts'
import { outcomesOf, statusOf, type WhyResult, whyOf } from '../support/push-results.ts'
import { type Answered, openPushWorld, type PushWorld } from '../support/push-world.ts'

/** Enough for an answer on a busy machine, and short enough for what never answers. No attempt waits for its turn. */
const BOUNDS = { attempt: 700, call: 800, turn: 0 }

const TROUBLES: readonly (readonly [string, Omit<Fault, 'endpoint'>])[] = [
  ['an error code', { kind: 'error-code', value: 91_000 }],
  ['HTTP 500', { kind: 'http-status', value: 500 }],
  ['garbage', { kind: 'garbage' }],
  ['silence', { kind: 'hang' }],
  ['a connection that breaks', { kind: 'reset' }],
  ['too many calls', { kind: 'error-code', value: 60_007 }],
]

interface Case {
  endpoint: string
  asked: string
  /** Checks that have nothing to go by without the endpoint. */
  blind: readonly string[]
}

const CASES: readonly Case[] = [
  { endpoint: 'openim/query_online_status', asked: 'alice', blind: ['state'] },
  { endpoint: 'im_open_login_svc/account_check', asked: 'alice', blind: [] },
  { endpoint: 'openim/admin_getroammsg', asked: 'alice --from sam', blind: ['message'] },
  { endpoint: 'sns/black_list_check', asked: 'alice --from sam', blind: ['relations'] },
  { endpoint: 'openconfigsvr/getnospeaking', asked: 'alice --from sam', blind: ['relations'] },
  { endpoint: 'group_open_http_svc/get_group_info', asked: 'alice --group team', blind: ['group'] },
  { endpoint: 'group_open_http_svc/get_group_member_info', asked: 'alice --group team', blind: ['group'] },
  { endpoint: 'group_open_http_svc/group_msg_get_simple', asked: 'alice --group team', blind: ['message'] },
  { endpoint: 'timpush/normal_push_trace', asked: 'alice', blind: ['registration', 'certificate'] },
  { endpoint: 'timpush/all_member_push_trace', asked: 'leo', blind: [] },
  { endpoint: 'timpush/normal_push_loss', asked: 'alice --from sam', blind: [] },
]

let world: PushWorld

beforeAll(async () => {
  world = await openPushWorld({
    bounds: BOUNDS,
    stage: ({ users }) => users.put('blank', { story: 'Nothing was ever told.', clients: [onPhone('Android')] }),
  })
  const owner = actor('owner', { platform: 'terminal', owner: true })
  await world.bot.ask('/push check leo --yes', { actor: owner })
})

afterAll(() => world.close())

async function during(fault: Fault, asked: string): Promise<Answered> {
  const takeBack = world.simulator.fault(fault)
  try {
    return await world.bot.ask(asked)
  } finally {
    takeBack()
  }
}

/** What the answer says that it could not see. */
const unseenIn = ({ findings }: WhyResult): string =>
  findings
    .filter(({ code }) => code === 'upstream-unreachable' || code === 'rate-limited')
    .flatMap(({ message, evidence }) => [message, ...evidence])
    .join('\n')

describe.each(CASES)('$endpoint fails', ({ endpoint, asked, blind }) => {
  test.each(TROUBLES)('with %s', async (_, trouble) => {
    const whole = outcomesOf(whyOf((await world.bot.ask(`/push why ${asked}`)).json))
    for (const name of blind) expect(whole[name]).toBe('pass')

    const before = world.calls(endpoint).length
    const { json } = await during({ endpoint, ...trouble }, `/push why ${asked}`)
    expect(world.calls(endpoint).length).toBeGreaterThan(before)
    const result = whyOf(json)
    expect(json.status).toBe('ok')
    expect(unseenIn(result)).toContain(endpoint)
    expect(json.card.text).toContain(endpoint)
    const outcomes = outcomesOf(result)
    for (const name of ['service', ...blind]) expect([name, outcomes[name]]).not.toEqual([name, 'pass'])
    // All that does not rest on it is said as before.
    const others = Object.keys(whole).filter((name) => name !== 'service' && !blind.includes(name))
    for (const name of others) expect([name, outcomes[name]]).toEqual([name, whole[name]])
    // Whoever does not see the state does not say that pushes come.
    expect(result.verdict).toBe(blind.includes('state') ? 'unknown' : 'can-receive')
    expect(result.timeline.length).toBeGreaterThan(0)
  })
})

describe('webhooks stand in for what Tencent does not tell', () => {
  test('a block list', async () => {
    const { json } = await during({ endpoint: 'sns/black_list_check', kind: 'reset' }, '/push why kim --from sam')
    expect(whyOf(json)).toMatchObject({ verdict: 'cannot-receive', cause: 'blocked-sender' })
  })

  test('a logout, the last thing that is known when nothing answers', async () => {
    const { json } = await during({ endpoint: /./, kind: 'reset' }, '/push why dave')
    expect(json.status).toBe('ok')
    expect(whyOf(json)).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'logged-out',
      confidence: 'very-likely',
    })
    expect(unseenIn(whyOf(json))).toContain('openim/query_online_status')
  })

  test('a dead token', async () => {
    const { json } = await during({ endpoint: /./, kind: 'http-status', value: 503 }, '/push why bob')
    expect(whyOf(json)).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid' })
  })

  test('but not whether a sender switched the push off', async () => {
    const { json } = await during({ endpoint: 'openim/admin_getroammsg', kind: 'reset' }, '/push why wendy --from sam')
    const result = whyOf(json)
    expect(outcomesOf(result)['message']).not.toBe('pass')
    expect(result.verdict).not.toBe('can-receive')
  })
})

describe('everything fails', () => {
  test.each(TROUBLES)('with %s: nothing is known, and that is said', async (name, trouble) => {
    const began = performance.now()
    const { json } = await during({ endpoint: /./, ...trouble }, '/push why blank')
    // Tries one after the other would take many times as long.
    expect(performance.now() - began).toBeLessThan(6_000)
    const result = whyOf(json)
    expect(json).toMatchObject({ command: 'push.why', status: 'upstream' })
    expect(json.error).toContain('openim/query_online_status')
    const cause = name === 'too many calls' ? 'rate-limited' : 'upstream-unreachable'
    expect(result).toMatchObject({ verdict: 'unknown', cause })
    for (const { outcome } of result.checks) expect(outcome).not.toBe('pass')
    expect(json.card.tone).not.toBe('good')
    expect(result.nextSteps.length).toBeGreaterThan(0)
  })

  test('what webhooks told is still there', async () => {
    const { json } = await during({ endpoint: /./, kind: 'http-status', value: 502 }, '/push why alice')
    const result = whyOf(json)
    expect(json.status).toBe('ok')
    expect(result).toMatchObject({ verdict: 'unknown', cause: 'upstream-unreachable' })
    expect(result.timeline.length).toBeGreaterThan(3)
    expect(outcomesOf(result)).not.toMatchObject({ state: 'pass' })
  })

  test('and it is over as soon as the trouble is', async () => {
    await during({ endpoint: /./, kind: 'reset' }, '/push why alice')
    expect(whyOf((await world.bot.ask('/push why alice')).json)).toMatchObject({ verdict: 'can-receive', findings: [] })
  })

  test.each(TROUBLES)('im status with %s', async (_, trouble) => {
    const { json } = await during({ endpoint: /./, ...trouble }, '/im status alice dave')
    expect(json).toMatchObject({ command: 'im.status', status: 'upstream' })
    expect(json.error).toContain('openim/query_online_status')
    expect(statusOf(json).users).toMatchObject([
      { userId: 'alice', state: 'Unknown', canReceiveOfflinePush: 'unknown' },
      { userId: 'dave', state: 'Unknown' },
    ])
  })
})

describe('the bot’s own store fails', () => {
  let broken: PushWorld

  beforeAll(async () => {
    broken = await openPushWorld()
    await broken.store.close()
  })

  afterAll(() => broken.close())

  test('a diagnosis rests on what Tencent says, and says what is missing', async () => {
    const { json } = await broken.bot.ask('/push why dave')
    const result = whyOf(json)
    expect(json.status).toBe('ok')
    expect(result.verdict).toBe('cannot-receive')
    expect(outcomesOf(result)).toMatchObject({ account: 'pass', state: 'fail', vendor: 'unknown', delivery: 'unknown' })
    expect(unseenIn(result)).toContain('store')
    expect(whyOf((await broken.bot.ask('/push why alice')).json)).toMatchObject({ confidence: 'possible' })
  })

  test.each(['/push history alice', '/push devices alice'])('%s says that it cannot be told now', async (asked) => {
    const { json } = await broken.bot.ask(asked)
    expect(json).toMatchObject({ status: 'upstream', result: null })
    expect(json.error).toContain('store')
  })

  test('states are told without their history', async () => {
    const { json } = await broken.bot.ask('/im status alice carol')
    expect(json.status).toBe('ok')
    expect(statusOf(json).users).toMatchObject([{ canReceiveOfflinePush: 'yes' }, { state: 'Online' }])
  })

  test('no test push is sent that could not be kept from being sent twice', async () => {
    const owner = actor('owner', { platform: 'terminal', owner: true })
    const { json } = await broken.bot.ask('/push check alice --yes', { actor: owner })
    expect(json.status).toBe('upstream')
    expect(broken.calls('timpush/batch')).toEqual([])
  })
})

test('a diagnosis that asks all there is to ask leaves nothing behind that Node warns of', async () => {
  const warnings: string[] = []
  const hear = ({ message }: Error) => warnings.push(message)
  process.on('warning', hear)
  const { json } = await world.bot.ask('/push why leo --from sam --group team')
  await new Promise(setImmediate)
  process.off('warning', hear)
  expect(whyOf(json).verdict).toBe('can-receive')
  expect(warnings).toEqual([])
})

test('with the bounds of the product, an answer is there within 20 seconds, whatever hangs', {
  timeout: 40_000,
}, async () => {
  const hanging = await openPushWorld()
  hanging.simulator.fault({ endpoint: /./, kind: 'hang' })
  const owner = actor('owner', { platform: 'terminal', owner: true })
  const took = async (asked: string) => {
    const began = performance.now()
    const { json } = await hanging.bot.ask(asked, { actor: owner })
    return { asked, status: json.status, inTime: performance.now() - began < 20_000 }
  }
  const all = [
    ['/push why alice --from sam --group team', 'ok'],
    ['/im status alice', 'upstream'],
    ['/push devices bob', 'ok'],
    ['/push check steve --yes', 'ok'],
  ] as const
  const answers = await Promise.all(all.map(([asked]) => took(asked)))
  await hanging.close()
  expect(answers).toEqual(all.map(([asked, status]) => ({ asked, status, inTime: true })))
})

describe('im status is refused', () => {
  test.each([
    [60_020, 'plan'],
    [60_026, 'region'],
    [70_009, 'secretKey'],
  ])('with %i, and says what to do', async (value, word) => {
    const { json } = await during({ endpoint: /./, kind: 'error-code', value }, '/im status alice')
    expect(json.status).toBe('upstream')
    expect(json.error).toContain(String(value))
    expect(json.error).toContain(word)
    expect(statusOf(json).users).toMatchObject([{ userId: 'alice', state: 'Unknown' }])
  })
})
