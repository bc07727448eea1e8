import type { KeyOutcome } from './key-outcome.ts'
import type { UsersigApp } from './keyring.ts'
import { findSigningMistake } from './signing-mistakes.ts'
import { type SignedValues, signedContent } from './signed-content.ts'
import { isSignedWith } from './signing-key.ts'
import { findAlteredField } from './altered-fields.ts'

export interface KeyQuestion {
  values: SignedValues
  signature: string
  /** The configured app with the signature's SDKAppID. */
  owner: UsersigApp | undefined
  /** The app that the signature should be of. */
  expectedApp: UsersigApp | undefined
  expectedUserId: string | undefined
  apps: readonly UsersigApp[]
}

/** Which key made a version 2.0 signature, or why none did. */
export function checkKeys(question: KeyQuestion): KeyOutcome {
  const { values, signature, owner, expectedApp, apps } = question
  const content = signedContent(values)
  if (owner !== undefined) {
    const position = matchingKey(owner, content, signature)
    if (position >= 0) return { kind: 'match', position, total: owner.previousSecretKeys.length }
  }
  for (const app of apps) {
    if (app !== owner && matchingKey(app, content, signature) >= 0) return { kind: 'fits-other-app', app }
  }
  // Mistakes and alterations are looked for with the keys that should have been used.
  const suspects = owner !== undefined || expectedApp !== undefined ? [owner, expectedApp] : apps
  for (const app of new Set(suspects)) {
    if (app === undefined) continue
    for (const key of [app.secretKey, ...app.previousSecretKeys]) {
      const mistake = findSigningMistake(values, signature, key.reveal())
      if (mistake !== null) return { kind: 'mistake', mistake }
    }
  }
  const field = findAlteredField(question)
  if (field !== null) return { kind: 'altered', field }
  return { kind: owner === undefined ? 'no-key' : 'no-match' }
}

function matchingKey(app: UsersigApp, content: string, signature: string): number {
  if (isSignedWith(app.secretKey, content, signature)) return 0
  return app.previousSecretKeys.findIndex((key) => isSignedWith(key, content, signature)) + 1 || -1
}
