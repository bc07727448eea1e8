import { checkApp, checkLength, checkUser } from './check-identity.ts'
import { checkLegacy } from './check-legacy.ts'
import { checkSignature, type Standing } from './check-signature.ts'
import { checkTimes, readTimes } from './check-times.ts'
import { checkUserbuf } from './check-userbuf.ts'
import type { Claims } from './claims.ts'
import type { UsersigFinding } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import type { UsersigApp } from './keyring.ts'
import { looksLikeKey } from './looks-like-key.ts'
import { newFinding, sortFindings } from './new-finding.ts'
import { type ReadSignature, readSignature } from './read-signature.ts'
import { recoverSig } from './recover-sig.ts'
import { signedContent } from './signed-content.ts'
import type { UsersigReport, UsersigVerdict } from './report.ts'

export interface UsersigQuestion {
  text: string
  apps: readonly UsersigApp[]
  /** The moment that the question is about, in UNIX milliseconds. */
  now: number
  /**
   * Whose the signature should be. `sdkAppId`: of an app that is not configured. `appWasNamed`: by the person who asks, not
   * by a default.
   */
  expected?: { userId?: string; app?: UsersigApp; sdkAppId?: string; appWasNamed?: boolean }
}

/** All that is wrong with a UserSig, whatever the text is. Without `expected` it tells what is in it. */
export function verifyUsersig(question: UsersigQuestion): UsersigReport {
  const { text, now, expected } = question
  const findings: UsersigFinding[] = []
  const recovered = recoverSig(text)
  const reading = readSignature(recovered, findings)
  const { claims } = reading
  const owner = question.apps.find((app) => String(app.sdkAppId) === claims.sdkAppId)
  const checked = checkStanding(question, reading, owner, findings)
  const wanted = expected?.app ?? (expected?.sdkAppId === undefined ? null : { sdkAppId: expected.sdkAppId })
  const isForAnother =
    wanted !== null &&
    expected?.appWasNamed === true &&
    claims.sdkAppId !== null &&
    claims.sdkAppId !== String(wanted.sdkAppId)
  // Only a key of its own SDKAppID can refute it, or the word of the person who asks.
  const isOfUnknownApp = claims.sdkAppId !== null && owner === undefined && !isForAnother
  const standing = isOfUnknownApp && reading.isSound && checked === 'refuted' ? 'unchecked' : checked

  if (claims.sdkAppId !== null && wanted !== null) checkApp(claims.sdkAppId, owner, wanted, findings)
  if (claims.identifier !== null) {
    if (expected?.userId !== undefined) checkUser(claims.identifier, expected.userId, findings)
    if (owner?.administrators.includes(claims.identifier)) {
      findings.push(newFinding('admin-account', { userId: claims.identifier }))
    }
  }
  checkLength(expected?.userId ?? claims.identifier, findings)
  checkTimes(claims, now, findings)
  checkPastedUser(expected?.userId, findings)
  const userbuf = checkUserbuf(claims, findings)
  reportWrapping(reading, standing, findings)
  return {
    verdict: decide(reading, standing, findings, isForAnother),
    version: claims.version,
    app: owner?.name ?? null,
    sdkAppId: toNumber(claims.sdkAppId),
    userId: claims.identifier,
    ...readTimes(claims, now),
    userbuf,
    isUnconfirmed: standing !== 'verified' && (!reading.isSound || standing === 'unchecked'),
    findings: sortFindings(findings),
    fingerprint: fingerprint(recovered.kind === 'sig' ? recovered.sig : text),
  }
}

function checkStanding(
  { apps, expected }: UsersigQuestion,
  { claims, legacy, isSound, wrapped }: ReadSignature,
  owner: UsersigApp | undefined,
  findings: UsersigFinding[],
): Standing {
  const expectedApp = expected?.app
  const expectedUserId = expected?.userId
  const known = expectedApp === undefined || apps.includes(expectedApp) ? apps : [...apps, expectedApp]
  if (!isSound && wrapped === null) return 'refuted'
  if (legacy !== null) return checkLegacy({ legacy, owner, expectedUserId, apps: known }, findings)
  const signed = signedValues(claims)
  if (signed === null) return owner === undefined ? 'unchecked' : 'refuted'
  return checkSignature({ ...signed, owner, expectedApp, expectedUserId, apps: known }, findings)
}

/** Said last, since it says whether what is inside would have been good. */
function reportWrapping({ wrapped, claims }: ReadSignature, standing: Standing, findings: UsersigFinding[]): void {
  if (wrapped === null) return
  const good = standing === 'verified' && findings.every(({ severity }) => severity !== 'error')
  findings.push(newFinding(wrapped.code, { ...wrapped.detail, inside: { userId: claims.identifier, good } }))
}

/** The numbers that are meant, and where they are written in another way those as well: either may have been signed. */
function signedValues({ identifier, userbuf, signature, written, ...meant }: Claims) {
  if (identifier === null || signature === null) return null
  const readings = [meant, written]
    .map(({ sdkAppId, time, lifetime }) => ({
      sdkAppId: sdkAppId ?? written.sdkAppId,
      time: time ?? written.time,
      lifetime: lifetime ?? written.lifetime,
    }))
    .flatMap(({ sdkAppId, time, lifetime }) =>
      sdkAppId === null || time === null || lifetime === null
        ? []
        : [{ identifier, sdkAppId, time, lifetime, userbuf }],
    )
  const [first, second] = readings
  if (first === undefined) return null
  const isSame = second === undefined || signedContent(second) === signedContent(first)
  return { readings: isSame ? [first] : readings, signature }
}

function checkPastedUser(userId: string | undefined, findings: UsersigFinding[]): void {
  const kind = userId === undefined ? null : looksLikeKey(userId.trim(), 'user')
  if (kind === null || findings.some(({ code }) => code === 'looks-like-secret-key')) return
  findings.push(newFinding('looks-like-secret-key', { where: 'user', kind }))
}

/** Findings that hold whatever the key would say. */
const UNREADABLE = new Set<UsersigFinding['code']>(['missing-field', 'unknown-version'])

function decide(
  { isSound }: ReadSignature,
  standing: Standing,
  findings: readonly UsersigFinding[],
  isForAnother: boolean,
): UsersigVerdict {
  if (!isSound || findings.some(({ code }) => UNREADABLE.has(code))) return 'invalid'
  if (standing === 'unchecked') {
    return isForAnother ? 'invalid' : 'unverifiable'
  }
  return standing === 'refuted' || findings.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid'
}

function toNumber(digits: string | null): number | string | null {
  if (digits === null) return null
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : digits
}
