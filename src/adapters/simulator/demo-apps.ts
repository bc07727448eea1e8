import { createHash } from 'node:crypto'
import { Secret } from '../../diagnostics/secret.ts'
import type { App } from '../../bot/services.ts'

/** A made-up key, the same on every machine, so that a signature made in one process is good in the next. */
const madeUpKey = (name: string) =>
  new Secret(createHash('sha256').update(`im-doctor playground: ${name}`).digest('hex'))

const DAY = 86_400

const demoApp = (name: string, sdkAppId: number, region: string): App => ({
  name,
  sdkAppId,
  secretKey: madeUpKey(name),
  previousSecretKeys: [madeUpKey(`${name}, the year before`)],
  administrators: ['administrator'],
  region,
  push: 'timpush',
  channels: [],
  maxTtlSeconds: 3650 * DAY,
  allowAdministratorUsersig: false,
  simulated: true,
})

/** The apps of the playground: two, so that a signature of the wrong one can be tried. No real app has these keys. */
export const demoApps = (): readonly [App, ...App[]] => [
  demoApp('demo', 1_400_000_000, 'china'),
  demoApp('demo-global', 20_000_001, 'singapore'),
]
