import type { Secret } from '../secret.ts'
import { findAlteredField } from './altered-fields.ts'
import type { SigningMistake } from './finding.ts'
import type { KeyOutcome } from './key-outcome.ts'
import type { UsersigApp } from './keyring.ts'
import { type SignedValues, signedContent } from './signed-content.ts'
import { isSignedWith } from './signing-key.ts'
import {
  findMilliseconds,
  findSigningMistake,
  findTwoMistakes,
  type HmacBudget,
  newHmacBudget,
} from './signing-mistakes.ts'

export interface KeyQuestion {
  /** What was signed, as far as the JSON shows; more than one where it writes a number in an unusual way. */
  readings: readonly SignedValues[]
  signature: string
  /** The configured app with the signature's SDKAppID. */
  owner: UsersigApp | undefined
  /** The app that the signature should be of. */
  expectedApp: UsersigApp | undefined
  expectedUserId: string | undefined
  apps: readonly UsersigApp[]
}

interface Suspect {
  app: UsersigApp
  key: Secret
  /** 0 for the app's current key. */
  position: number
}

/** Which key made a version 2.0 signature, or why none did. */
export function checkKeys(question: KeyQuestion): KeyOutcome {
  const { readings, signature, owner, apps } = question
  for (const values of readings) {
    const content = signedContent(values)
    if (owner !== undefined) {
      const position = matchingKey(owner, content, signature)
      if (position >= 0) return { kind: 'match', position, total: owner.previousSecretKeys.length }
    }
    for (const app of apps) {
      if (app !== owner && matchingKey(app, content, signature) >= 0) return { kind: 'fits-other-app', app }
    }
  }
  const budget = newHmacBudget()
  const suspects = suspectsOf(question)
  const mistakes =
    findWith(findSigningMistake, question, suspects, budget) ?? findWith(findTwoMistakes, question, suspects, budget)
  if (mistakes !== null) return mistakes
  const field = readings
    .map((values) => findAlteredField({ ...question, values }, budget))
    .find((each) => each !== null)
  if (field !== undefined) return { kind: 'altered', field }
  const milliseconds = findWith(findMilliseconds, question, suspects, budget)
  if (milliseconds !== null) return milliseconds
  return { kind: owner === undefined ? 'no-key' : 'no-match' }
}

/** The keys that should have been used come first: the budget may not last for all. */
function suspectsOf({ owner, expectedApp, apps }: KeyQuestion): readonly Suspect[] {
  const ordered = [...new Set([owner, expectedApp, ...apps])].filter((app) => app !== undefined)
  return ordered.flatMap((app) =>
    [app.secretKey, ...app.previousSecretKeys].map((key, position) => ({ app, key, position })),
  )
}

function findWith(
  search: (
    values: SignedValues,
    signature: string,
    key: string,
    budget: HmacBudget,
  ) => readonly SigningMistake[] | null,
  { readings, signature }: KeyQuestion,
  suspects: readonly Suspect[],
  budget: HmacBudget,
): KeyOutcome | null {
  for (const { app, key, position } of suspects) {
    for (const values of readings) {
      if (budget.left <= 0) return null
      const mistakes = search(values, signature, key.reveal(), budget)
      if (mistakes !== null) return { kind: 'mistake', mistakes, app, position }
    }
  }
  return null
}

function matchingKey(app: UsersigApp, content: string, signature: string): number {
  if (isSignedWith(app.secretKey, content, signature)) return 0
  return app.previousSecretKeys.findIndex((key) => isSignedWith(key, content, signature)) + 1 || -1
}
