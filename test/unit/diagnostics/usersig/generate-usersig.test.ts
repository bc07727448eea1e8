import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { type GenerationOrder, generateUsersig } from '../../../../src/diagnostics/usersig/generate-usersig.ts'
import type { PrivateMapKey } from '../../../../src/diagnostics/usersig/report.ts'
import { ask, craft, DAY, ISSUED, KEY, makeApp, PROD } from './craft.ts'

interface OfficialApi {
  genUserSig(userId: string, lifetime: number): string
  genPrivateMapKey(userId: string, lifetime: number, room: number, privileges: number): string
  genPrivateMapKeyWithStringRoomID(userId: string, lifetime: number, room: string, privileges: number): string
}

const library: { Api: new (sdkAppId: number, key: string) => OfficialApi } = createRequire(import.meta.url)(
  'tls-sig-api-v2',
)
const official = new library.Api(PROD.sdkAppId, KEY)

function order(changes: Partial<GenerationOrder> = {}): GenerationOrder {
  const limits = { maxTtlSeconds: 180 * DAY, allowAdministrator: false }
  return { app: PROD, userId: 'alice', ttlSeconds: 7 * DAY, now: ISSUED * 1_000 + 456, limits, ...changes }
}

function made(changes: Partial<GenerationOrder> = {}) {
  const outcome = generateUsersig(order(changes))
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return { ...outcome, text: outcome.sig.reveal() }
}

function contentOf(sig: string): string {
  const base64 = sig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  return inflateSync(Buffer.from(base64, 'base64')).toString('utf8')
}

afterEach(() => {
  vi.useRealTimers()
})

describe('a generated signature', () => {
  it('tells what it is', () => {
    expect(made()).toMatchObject({
      kind: 'generated',
      issuedAt: ISSUED * 1_000,
      expiresAt: (ISSUED + 7 * DAY) * 1_000,
      ttlSeconds: 7 * DAY,
      userbuf: null,
      warnings: [],
    })
    expect(String(made().sig)).toBe('[secret]')
  })

  it('verifies without a remark and begins as the libraries do', () => {
    const { text } = made()
    expect(text).toMatch(/^eJ[A-Za-z0-9*-]+_{0,2}$/)
    expect(ask(text)).toMatchObject({ verdict: 'valid', findings: [] })
  })

  it.each(['alice', 'a', '用户', 'a"b\\c', 'tab less', '🙂', 'x'.repeat(32), '<&>'])(
    'has the content of the official library for %j',
    (userId) => {
      vi.useFakeTimers({ now: ISSUED * 1_000 })
      expect(contentOf(made({ userId }).text)).toBe(contentOf(official.genUserSig(userId, 7 * DAY)))
    },
  )

  it.each<[PrivateMapKey['room'], number]>([
    [{ kind: 'number', id: 1 }, 255],
    [{ kind: 'number', id: 4_294_967_295 }, 42],
    [{ kind: 'name', name: 'standup' }, 1],
    [{ kind: 'name', name: '123' }, 171],
  ])('has the ticket of the official library for %j', (room, privilegeMap) => {
    vi.useFakeTimers({ now: ISSUED * 1_000 })
    const theirs =
      room.kind === 'number'
        ? official.genPrivateMapKey('alice', 300, room.id, privilegeMap)
        : official.genPrivateMapKeyWithStringRoomID('alice', 300, room.name, privilegeMap)
    const ours = made({ ttlSeconds: 300, privateMapKey: { room, privilegeMap } })
    expect(contentOf(ours.text)).toBe(contentOf(theirs))
    expect(ours.userbuf).toMatchObject({
      account: 'alice',
      room,
      privilegeMap,
      expiresAt: (ISSUED + 300) * 1_000,
      trailingBytes: 0,
    })
    for (const sig of [ours.text, theirs]) {
      const report = ask(sig)
      expect(report).toMatchObject({ verdict: 'valid', userbuf: ours.userbuf })
      expect(report.findings).toMatchObject([
        { code: 'userbuf-present', severity: 'note', params: { consistent: true } },
      ])
    }
  })

  it('of the official library verifies', () => {
    vi.useFakeTimers({ now: ISSUED * 1_000 })
    for (let index = 1; index < 200; index++) {
      const userId = `user-${index * 7_919}`.slice(0, 1 + (index % 14))
      const report = ask(official.genUserSig(userId, 2 * DAY + index), { expected: { userId, app: PROD } })
      expect(report).toMatchObject({ verdict: 'valid', ttlSeconds: 2 * DAY + index, findings: [] })
    }
  })

  it('holds a room name and an account in UTF-8', () => {
    const room = { kind: 'name', name: '会议室' } as const
    const { text, userbuf } = made({ userId: '用户', privateMapKey: { room, privilegeMap: 42 } })
    expect(userbuf).toMatchObject({ account: '用户', room })
    expect(ask(text, { expected: {} }).findings).toMatchObject([{ params: { consistent: true } }])
  })

  it('signs with the key without the white space around it', () => {
    const app = makeApp({ secretKey: new Secret(`${KEY}\n`) })
    const { text, warnings } = made({ app })
    expect(warnings).toEqual([{ kind: 'key-unusual' }])
    expect(ask(text).verdict).toBe('valid')
  })
})

describe('warnings', () => {
  const limits = { maxTtlSeconds: 3_650 * DAY, allowAdministrator: false }
  it.each<[object, Partial<GenerationOrder>]>([
    [
      { kind: 'long-lived', ttlSeconds: 180 * DAY + 1 },
      { ttlSeconds: 180 * DAY + 1, limits },
    ],
    [{ kind: 'short-lived', ttlSeconds: DAY - 1 }, { ttlSeconds: DAY - 1 }],
    [{ kind: 'user-id-unusual-characters', userId: 'li lei' }, { userId: 'li lei' }],
    [{ kind: 'key-unusual' }, { app: makeApp({ secretKey: new Secret('short') }) }],
  ])('%j', (warning, changes) => {
    expect(made(changes).warnings).toEqual([warning])
  })

  it('does not call a ticket short-lived', () => {
    expect(
      made({ ttlSeconds: 300, privateMapKey: { room: { kind: 'number', id: 1 }, privilegeMap: 1 } }).warnings,
    ).toEqual([])
  })
})

describe('refusals', () => {
  const room = (value: PrivateMapKey['room']): Partial<GenerationOrder> => ({
    privateMapKey: { room: value, privilegeMap: 255 },
  })
  const privileges = (privilegeMap: number): Partial<GenerationOrder> => ({
    privateMapKey: { room: { kind: 'number', id: 1 }, privilegeMap },
  })

  it.each<[object, Partial<GenerationOrder>]>([
    [{ reason: 'user-id-empty' }, { userId: '' }],
    [{ reason: 'user-id-too-long', bytes: 33, maximum: 32 }, { userId: 'x'.repeat(33) }],
    [{ reason: 'user-id-too-long', bytes: 33, maximum: 32 }, { userId: '用'.repeat(11) }],
    [{ reason: 'user-id-control-characters' }, { userId: 'a\nTLS.expire:1' }],
    [{ reason: 'user-id-control-characters' }, { userId: 'a\u0000' }],
    [{ reason: 'user-id-control-characters' }, { userId: 'a\ud800' }],
    [{ reason: 'ttl-not-positive-integer' }, { ttlSeconds: 0 }],
    [{ reason: 'ttl-not-positive-integer' }, { ttlSeconds: 1.5 }],
    [{ reason: 'ttl-not-positive-integer' }, { ttlSeconds: Number.NaN }],
    [{ reason: 'ttl-over-maximum', maximum: 180 * DAY }, { ttlSeconds: 180 * DAY + 1 }],
    [
      { reason: 'ttl-over-maximum', maximum: 3_650 * DAY },
      { ttlSeconds: 4_000 * DAY, limits: { maxTtlSeconds: 1e12, allowAdministrator: false } },
    ],
    [{ reason: 'administrator-not-allowed', userId: 'administrator' }, { userId: 'administrator' }],
    [{ reason: 'room-invalid' }, room({ kind: 'number', id: 0 })],
    [{ reason: 'room-invalid' }, room({ kind: 'number', id: 4_294_967_296 })],
    [{ reason: 'room-invalid' }, room({ kind: 'name', name: '' })],
    [{ reason: 'room-invalid' }, room({ kind: 'name', name: 'a\tb' })],
    [{ reason: 'privileges-invalid' }, privileges(0)],
    [{ reason: 'privileges-invalid' }, privileges(256)],
    [{ reason: 'key-empty' }, { app: makeApp({ secretKey: new Secret(' \n') }) }],
    [{ reason: 'sdkappid-invalid' }, { app: makeApp({ sdkAppId: 0 }) }],
    [{ reason: 'sdkappid-invalid' }, { app: makeApp({ sdkAppId: 4_294_967_296 }) }],
  ])('%j', (refusal, changes) => {
    expect(generateUsersig(order(changes))).toEqual({ kind: 'refused', ...refusal })
  })

  it('not for an administrator where that is allowed', () => {
    expect(made({ userId: 'administrator', limits: { maxTtlSeconds: 180 * DAY, allowAdministrator: true } }).kind).toBe(
      'generated',
    )
  })
})

describe('a userbuf that is at odds with its signature', () => {
  const ticket = (change: (bytes: Buffer) => Buffer): string => {
    const { userbuf } = JSON.parse(
      contentOf(
        made({ ttlSeconds: 300, privateMapKey: { room: { kind: 'number', id: 7 }, privilegeMap: 42 } }).text,
      ).replace('TLS.userbuf', 'userbuf'),
    )
    return change(Buffer.from(userbuf, 'base64')).toString('base64')
  }
  const set = (offset: number, value: number) => (bytes: Buffer) => {
    bytes.writeUInt32BE(value, offset)
    return bytes
  }
  const n = 'alice'.length

  it.each<[string[], (bytes: Buffer) => Buffer]>([
    [[], (bytes) => bytes],
    [[], set(11 + n, ISSUED + 301)],
    [['account'], (bytes) => Buffer.concat([bytes.subarray(0, 3), Buffer.from('alicf'), bytes.subarray(8)])],
    [
      ['account'],
      (bytes) => Buffer.concat([bytes.subarray(0, 3), Buffer.from([0xff, 0xfe, 1, 2, 3]), bytes.subarray(8)]),
    ],
    [['sdkappid'], set(3 + n, 1)],
    [['expiry'], set(11 + n, ISSUED + 302)],
    [['expiry'], set(11 + n, 300)],
    [['privileges'], set(15 + n, 0)],
    [['privileges'], set(15 + n, 256)],
    [['layout'], (bytes) => Buffer.concat([bytes, Buffer.from([1])])],
    [
      ['account', 'layout'],
      (bytes) => Buffer.concat([bytes.subarray(0, 3), Buffer.from('bobby'), bytes.subarray(8), Buffer.from([1])]),
    ],
  ])('%j', (mismatches, change) => {
    const report = ask(craft({ expire: 300, userbuf: ticket(change) }))
    const consistent = mismatches.length === 0
    expect(report.verdict).toBe('valid')
    expect(report.findings).toMatchObject([
      { code: 'userbuf-present', severity: consistent ? 'note' : 'warning', params: { consistent, mismatches } },
    ])
  })

  it.each(['aGVsbG8=', 'AAAA', '', 'AQAFYWxpY2VTck4BAAAAAWhO4qwAAAD/AAAAAP//'])(
    'is free bytes where it has another shape: %j',
    (userbuf) => {
      if (userbuf === '') return
      expect(ask(craft({ userbuf })).userbuf).toEqual({ kind: 'opaque', bytes: Buffer.from(userbuf, 'base64').length })
    },
  )
})
