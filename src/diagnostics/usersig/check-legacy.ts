import type { Standing } from './check-signature.ts'
import type { UsersigFinding } from './finding.ts'
import type { UsersigApp } from './keyring.ts'
import { isSignedWithPair, type LegacySignature, publicKeyOf } from './legacy-v1.ts'
import { newFinding } from './new-finding.ts'
import { signedContent } from './signed-content.ts'
import { isSignedWith } from './signing-key.ts'

interface LegacyQuestion {
  legacy: LegacySignature
  owner: UsersigApp | undefined
  expectedUserId: string | undefined
  apps: readonly UsersigApp[]
}

/** Tries the public keys on a version 1.0 signature. Without one nothing can be said, and the service will refuse it. */
export function checkLegacy(question: LegacyQuestion, findings: UsersigFinding[]): Standing {
  const { legacy, owner, expectedUserId, apps } = question
  const { identifier, signature } = legacy.claims
  const key = owner === undefined ? null : publicKeyOf(owner)
  const content = identifier === null ? null : legacy.content(identifier)
  const publicKeyConfigured = key !== null
  findings.push(
    newFinding('legacy-v1', { publicKeyConfigured }, { severity: publicKeyConfigured ? 'warning' : 'error' }),
  )

  if (key !== null && isSignedWithPair(key, content, signature)) return 'verified'
  if (isHmac(question, content)) {
    findings.push(newFinding('wrong-key', { mistakes: ['content-v1-names'] }))
    return 'refuted'
  }
  const other = apps.find((app) => {
    const otherKey = app === owner ? null : publicKeyOf(app)
    return otherKey !== null && isSignedWithPair(otherKey, content, signature)
  })
  if (other !== undefined) {
    findings.push(newFinding('wrong-key', { fits: other.name }))
    return 'refuted'
  }
  if (key === null) return 'unchecked'
  const wasForExpected =
    expectedUserId !== undefined && isSignedWithPair(key, legacy.content(expectedUserId), signature)
  findings.push(
    wasForExpected
      ? newFinding('tampered', { proof: 'original-found', field: 'TLS.identifier' })
      : newFinding('wrong-key', {}),
  )
  return 'refuted'
}

/** A recipe that goes about mixes version 1.0's names with the HMAC of version 2.0. */
function isHmac({ legacy, owner, apps }: LegacyQuestion, content: string | null): boolean {
  const { identifier, sdkAppId, time, lifetime, userbuf, signature } = legacy.claims
  if (signature?.length !== 44 || identifier === null || sdkAppId === null || time === null || lifetime === null)
    return false
  const contents = [
    content,
    signedContent({ identifier, sdkAppId, time, lifetime, userbuf }),
    `TLS.identifier:${identifier}\nTLS.sdk_appid:${sdkAppId}\nTLS.time:${time}\nTLS.expire_after:${lifetime}\n`,
  ]
  const suspects = owner === undefined ? apps : [owner]
  return suspects.some((app) => contents.some((text) => text !== null && isSignedWith(app.secretKey, text, signature)))
}
