import { createHmac } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { generateUsersig } from '../src/diagnostics/usersig/generate-usersig.ts'
import type { UsersigApp } from '../src/diagnostics/usersig/keyring.ts'
import { verifyUsersig } from '../src/diagnostics/usersig/verify-usersig.ts'
import { Secret } from '../src/diagnostics/secret.ts'
import { compareRates } from './compare-rates.ts'
import { type BenchResult, printResult } from './result.ts'

const NOW = 1_764_000_000_000
const KEY = '6f1d2c3b4a59687766554433221100ffeeddccbbaa99887766554433221100ff'
const SIGS = 64

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** The least that any verifier has to do: base64, zlib, JSON, one HMAC. */
function verifyBarely(sig: string): boolean {
  const base64 = sig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  const document = JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString('utf8'))
  const content =
    `TLS.identifier:${document['TLS.identifier']}\nTLS.sdkappid:${document['TLS.sdkappid']}\n` +
    `TLS.time:${document['TLS.time']}\nTLS.expire:${document['TLS.expire']}\n`
  const expected: unknown = document['TLS.sig']
  return isText(expected) && createHmac('sha256', KEY).update(content).digest('base64') === expected
}

/** A full diagnosis of a good signature against that floor, in the same process. */
export async function run(): Promise<BenchResult[]> {
  const app: UsersigApp = {
    name: 'bench',
    sdkAppId: 1_400_000_000,
    secretKey: new Secret(KEY),
    previousSecretKeys: [],
    administrators: ['administrator'],
  }
  const apps = [app]
  const samples = Array.from({ length: SIGS }, (_, index) => {
    const userId = `user-${index}-${'abcdefghijklmnop'.slice(0, index % 16)}`
    const limits = { maxTtlSeconds: 15_552_000, allowAdministrator: false }
    const made = generateUsersig({ app, userId, ttlSeconds: 15_552_000 - index, now: NOW, limits })
    if (made.kind === 'refused') throw new Error(made.reason)
    const sig = made.sig.reveal()
    const { verdict, findings } = verifyUsersig({ text: sig, apps, now: NOW + 60_000, expected: { userId, app } })
    if (verdict !== 'valid' || findings.length > 0 || !verifyBarely(sig)) throw new Error('the sample must be good')
    return { userId, sig }
  })
  const sample = (index: number) => {
    const found = samples[index % SIGS]
    if (found === undefined) throw new Error('there are samples')
    return found
  }
  const { ratio, rate, otherRate } = compareRates(
    (index) => {
      const { userId, sig } = sample(index)
      return verifyUsersig({ text: sig, apps, now: NOW + 60_000, expected: { userId, app } })
    },
    (index) => verifyBarely(sample(index).sig),
  )
  const detail = `${Math.round(rate)}/s against a floor of ${Math.round(otherRate)}/s`
  return [{ name: 'usersig verify, rate over base64 + zlib + JSON + HMAC', ratio, target: { atLeast: 0.75 }, detail }]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const result of await run()) printResult(result)
