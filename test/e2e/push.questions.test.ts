import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  androidOf,
  DAY,
  DELIVERED,
  fromSam,
  HOUR,
  iPhoneOf,
  onPhone,
  refused,
  usedApp,
} from '../../src/adapters/simulator/cast/props.ts'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import type { Simulator } from '../../src/adapters/simulator/start-simulator.ts'
import type { App } from '../../src/bot/services.ts'
import { outcomesOf, type WhyResult, whyOf } from '../support/push-results.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'
import { urlOf } from '../unit/adapters/simulator/rig.ts'

const [demo, demoGlobal] = demoApps() as readonly [App, App]
const GONE = refused(410, 'Unregistered')

function stage({ users }: Simulator): void {
  users.put('twin', {
    story: 'Two phones: the token of the iPhone is dead, the Pixel gets its pushes.',
    clients: [onPhone('iPhone'), onPhone('Android')],
    devices: [iPhoneOf('twin', { fate: GONE }), androidOf('twin', 'fcm')],
    past: [...usedApp('iPhone', 5 * HOUR, 4 * HOUR), ...usedApp('Android', 3 * HOUR, 2 * HOUR)],
  })
  users.put('mended', {
    story: 'Refused once, and reached since.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('mended')],
    past: [
      ...usedApp('iPhone', 9 * HOUR, 8 * HOUR),
      fromSam(5 * HOUR, 9_101, 'The first try.', { pushed: GONE }),
      fromSam(HOUR, 9_102, 'The second try.', { pushed: DELIVERED }),
    ],
  })
  users.put('longago', {
    story: 'Refused eight days ago, and never pushed since.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('longago')],
    past: [fromSam(8 * DAY, 9_201, 'Happy birthday!', { pushed: GONE }), ...usedApp('iPhone', 2 * DAY, 2 * DAY - HOUR)],
  })
  users.put('astray', {
    story: 'His Xiaomi reports the certificate of another vendor.',
    clients: [onPhone('Android')],
    devices: [androidOf('astray', 'xiaomi', { certificateId: '15005', fate: ACCEPTED })],
    past: [...usedApp('Android', 9 * HOUR, 8 * HOUR), fromSam(HOUR, 9_301, 'Which way?', { pushed: ACCEPTED })],
  })
}

let world: PushWorld

beforeAll(async () => {
  world = await openPushWorld({ stage })
})

afterAll(() => world.close())

const why = async (asked: string, of: PushWorld = world): Promise<WhyResult> =>
  whyOf((await of.bot.ask(`/push why ${asked}`)).json)

/** MsgKeys of the one-to-one messages to the user, the newest first. */
const messagesTo = (userId: string): readonly string[] =>
  world.simulator.stories().find((story) => story.userId === userId)?.messages ?? []

const codesOf = ({ findings }: WhyResult): readonly string[] => findings.map(({ code }) => code)

/** Sam sends a text now, and its push has come to its end when this resolves. */
async function sendText(to: string): Promise<string> {
  world.pass(1_000)
  const response = await fetch(urlOf(world.simulator.url, 'openim/sendmsg', world.now()), {
    method: 'POST',
    body: JSON.stringify({
      From_Account: 'sam',
      To_Account: to,
      MsgRandom: 7,
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Now?' } }],
    }),
  })
  await world.simulator.idle()
  return ((await response.json()) as { MsgKey: string }).MsgKey
}

describe('healthy users', () => {
  test.each(['alice', 'leo', 'sam', 'ines --app demo-global'])('%s can receive', async (user) => {
    const { json } = await world.bot.ask(`/push why ${user}`)
    expect(whyOf(json)).toMatchObject({ verdict: 'can-receive', cause: null, confidence: 'very-likely', findings: [] })
    expect(json).toMatchObject({ status: 'ok', visibility: 'public', card: { tone: 'good' } })
    expect(json.card.text).toMatch(/Last push (?:delivered|opened) by .+ ago/)
    expect(Object.values(outcomesOf(whyOf(json)))).not.toContain('fail')
  })

  test('of a phone that was never pushed no more is said than is known', async () => {
    const { json } = await world.bot.ask('/push why hugo --app demo-global')
    expect(whyOf(json)).toMatchObject({ verdict: 'can-receive', cause: null, confidence: 'possible' })
    expect(json.card.text).toContain('send a test push to check the last step')
    expect(outcomesOf(whyOf(json))).toMatchObject({ state: 'pass', registration: 'skipped', delivery: 'skipped' })
  })

  test('the timeline holds the last day, and more where more is asked for', async () => {
    const kinds = ({ timeline }: WhyResult) => timeline.map(({ kind }) => kind)
    const day = await why('alice')
    expect(kinds(day)).toContain('clicked')
    expect(kinds(day).filter((kind) => kind === 'login')).toHaveLength(1)
    expect(kinds(await why('alice --since 3d')).filter((kind) => kind === 'login')).toHaveLength(2)
    const times = day.timeline.map(({ at }) => at)
    expect(times).toEqual(times.toSorted().toReversed())
  })

  test('no token is in an answer that all can read', async () => {
    for (const user of ['alice', 'bob', 'tina', 'zoe']) {
      const token = world.simulator.users.get(user)?.devices?.[0]?.token ?? ''
      expect(token.length).toBeGreaterThan(60)
      const { reply, json } = await world.bot.ask(`/push why ${user} --since 7d`)
      const all = JSON.stringify([json, reply.card])
      expect(all).not.toContain(token)
      expect(all).not.toContain(token.slice(-12))
    }
  })
})

describe('several devices', () => {
  test('one dead, one reached: the user can receive, and hears of the dead one', async () => {
    await sendText('twin')
    const { json } = await world.bot.ask('/push why twin')
    const result = whyOf(json)
    // What is wrong beside it is a finding, and no cause.
    expect(result).toMatchObject({ verdict: 'can-receive', cause: null })
    expect(result.findings).toMatchObject([{ code: 'token-invalid', severity: 'warning' }])
    expect(json.card).toMatchObject({ tone: 'warn', title: 'twin can receive pushes, but: invalid token' })
    const devices = await world.bot.ask('/push devices twin')
    expect(devices.json.card.text).toContain('Pixel 8')
    expect(devices.json.card.text).toContain('iPhone 15')
  })

  test('one dead, one reached, asked about the message', async () => {
    const key = await sendText('twin')
    const result = await why(`twin --message ${key}`)
    expect(result).toMatchObject({ verdict: 'can-receive', confidence: 'certain' })
    expect(codesOf(result)).toContain('token-invalid')
  })

  test('both dead: nothing is left', async () => {
    const twin = world.simulator.users.get('twin')
    if (twin === undefined) throw new Error('nobody')
    const pixel = androidOf('twin', 'fcm', { fate: refused(404, 'UNREGISTERED') })
    world.simulator.users.put('twin', { ...twin, devices: [iPhoneOf('twin', { fate: GONE }), pixel] })
    await sendText('twin')
    const result = await why('twin')
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid' })
    expect(codesOf(result)).toEqual(['token-invalid', 'token-invalid'])
  })
})

describe('several causes', () => {
  test('all are listed, the most decisive first', async () => {
    const { json } = await world.bot.ask('/push why tina')
    const result = whyOf(json)
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid', confidence: 'very-likely' })
    expect(result.findings).toMatchObject([
      { code: 'token-invalid', severity: 'error' },
      { code: 'notification-off', severity: 'error' },
    ])
    for (const { message, remedy } of result.findings) {
      expect(json.card.text).toContain(message)
      expect(json.card.text).toContain(remedy)
    }
  })

  test('a failure of the vendor that was followed by a success does not decide', async () => {
    expect(await why('mended')).toMatchObject({ verdict: 'can-receive', cause: null, findings: [] })
  })

  test('a success that was followed by a failure does not either', async () => {
    expect(await why('bob --since 48h')).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid' })
  })

  test.each(['', ' --since 30d'])('a failure older than seven days never decides%s', async (since) => {
    const result = await why(`longago${since}`)
    expect(result).toMatchObject({ verdict: 'can-receive', cause: null, confidence: 'possible' })
    const failed = result.timeline.filter(({ outcome }) => outcome === 'failed')
    expect(failed).toHaveLength(since === '' ? 0 : 1)
  })
})

describe('questions about a message', () => {
  test('a push that arrived', async () => {
    const [newest] = messagesTo('alice')
    const result = await why(`alice --message ${newest}`)
    expect(result).toMatchObject({ verdict: 'can-receive', cause: null, confidence: 'certain' })
    expect(outcomesOf(result)).toMatchObject({ message: 'pass', relations: 'pass' })
    const said = /The push of this message was delivered by Apple \(APNs\) \d+ minutes ago \(2026-11-25 08:20/
    expect(result.checks.find(({ name }) => name === 'delivery')?.summary).toMatch(said)
    expect((await world.bot.ask(`/push why alice --message ${newest}`)).json.card.text).toMatch(said)
  })

  test('a push that the vendor refused', async () => {
    const [newest] = messagesTo('bob')
    const result = await why(`bob --message ${newest}`)
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid' })
    expect(outcomesOf(result)).toMatchObject({ message: 'pass', vendor: 'fail' })
  })

  test('one that came through before the token died: the failure of the device is listed, and decides nothing', async () => {
    const oldest = messagesTo('bob').at(-1)
    const result = await why(`bob --message ${oldest}`)
    expect(result).toMatchObject({ verdict: 'can-receive', confidence: 'certain' })
    expect(result.findings).toMatchObject([{ code: 'token-invalid', severity: 'warning' }])
  })

  test('an online-only message is not in the history, and is known all the same', async () => {
    const [onlineOnly, earlier] = messagesTo('uma')
    expect(await why(`uma --message ${onlineOnly}`)).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'online-only-message',
      confidence: 'certain',
    })
    expect(await why(`uma --message ${earlier}`)).toMatchObject({ verdict: 'can-receive', cause: null })
    expect(await why('uma')).toMatchObject({ verdict: 'can-receive', cause: null })
  })

  test('one that came through before its sender was blocked', async () => {
    const [afterwards, before] = messagesTo('kim')
    expect(await why(`kim --message ${afterwards}`)).toMatchObject({ cause: 'blocked-sender' })
    expect(await why(`kim --message ${before}`)).toMatchObject({ verdict: 'can-receive' })
  })

  test('of a sender, the newest counts', async () => {
    expect(await why('wendy --from sam')).toMatchObject({ cause: 'push-disabled-by-sender' })
    expect(await why('wendy')).toMatchObject({ verdict: 'can-receive', cause: null })
  })

  test('of a sender who has sent nothing since', async () => {
    const result = await why('wendy --from sam --since 10m')
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'message-not-found' })
    expect((await why('wendy --from sam --since 40m')).cause).toBe('push-disabled-by-sender')
  })

  test('of a sender who is nobody', async () => {
    const result = await why('alice --from nobody')
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'message-not-found' })
    expect(result.findings[0]?.message).toContain('There is no account nobody')
  })

  test('a message of which nothing is known, without its sender', async () => {
    const { json } = await world.bot.ask('/push why alice --message 9_9_1764000000')
    expect(whyOf(json)).toMatchObject({ verdict: 'unknown', cause: 'message-not-found', confidence: 'possible' })
    expect(json.card.text).toContain('--from')
  })

  test('in groups', async () => {
    const arrived = await why('alice --group team')
    expect(arrived).toMatchObject({ verdict: 'can-receive', cause: null, confidence: 'certain' })
    expect(outcomesOf(arrived)).toMatchObject({ message: 'pass', group: 'pass' })
    expect(await why('alice --group team --message 43')).toMatchObject({
      verdict: 'can-receive',
      confidence: 'certain',
    })
    expect(await why('judy --group team --message 43')).toMatchObject({
      cause: 'do-not-disturb',
      confidence: 'certain',
    })
    expect(await why('bob --group team')).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid' })
    expect(await why('leo --group meeting')).toMatchObject({ cause: 'group-type-never-pushes' })
  })

  test('in a group that the user is not a member of', async () => {
    const result = await why('mia --group team')
    expect(result.verdict).toBe('cannot-receive')
    expect(result.findings.find(({ code }) => code === 'message-not-found')?.message).toContain('not a member')
  })

  test('in a group that does not exist', async () => {
    const result = await why('alice --group nowhere')
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'message-not-found', confidence: 'certain' })
    expect(result.findings[0]?.message).toContain('There is no group nowhere')
    expect(result.findings.map(({ code }) => code)).not.toContain('upstream-unreachable')
  })
})

describe('an app that integrates the vendors itself', () => {
  let own: PushWorld

  beforeAll(async () => {
    own = await openPushWorld({ apps: [{ ...demo, push: 'self-integrated' }] })
  })

  afterAll(() => own.close())

  test('is diagnosed without the calls of the push service', async () => {
    expect(await why('bob', own)).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid' })
    expect(await why('alice', own)).toMatchObject({ verdict: 'can-receive', cause: null })
    expect(await why('wendy --from sam', own)).toMatchObject({ cause: 'push-disabled-by-sender' })
    expect(await why('judy --group team', own)).toMatchObject({ cause: 'do-not-disturb' })
    expect((await own.bot.ask('/push devices bob')).json.status).toBe('ok')
    expect(own.simulator.requests.length).toBeGreaterThan(10)
    expect(own.simulator.requests.filter(({ endpoint }) => endpoint.includes('timpush'))).toEqual([])
  })

  test('reaches nobody who has been away for more than seven days', async () => {
    expect(await why('frank', own)).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'offline-stale',
      confidence: 'very-likely',
    })
  })

  test('has no test push, on the card either', async () => {
    const { reply } = await own.bot.ask('/push why alice')
    expect(reply.card.actions.map(({ label }) => label)).not.toContain('Test push')
  })
})

describe('the certificates that the team configured', () => {
  const worlds: PushWorld[] = []

  afterEach(() => Promise.all(worlds.splice(0).map((each) => each.close())))

  async function withApps(...apps: [App, ...App[]]): Promise<PushWorld> {
    const opened = await openPushWorld({ apps, stage })
    worlds.push(opened)
    return opened
  }

  const evidenceOf = ({ findings }: WhyResult, code: string): string =>
    findings.find((finding) => finding.code === code)?.evidence.join('\n') ?? ''

  test('tell which environment a refused one is for', async () => {
    expect(evidenceOf(await why('grace'), 'certificate-environment')).toContain(
      'Configured: certificate 15002 for Apple (APNs), development',
    )
  })

  test('tell an ID that the console does not have, as long as they are listed', async () => {
    const message = ({ findings }: WhyResult) => findings[0]?.message
    expect(message(await why('zoe'))).toContain('not among those in my configuration')
    const bare = await withApps({ ...demo, certificates: [] })
    const refusal = await why('zoe', bare)
    expect(refusal).toMatchObject({ verdict: 'cannot-receive', cause: 'certificate-mismatch' })
    expect(message(refusal)).not.toContain('configuration')
    // With no list, nobody else's certificate is suspected.
    expect(await why('alice', bare)).toMatchObject({ verdict: 'can-receive', findings: [] })
  })

  test('tell one of another vendor', async () => {
    const result = await why('astray')
    expect(evidenceOf(result, 'certificate-mismatch')).toContain('Configured: certificate 15005 for OPPO')
    expect(outcomesOf(result)['certificate']).not.toBe('pass')
  })

  test('tell that a rejected one has expired', async () => {
    const expired = {
      id: '25001',
      vendor: 'apns',
      environment: 'production',
      expiresAt: Date.UTC(2026, 0, 1),
      credential: null,
    } as const
    const late = await withApps(demo, { ...demoGlobal, certificates: [expired] })
    const result = await why('jonas --app demo-global', late)
    expect(result).toMatchObject({ cause: 'credential-rejected' })
    expect(result.findings[0]?.message).toContain('expired')
    expect((await why('jonas --app demo-global')).findings[0]?.message).not.toContain('expired')
  })

  test('do not accuse a phone whose pushes arrive with a certificate that is missing in the list', async () => {
    const short = await withApps({ ...demo, certificates: demo.certificates.filter(({ id }) => id !== '15001') })
    const result = await why('alice', short)
    expect(result).toMatchObject({ verdict: 'can-receive' })
    expect(result.findings).toMatchObject([{ code: 'certificate-mismatch', severity: 'warning' }])
  })
})

describe('names', () => {
  test.each(['li lei', '小明', '-dash', 'a*b_c`d', '<@U123>'])('%s is asked about as it is written', async (name) => {
    const { json } = await world.bot.ask(`/push why "${name}"`)
    expect(whyOf(json)).toMatchObject({ userId: name, cause: 'account-not-found' })
    expect(json.card.title).toBe(`${name} gets no push: no such account`)
    world.simulator.users.put(name, { story: 'Of all names.', clients: [onPhone('iPhone')] })
    expect(await why(`"${name}"`)).toMatchObject({ userId: name, verdict: 'can-receive' })
  })
})

describe('free questions', () => {
  test.each([
    ['why is bob not getting notifications since 2pm?', 'bob', 'en'],
    ['Why does "bob" get no push', 'bob', 'en'],
    ['bob 为什么收不到推送？', 'bob', 'zh'],
    ['为什么 alice 收不到推送', 'alice', 'zh'],
  ])('%s', async (asked, userId, locale) => {
    // Whatever language the platform says, the question's own is answered.
    const { reply, json } = await world.bot.ask(asked, { locale: locale === 'en' ? 'zh' : 'en' })
    expect(json).toMatchObject({ command: 'push.why', status: 'ok' })
    expect(whyOf(json).userId).toBe(userId)
    expect(reply.locale).toBe(locale)
  })

  test('a time in the question is where the timeline begins', async () => {
    const { json } = await world.bot.ask('why is steve not getting notifications since 5am?')
    const times = whyOf(json).timeline.map(({ at }) => at)
    expect(times.length).toBeGreaterThan(0)
    expect(times.every((at) => at >= '2026-11-25T05:00:00.000Z')).toBe(true)
    expect((await why('steve --since 2d')).timeline.length).toBeGreaterThan(times.length)
  })
})
