import type { UsersigFinding, UsersigFindingParams } from './finding.ts'
import type { UsersigApp } from './keyring.ts'
import { looksLikeKey } from './looks-like-key.ts'
import { newFinding } from './new-finding.ts'

const UNSET = new Set(['undefined', 'null', 'none', 'nil', 'nan', '[object object]', 'nullptr'])

/** Whether the signature is of the user that was named. Compared as it stands: so does the service. */
export function checkUser(actual: string, expected: string, findings: UsersigFinding[]): void {
  if (actual === expected) return
  const hint = hintAtUser(actual, expected)
  const params: UsersigFindingParams['wrong-userid'] = { expected: withoutKey(expected), actual: withoutKey(actual) }
  findings.push(newFinding('wrong-userid', hint === undefined ? params : { ...params, hint }))
}

/** A key that was put in a UserID's place must not be repeated in an answer. */
function withoutKey(userId: string): string {
  return looksLikeKey(userId, 'user') === null ? userId : `${userId.slice(0, 4)}…`
}

function hintAtUser(actual: string, expected: string): UsersigFindingParams['wrong-userid']['hint'] {
  if (UNSET.has(actual.toLowerCase())) return 'unset-variable'
  if (squeeze(actual) === squeeze(expected)) return 'white-space'
  if (actual.normalize('NFKC') === expected.normalize('NFKC')) return 'unicode-form'
  if (actual.toLowerCase() === expected.toLowerCase()) return 'case'
  return undefined
}

function squeeze(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
}

/** `owner`: the configured app that has the signature's SDKAppID. */
export function checkApp(
  actual: string,
  owner: UsersigApp | undefined,
  expected: UsersigApp,
  findings: UsersigFinding[],
): void {
  const wanted = String(expected.sdkAppId)
  if (actual === wanted) return
  const lengths = [actual.length, wanted.length].sort((one, other) => one - other)
  findings.push(
    newFinding('wrong-sdkappid', {
      expected: wanted,
      expectedApp: expected.name,
      actual,
      ...(owner === undefined ? {} : { actualApp: owner.name }),
      // International apps have eight digits, those of the mainland site ten.
      ...(lengths[0] === 8 && lengths[1] === 10 ? { hint: 'other-site' as const } : {}),
    }),
  )
}
