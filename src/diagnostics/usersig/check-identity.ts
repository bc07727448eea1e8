import type { UsersigFinding } from './finding.ts'
import type { UsersigApp } from './keyring.ts'
import { LONGEST_USER_ID } from './limits.ts'
import { looksLikeKey } from './looks-like-key.ts'
import { newFinding } from './new-finding.ts'
import { isUnset } from './unset-values.ts'
import { userDifference } from './user-difference.ts'

/** Whether the signature is of the user that was named. Compared as it stands: so does the service. */
export function checkUser(actual: string, expected: string, findings: UsersigFinding[]): void {
  if (actual === expected) return
  const difference = userDifference(expected, actual)
  findings.push(
    newFinding('wrong-userid', {
      expected: withoutKey(expected),
      actual: withoutKey(actual),
      ...(isUnset(actual) ? { unset: true } : difference === null ? {} : { difference }),
    }),
  )
}

/** Tencent's limit for accounts; a signature can hold more, and some calls take more. */
export function checkLength(userId: string | null, findings: UsersigFinding[]): void {
  const length = Buffer.byteLength(userId ?? '', 'utf8')
  if (length <= LONGEST_USER_ID) return
  findings.push(
    newFinding(
      'too-long',
      { what: 'user-id', limit: LONGEST_USER_ID, length },
      { severity: 'warning', imErrorCodes: [7_003] },
    ),
  )
}

/** A key that was put in a UserID's place must not be repeated in an answer. */
function withoutKey(userId: string): string {
  return looksLikeKey(userId, 'user') === null ? userId : `${userId.slice(0, 4)}…`
}

/** `owner`: the configured app that has the signature's SDKAppID. `expected`: one without a name is not configured. */
export function checkApp(
  actual: string,
  owner: UsersigApp | undefined,
  expected: { sdkAppId: number | string; name?: string },
  findings: UsersigFinding[],
): void {
  const wanted = String(expected.sdkAppId)
  if (actual === wanted) return
  const lengths = [actual.length, wanted.length].sort((one, other) => one - other)
  findings.push(
    newFinding('wrong-sdkappid', {
      expected: wanted,
      ...(expected.name === undefined ? {} : { expectedApp: expected.name }),
      actual,
      ...(owner === undefined ? {} : { actualApp: owner.name }),
      // International apps have eight digits, those of the mainland site ten.
      ...(lengths[0] === 8 && lengths[1] === 10 ? { hint: 'other-site' as const } : {}),
    }),
  )
}
