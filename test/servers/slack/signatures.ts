import { generateUsersig } from '../../../src/diagnostics/usersig/generate-usersig.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import { EVERYONE, EXAMPLE_TIME, people, TEST_APPS, testApp } from '../../support/bot.ts'

const [prod = testApp('prod'), staging = testApp('staging')] = TEST_APPS

function sign(app: typeof prod, changes: { now?: number; ttlSeconds?: number } = {}): string {
  const limits = { maxTtlSeconds: app.maxTtlSeconds, allowAdministrator: false }
  const order = { app, userId: 'alice', ttlSeconds: 86_400, now: EXAMPLE_TIME - 1000, limits, ...changes }
  const made = generateUsersig(order)
  if (made.kind !== 'generated') throw new Error('no signature for the test')
  return made.sig.reveal()
}

const valid = sign(prod)

/** Signatures of alice; those that are wrong are wrong in one way each. */
export const SIGNATURES = {
  valid,
  expired: sign(prod, { now: EXAMPLE_TIME - 10_000_000, ttlSeconds: 60 }),
  wrongKey: sign(testApp('prod', { secretKey: new Secret('0'.repeat(63) + '1') })),
  wrongApp: sign(staging),
  damaged: `${valid.slice(0, 40)}${valid.slice(60)}`,
} as const

/** Everyone may look; only U0ADMIN, and the members of SADMINS, may generate. */
export const ACCESS = {
  configured: true,
  members: {
    viewer: EVERYONE,
    operator: EVERYONE,
    admin: { ...people('slack:U0ADMIN'), groups: new Set(['slack:SADMINS']) },
  },
}
