import type { KeyQuestion } from './check-keys.ts'
import type { UsersigApp } from './keyring.ts'
import { LONGEST_LIFETIME, SECONDS_PER_DAY } from './limits.ts'
import { type SignedValues, signedContent } from './signed-content.ts'
import { isSignedWith } from './signing-key.ts'
import type { HmacBudget } from './signing-mistakes.ts'

/** Lifetimes that people ask for: whole hours of a day, whole days of a year, whole years, and a room ticket's. */
const COMMON_LIFETIMES: readonly string[] = [
  60,
  300,
  600,
  1_800,
  ...Array.from({ length: 23 }, (_, hour) => (hour + 1) * 3_600),
  ...Array.from({ length: 366 }, (_, day) => (day + 1) * SECONDS_PER_DAY),
  ...Array.from({ length: 9 }, (_, year) => (year + 2) * 365 * SECONDS_PER_DAY),
  50 * 365 * SECONDS_PER_DAY,
  LONGEST_LIFETIME + 2 * SECONDS_PER_DAY,
].map(String)

type AlteredQuestion = Omit<KeyQuestion, 'readings'> & { values: SignedValues }

interface Original {
  field: string
  values: SignedValues
  apps: readonly (UsersigApp | undefined)[]
}

/**
 * The member whose original value, guessed, makes the signature right again. It proves that the content was changed after
 * signing, and by whom it was not: the key's owner.
 */
export function findAlteredField(question: AlteredQuestion, budget: HmacBudget): string | null {
  const { signature } = question
  for (const { field, values, apps } of originals(question)) {
    if (budget.left <= 0) return null
    const content = signedContent(values)
    for (const app of apps) {
      if (app === undefined) continue
      budget.left -= 1 + app.previousSecretKeys.length
      if ([app.secretKey, ...app.previousSecretKeys].some((key) => isSignedWith(key, content, signature))) return field
    }
  }
  return null
}

function* originals({ values, owner, expectedApp, expectedUserId, apps }: AlteredQuestion): Generator<Original> {
  const likely = owner === expectedApp ? [owner] : [owner, expectedApp]
  if (expectedUserId !== undefined && expectedUserId !== values.identifier) {
    yield { field: 'TLS.identifier', values: { ...values, identifier: expectedUserId }, apps: likely }
  }
  for (const app of apps) {
    const sdkAppId = String(app.sdkAppId)
    if (sdkAppId !== values.sdkAppId) yield { field: 'TLS.sdkappid', values: { ...values, sdkAppId }, apps: [app] }
  }
  if (values.userbuf !== null) yield { field: 'TLS.userbuf', values: { ...values, userbuf: null }, apps: likely }
  // Go's library signs an empty userbuf line and leaves the member out.
  else yield { field: 'TLS.userbuf', values: { ...values, userbuf: '' }, apps: likely }
  for (const lifetime of COMMON_LIFETIMES) {
    if (lifetime !== values.lifetime) yield { field: 'TLS.expire', values: { ...values, lifetime }, apps: likely }
  }
}
