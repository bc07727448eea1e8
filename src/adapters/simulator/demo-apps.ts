import { createHash } from 'node:crypto'
import { Secret } from '../../diagnostics/secret.ts'
import type { App } from '../../bot/services.ts'
import type { Certificate } from '../../diagnostics/im/im-app.ts'
import { DEMO, DEMO_CERTIFICATES, DEMO_GLOBAL, GLOBAL_CERTIFICATES } from './cast/demo-console.ts'

/** A made-up key, the same on every machine, so that a signature made in one process is good in the next. */
const madeUpKey = (name: string) =>
  new Secret(createHash('sha256').update(`im-doctor playground: ${name}`).digest('hex'))

const DAY = 86_400

const demoApp = (name: string, sdkAppId: number, region: string, certificates: readonly Certificate[]): App => ({
  name,
  sdkAppId,
  secretKey: madeUpKey(name),
  previousSecretKeys: [madeUpKey(`${name}, the year before`)],
  administrators: ['administrator'],
  region,
  baseUrl: null,
  push: 'timpush',
  certificates,
  webhookToken: madeUpKey(`${name}, webhooks`),
  registryToken: null,
  channels: [],
  maxTtlSeconds: 3650 * DAY,
  allowAdministratorUsersig: false,
  simulated: true,
})

/** The apps of the playground: two, so that a signature of the wrong one can be tried. No real app has these keys. */
export const demoApps = (): readonly [App, ...App[]] => [
  demoApp('demo', DEMO, 'china', DEMO_CERTIFICATES),
  demoApp('demo-global', DEMO_GLOBAL, 'singapore', GLOBAL_CERTIFICATES),
]
