import { readFileSync } from 'node:fs'
import type { App } from '../../src/bot/services.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { testApp } from './bot.ts'

/** A small input that somebody really had, and what the answer must come to. */
export interface FieldCase {
  id: string
  kind: string
  /** Words, as typed. */
  ask?: string
  /** A structured call. */
  call?: { command: string; args: Record<string, unknown> }
  /** ISO 8601: when it is asked; only where the words hold no time and the answer depends on it. */
  now?: string
  /** What Tencent and the stored events say. */
  given?: string
  config?: string
  run?: string
  surface?: string
  asked?: readonly string[]
  right: string
  source: string
}

interface FieldApp {
  sdkAppId: number
  secretKey: string
  previousSecretKeys?: readonly string[]
}

const { apps, cases } = JSON.parse(readFileSync(new URL('../fixtures/field-cases.json', import.meta.url), 'utf8')) as {
  apps: Record<string, FieldApp>
  cases: readonly FieldCase[]
}

/** 2026-11-30T01:00:00Z, the moment at which the signatures of the cases are asked about; UNIX milliseconds. */
export const FIELD_TIME = Date.UTC(2026, 10, 30, 1)

/** `prod`, the default, and `staging`. */
export const FIELD_APPS: readonly App[] = Object.entries(apps).map(
  ([name, { sdkAppId, secretKey, previousSecretKeys = [] }]) =>
    testApp(name, {
      sdkAppId,
      secretKey: new Secret(secretKey),
      previousSecretKeys: previousSecretKeys.map((key) => new Secret(key)),
    }),
)

/** The case of that id. */
export function fieldCase(id: string): FieldCase {
  const found = cases.find((each) => each.id === id)
  if (found === undefined) throw new Error(`there is no field case ${id}`)
  return found
}

/** All cases of the kinds (`K1`, `K2`, …), for a test that no case is left out. */
export const casesOfKinds = (...kinds: string[]): readonly FieldCase[] =>
  cases.filter(({ kind }) => kinds.includes(kind))
