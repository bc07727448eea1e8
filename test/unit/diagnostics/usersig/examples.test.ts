import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import type { UsersigApp } from '../../../../src/diagnostics/usersig/keyring.ts'
import { verifyUsersig } from '../../../../src/diagnostics/usersig/verify-usersig.ts'

interface Example {
  id: string
  version: 1 | 2
  sdkAppId: number
  key: string | null
  publicKey?: string
  userId: string
  time?: number
  expire?: number
  verifyAt: number
  sig: string
  expect: string
  userbufParsed?: { room: number; roomStr?: string; privilegeMap: number; expireAt: number }
}

const file = new URL('../../../fixtures/usersig-examples.json', import.meta.url)
const { vectors }: { vectors: Example[] } = JSON.parse(readFileSync(file, 'utf8'))

function ask(example: Example) {
  const app: UsersigApp = {
    name: 'prod',
    sdkAppId: example.sdkAppId,
    secretKey: new Secret(example.key ?? 'f'.repeat(64)),
    previousSecretKeys: [],
    administrators: ['administrator'],
    ...(example.publicKey === undefined ? {} : { publicKey: example.publicKey }),
  }
  const expected = { userId: example.userId, app }
  return verifyUsersig({ text: example.sig, apps: [app], now: example.verifyAt * 1_000, expected })
}

describe('the twelve examples of the dossier', () => {
  it.each(vectors.filter((example) => example.expect === 'valid'))('$id is valid', (example) => {
    const report = ask(example)
    expect(report).toMatchObject({
      verdict: 'valid',
      version: example.version === 1 ? '1.0' : '2.0',
      app: 'prod',
      sdkAppId: example.sdkAppId,
      userId: example.userId,
      issuedAt: (example.time ?? 0) * 1_000,
      expiresAt: ((example.time ?? 0) + (example.expire ?? 0)) * 1_000,
      ttlSeconds: example.expire,
    })
    expect(report.fingerprint).toMatch(/^[0-9a-f]{12}$/)
  })

  it.each(vectors.filter((example) => example.expect !== 'valid'))('$id is $expect', (example) => {
    const report = ask(example)
    expect(report.verdict).toBe('invalid')
    expect(report.findings.map(({ code }) => code)).toEqual([example.expect])
    expect(report.userId).toBe('demo_user')
  })

  it.each(['ex-01', 'ex-02', 'ex-03', 'ex-04', 'ex-05'])('%s has nothing to remark', (id) => {
    const example = vectors.find((one) => one.id === id)
    expect(example && ask(example).findings).toEqual([])
  })

  it.each(vectors.filter((example) => example.userbufParsed !== undefined))('$id shows its room', (example) => {
    const { userbuf, findings } = ask(example)
    const parsed = example.userbufParsed
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['userbuf-present', 'note']])
    expect(userbuf).toMatchObject({
      kind: 'private-map-key',
      privilegeMap: parsed?.privilegeMap,
      expiresAt: (parsed?.expireAt ?? 0) * 1_000,
      trailingBytes: 0,
      room:
        parsed?.roomStr === undefined ? { kind: 'number', id: parsed?.room } : { kind: 'name', name: parsed.roomStr },
    })
  })
})
