import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  androidOf,
  DELIVERED,
  fromSam,
  HOUR,
  MINUTE,
  onPhone,
  usedApp,
} from '../../src/adapters/simulator/cast/props.ts'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import type { Fault } from '../../src/adapters/simulator/faults.ts'
import type { Simulator } from '../../src/adapters/simulator/start-simulator.ts'
import { CAUSES } from '../../src/diagnostics/push/cause.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { actor } from '../support/bot.ts'
import { CONTRACT_CAUSES, type ContractCause, outcomesOf, whyOf } from '../support/push-results.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'

const EVERYWHERE = /./
const [demo] = demoApps()

interface Row {
  asked: string
  verdict: 'cannot-receive' | 'unlikely' | 'unknown'
  confidence: 'certain' | 'very-likely' | 'possible'
  title: string
  /** `ok` where nothing else is said. */
  status?: 'upstream'
  /** For as long as the question takes. */
  fault?: Fault
  /** A test push that shows which devices are bound. */
  testPushTo?: string
}

const certainly = { verdict: 'cannot-receive', confidence: 'certain' } as const
const veryLikely = { verdict: 'cannot-receive', confidence: 'very-likely' } as const
const hardly = { verdict: 'unlikely', confidence: 'possible' } as const
const notOfTheUser = { verdict: 'unknown', confidence: 'certain' } as const
const unseen = { verdict: 'unknown', confidence: 'possible' } as const

/** One row a cause, asked as a person or a script would. */
const ROWS: Readonly<Record<ContractCause, Row>> = {
  'service-inactive': {
    asked: '/push why alice',
    ...notOfTheUser,
    title: 'Whether alice gets pushes is not clear: the service is not active',
    fault: { endpoint: EVERYWHERE, kind: 'error-code', value: 60_020 },
  },
  'wrong-region': {
    asked: 'why does alice get no push?',
    ...notOfTheUser,
    title: 'Whether alice gets pushes is not clear: wrong data centre',
    fault: { endpoint: EVERYWHERE, kind: 'error-code', value: 60_026 },
  },
  'admin-sig-rejected': {
    asked: '/push why alice',
    ...notOfTheUser,
    title: "Whether alice gets pushes is not clear: the administrator's signature is refused",
    fault: { endpoint: EVERYWHERE, kind: 'error-code', value: 70_009 },
  },
  'account-not-found': {
    asked: 'why does alicia get no push?',
    ...certainly,
    title: 'alicia gets no push: no such account',
  },
  'never-logged-in': { asked: '/push why pat', ...veryLikely, title: 'pat gets no push: never logged in' },
  'logged-out': { asked: '为什么 dave 收不到推送', ...certainly, title: 'dave 收不到推送：已退出登录' },
  kicked: {
    asked: 'why is erin not getting notifications since yesterday?',
    ...certainly,
    title: 'erin gets no push: thrown out by another login',
  },
  'offline-stale': {
    asked: '/push why frank',
    ...hardly,
    title: 'frank is unlikely to get a push: not connected for too long',
  },
  foreground: {
    asked: '/push why carol',
    verdict: 'unknown',
    confidence: 'possible',
    title: 'Whether carol gets pushes is not clear: app open, or background not reported',
  },
  'no-background-report': {
    asked: '/push why bruno --from sam',
    ...hardly,
    title: 'bruno is unlikely to get a push: background not reported by the app',
  },
  'no-mobile-client': { asked: '/push why mia', ...veryLikely, title: 'mia gets no push: no phone logged in' },
  'no-device-bound': {
    asked: '/push why hugo --app demo-global',
    ...veryLikely,
    title: 'hugo gets no push: no device bound',
    testPushTo: 'hugo --app demo-global',
  },
  'certificate-missing': {
    asked: '/push why nina',
    ...veryLikely,
    title: 'nina gets no push: no certificate ID reported',
  },
  'token-missing': { asked: '/push why oscar', ...veryLikely, title: 'oscar gets no push: no token reported' },
  'token-invalid': {
    asked: 'why does bob get no push?',
    ...veryLikely,
    title: 'bob gets no push: invalid token',
  },
  'certificate-mismatch': {
    asked: '/push why zoe',
    ...veryLikely,
    title: 'zoe gets no push: certificate and device do not match',
  },
  'certificate-environment': {
    asked: '为什么 grace 收不到推送？',
    ...veryLikely,
    title: 'grace 收不到推送：证书环境不对',
  },
  'credential-rejected': {
    asked: '/push why jonas --app demo-global',
    ...veryLikely,
    title: 'jonas gets no push: certificate rejected by the vendor',
  },
  quota: { asked: '/push why ivan', ...veryLikely, title: "ivan gets no push: the vendor's limit is used up" },
  'message-category': {
    asked: '/push why quinn',
    ...veryLikely,
    title: 'quinn gets no push: message class not allowed',
  },
  'content-rejected': {
    asked: '/push why xavier',
    ...veryLikely,
    title: 'xavier gets no push: content refused by the vendor',
  },
  'notification-off': {
    asked: 'why does heidi get no push?',
    ...veryLikely,
    title: 'heidi gets no push: notifications switched off',
  },
  'push-disabled-by-sender': {
    asked: '/push why wendy --from sam',
    ...certainly,
    title: 'wendy gets no push: push switched off by the sender',
  },
  'online-only-message': {
    asked: '/push why uma --from sam',
    ...certainly,
    title: 'uma gets no push: message for online users only',
  },
  'custom-message-without-description': {
    asked: '/push why victor --from sam',
    ...veryLikely,
    title: 'victor gets no push: custom message without a description',
  },
  'group-type-never-pushes': {
    asked: '/push why yuki --group live',
    ...certainly,
    title: 'yuki gets no push: this type of group is never pushed',
  },
  'do-not-disturb': { asked: '/push why judy --group team', ...certainly, title: 'judy gets no push: do not disturb' },
  'blocked-sender': {
    asked: '/push why kim --from sam',
    ...veryLikely,
    title: 'kim gets no push: sender blocked or muted',
  },
  'message-dropped': {
    asked: '/push why alice --group busy',
    ...certainly,
    title: 'alice gets no push: message dropped',
  },
  'message-not-found': {
    asked: '/push why alice --from sam --message 1_2_1764000000',
    ...veryLikely,
    title: 'alice gets no push: no such message',
  },
  'vendor-outage': {
    asked: '/push why rosa',
    verdict: 'unlikely',
    confidence: 'very-likely',
    title: 'rosa is unlikely to get a push: the vendor does not work',
  },
  'vendor-not-delivered': {
    asked: '/push why steve',
    ...hardly,
    title: 'steve is unlikely to get a push: accepted by the vendor, delivery not confirmed',
  },
  'rate-limited': {
    asked: '/push why alice',
    ...unseen,
    title: 'Whether alice gets pushes is not clear: calls are limited',
    fault: { endpoint: EVERYWHERE, kind: 'error-code', value: 60_007 },
  },
  'upstream-unreachable': {
    asked: '/push why blank',
    ...unseen,
    title: 'Whether blank gets pushes is not clear: not everything could be seen',
    status: 'upstream',
    fault: { endpoint: EVERYWHERE, kind: 'reset' },
  },
}

function stage({ users, groups }: Simulator): void {
  users.put('bruno', {
    story: 'His app goes to the background without saying so.',
    clients: [{ platform: 'Android', state: 'Online' }],
    devices: [androidOf('bruno', 'xiaomi')],
    past: [
      ...usedApp('Android', 12 * HOUR, 11 * HOUR),
      fromSam(9 * HOUR, 8_101, 'The heating is on.', { pushed: DELIVERED, read: true }),
      { kind: 'login', ago: HOUR, platform: 'Android' },
      fromSam(30 * MINUTE, 8_102, 'Are you there?'),
    ],
  })
  users.put('blank', { story: 'Nothing was ever told of this one.', clients: [onPhone('Android')] })
  groups.put('busy', {
    story: 'Its last message was one too many.',
    type: 'Public',
    name: 'The crowd',
    members: {
      sam: { role: 'Owner', receiveOption: 'AcceptAndNotify' },
      alice: { role: 'Member', receiveOption: 'AcceptAndNotify' },
    },
    past: [{ ago: HOUR, from: 'sam', seq: 7, random: 6_307, content: { kind: 'text', text: 'Now!' }, dropped: true }],
  })
}

let world: PushWorld

beforeAll(async () => {
  world = await openPushWorld({ stage })
})

afterAll(() => world.close())

const atTerminal = {
  actor: actor('owner', { platform: 'terminal', owner: true }),
  place: { kind: 'terminal', id: 'terminal', thread: null },
} as const

async function askRow({ asked, fault, testPushTo }: Row) {
  if (testPushTo !== undefined) await world.bot.ask(`/push check ${testPushTo} --yes`, atTerminal)
  const takeBack = fault === undefined ? () => {} : world.simulator.fault(fault)
  try {
    return (await world.bot.ask(asked)).json
  } finally {
    takeBack()
  }
}

test('the engine knows the causes of the contract, and no others', () => {
  expect([...CAUSES].toSorted()).toEqual([...CONTRACT_CAUSES].toSorted())
})

describe.each(CONTRACT_CAUSES)('%s', (cause) => {
  const row = ROWS[cause]

  test(`"${row.asked}"`, async () => {
    const json = await askRow(row)
    const result = whyOf(json)
    const [lead] = result.findings
    expect({ cause: result.cause, lead: lead?.code }).toEqual({ cause, lead: cause })
    expect({ verdict: result.verdict, confidence: result.confidence }).toEqual({
      verdict: row.verdict,
      confidence: row.confidence,
    })
    expect(json).toMatchObject({ command: 'push.why', status: row.status ?? 'ok', card: { title: row.title } })
    // Whoever reads only the card gets the same.
    expect(json.card.text).toContain(lead?.message)
    expect(json.card.text).toContain(lead?.remedy)
    for (const evidence of lead?.evidence ?? []) expect(json.card.text).toContain(evidence)
  })

  test('every finding rests on evidence', async () => {
    const { findings } = whyOf(await askRow(row))
    expect(findings.filter(({ evidence }) => evidence.length === 0)).toEqual([])
  })
})

describe('no check claims what a finding denies', () => {
  const REFUSED = ['bob', 'grace', 'ivan', 'nina', 'oscar', 'quinn', 'tina', 'xavier', 'zoe', 'jonas --app demo-global']

  test.each(REFUSED)('%s: the last pushes were refused, so nothing says that they were accepted', async (user) => {
    const { checks } = whyOf((await world.bot.ask(`/push why ${user}`)).json)
    expect(checks.filter(({ summary }) => summary === 'the last pushes were accepted')).toEqual([])
  })
})

describe('what says nothing about the user', () => {
  test('a key that Tencent does not know, in the configuration', async () => {
    const { ask } = world.speaker({ apps: [{ ...demo, secretKey: new Secret('0'.repeat(64)) }] })
    const { json } = await ask('/push why bob')
    const { findings, ...result } = whyOf(json)
    expect(result).toMatchObject({ verdict: 'unknown', cause: 'admin-sig-rejected', confidence: 'certain' })
    expect(findings[0]?.message).toContain('70009')
    expect(findings[0]?.remedy).toContain('secretKey')
    // What webhooks told of bob's token is still said.
    expect(findings.map(({ code }) => code)).toContain('token-invalid')
    expect(JSON.stringify(json)).not.toContain('000000000000')
  })

  test('a push service that was not bought, while the state is known', async () => {
    const takeBack = world.simulator.fault({ endpoint: /timpush/, kind: 'error-code', value: 90_045 })
    const { json } = await world.bot.ask('/push why alice')
    takeBack()
    const result = whyOf(json)
    expect(result).toMatchObject({ verdict: 'unknown', cause: 'service-inactive' })
    expect(outcomesOf(result)).toMatchObject({ service: 'fail', state: 'pass' })
  })
})

describe('both languages', () => {
  test.each(['bob', 'dave', 'carol', 'frank', 'tina'])(
    '%s: the same finding, in sentences of its own',
    async (user) => {
      const { json: en } = await world.bot.ask(`/push why ${user}`)
      const { json: zh } = await world.bot.ask(`/push why ${user}`, { locale: 'zh' })
      const codes = (json: typeof en) => {
        const { verdict, cause, confidence, findings } = whyOf(json)
        return { verdict, cause, confidence, findings: findings.map(({ code, severity }) => ({ code, severity })) }
      }
      expect(codes(zh)).toEqual(codes(en))
      const han = /\p{Script=Han}/u
      expect(en.card.text).not.toMatch(han)
      for (const { message, remedy, evidence } of whyOf(zh).findings)
        for (const sentence of [message, remedy, ...evidence]) expect(sentence).toMatch(han)
      expect(zh.card.title).toMatch(han)
    },
  )
})
