import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Secret } from '../src/diagnostics/secret.ts'
import { generateUsersig } from '../src/diagnostics/usersig/generate-usersig.ts'
import type { UsersigApp } from '../src/diagnostics/usersig/keyring.ts'
import { compareRates } from './compare-rates.ts'
import { type BenchResult, printResult } from './result.ts'

interface OfficialApi {
  genUserSig(userId: string, lifetime: number): string
}

const KEY = '6f1d2c3b4a59687766554433221100ffeeddccbbaa99887766554433221100ff'
const SDK_APP_ID = 1_400_000_000
const LIFETIME = 15_552_000

function officialApi(): OfficialApi {
  const library: { Api: new (sdkAppId: number, key: string) => OfficialApi } = createRequire(import.meta.url)(
    'tls-sig-api-v2',
  )
  return new library.Api(SDK_APP_ID, KEY)
}

/** Our generator against the official Node library's, both at zlib's level 6. */
export async function run(): Promise<BenchResult[]> {
  const official = officialApi()
  const app: UsersigApp = {
    name: 'bench',
    sdkAppId: SDK_APP_ID,
    secretKey: new Secret(KEY),
    previousSecretKeys: [],
    administrators: ['administrator'],
  }
  const limits = { maxTtlSeconds: LIFETIME, allowAdministrator: false }
  const { ratio, rate, otherRate } = compareRates(
    (index) => generateUsersig({ app, userId: `user-${index}`, ttlSeconds: LIFETIME, now: Date.now(), limits }),
    (index) => official.genUserSig(`user-${index}`, LIFETIME),
  )
  const detail = `${Math.round(rate)}/s against the official library's ${Math.round(otherRate)}/s`
  return [{ name: 'usersig generate, rate over the official library', ratio, target: { atLeast: 1 }, detail }]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const result of await run()) printResult(result)
