import { createHmac } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import type { UsersigFinding, UsersigFindingCode } from '../../../../src/diagnostics/usersig/finding.ts'
import type { UsersigApp } from '../../../../src/diagnostics/usersig/keyring.ts'
import type { UsersigReport } from '../../../../src/diagnostics/usersig/report.ts'
import { type UsersigQuestion, verifyUsersig } from '../../../../src/diagnostics/usersig/verify-usersig.ts'

/** UNIX seconds of 2026-11-24. */
export const ISSUED = 1_795_500_000
export const NOW = (ISSUED + 100) * 1_000
export const DAY = 86_400
export const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0'
export const OLD_KEY = 'aa11bb22cc33dd44ee55ff6600778899aa11bb22cc33dd44ee55ff6600778899'
export const OTHER_KEY = '1122334455667788990011223344556677889900aabbccddeeff001122334455'

export function makeApp(overrides: Partial<UsersigApp> = {}): UsersigApp {
  return {
    name: 'prod',
    sdkAppId: 1_400_000_001,
    secretKey: new Secret(KEY),
    previousSecretKeys: [],
    administrators: ['administrator'],
    ...overrides,
  }
}

export const PROD = makeApp()
export const STAGING = makeApp({ name: 'staging', sdkAppId: 1_400_000_002, secretKey: new Secret(OTHER_KEY) })

export interface Recipe {
  userId: string
  sdkAppId: string | number
  time: string | number
  expire: string | number
  userbuf?: string
  /** Key of the HMAC. */
  key: string | Buffer
  /** Replaces members of the JSON, after signing; undefined leaves the member out. */
  members: Record<string, unknown>
  /** Replaces the signed text. */
  content: (content: string) => string
  /** Replaces the JSON. */
  json: (json: string) => string
  /** Replaces the signature. */
  signature: (content: string, key: string | Buffer) => string
  level: number
}

const PLAIN: Recipe = {
  userId: 'alice',
  sdkAppId: 1_400_000_001,
  time: ISSUED,
  expire: 30 * DAY,
  key: KEY,
  members: {},
  content: (content) => content,
  json: (json) => json,
  signature: (content, key) => createHmac('sha256', key).update(content).digest('base64'),
  level: 6,
}

export function toSigText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_')
}

/** A signature made independently of our generator, with whatever mistakes the recipe asks for. */
export function craft(recipe: Partial<Recipe> = {}): string {
  const { userId, sdkAppId, time, expire, userbuf, key, members, content, json, signature, level } = {
    ...PLAIN,
    ...recipe,
  }
  const lines = `TLS.identifier:${userId}\nTLS.sdkappid:${sdkAppId}\nTLS.time:${time}\nTLS.expire:${expire}\n`
  const signed = content(userbuf === undefined ? lines : `${lines}TLS.userbuf:${userbuf}\n`)
  const document = {
    'TLS.ver': '2.0',
    'TLS.identifier': userId,
    'TLS.sdkappid': sdkAppId,
    'TLS.time': time,
    'TLS.expire': expire,
    'TLS.userbuf': userbuf,
    'TLS.sig': signature(signed, key),
    ...members,
  }
  return toSigText(deflateSync(json(JSON.stringify(document)), { level }))
}

export function ask(text: string, question: Partial<UsersigQuestion> = {}): UsersigReport {
  return verifyUsersig({ text, apps: [PROD, STAGING], now: NOW, expected: { userId: 'alice', app: PROD }, ...question })
}

export function codes(report: UsersigReport): UsersigFindingCode[] {
  return report.findings.map(({ code }) => code)
}

export function findingOf(report: UsersigReport, code: UsersigFindingCode): UsersigFinding | undefined {
  return report.findings.find((finding) => finding.code === code)
}
