import type { Owner, Severity } from '../finding.ts'
import type { UsersigFinding, UsersigFindingCode, UsersigFindingParams } from './finding.ts'

interface Facts {
  severity: Severity
  owner: Owner
  imErrorCodes: readonly number[]
}

/** What a client is told of a text that cannot be read as a UserSig. */
export const ILLEGAL: readonly number[] = [70_003, 70_005]

/** In the order in which they decide: the first one found is what to mend first. Codes: dossier, section 11. */
const FACTS: Readonly<Record<UsersigFindingCode, Facts>> = {
  empty: { severity: 'error', owner: 'developer', imErrorCodes: [70_002] },
  'too-long': { severity: 'error', owner: 'developer', imErrorCodes: ILLEGAL },
  'malformed-base64': { severity: 'error', owner: 'developer', imErrorCodes: ILLEGAL },
  truncated: { severity: 'error', owner: 'developer', imErrorCodes: ILLEGAL },
  'malformed-zlib': { severity: 'error', owner: 'developer', imErrorCodes: ILLEGAL },
  'malformed-json': { severity: 'error', owner: 'developer', imErrorCodes: ILLEGAL },
  'missing-field': { severity: 'error', owner: 'developer', imErrorCodes: ILLEGAL },
  'unknown-version': { severity: 'error', owner: 'developer', imErrorCodes: ILLEGAL },
  tampered: { severity: 'error', owner: 'developer', imErrorCodes: [70_009] },
  'wrong-key': { severity: 'error', owner: 'developer', imErrorCodes: [70_009] },
  'wrong-sdkappid': { severity: 'error', owner: 'developer', imErrorCodes: [70_014] },
  'wrong-userid': { severity: 'error', owner: 'developer', imErrorCodes: [70_013] },
  expired: { severity: 'error', owner: 'developer', imErrorCodes: [70_001, 6_206] },
  'not-yet-valid': { severity: 'error', owner: 'developer', imErrorCodes: [] },
  'legacy-v1': { severity: 'warning', owner: 'administrator', imErrorCodes: [70_009, 70_016] },
  'looks-like-secret-key': { severity: 'warning', owner: 'administrator', imErrorCodes: [] },
  markup: { severity: 'warning', owner: 'user', imErrorCodes: [] },
  'url-encoded': { severity: 'warning', owner: 'user', imErrorCodes: ILLEGAL },
  whitespace: { severity: 'warning', owner: 'user', imErrorCodes: ILLEGAL },
  quoted: { severity: 'warning', owner: 'user', imErrorCodes: [] },
  'expire-in-milliseconds': { severity: 'warning', owner: 'developer', imErrorCodes: [] },
  'expires-soon': { severity: 'warning', owner: 'developer', imErrorCodes: [] },
  'long-lived': { severity: 'note', owner: 'developer', imErrorCodes: [] },
  'old-key': { severity: 'note', owner: 'administrator', imErrorCodes: [] },
  'userbuf-present': { severity: 'note', owner: 'developer', imErrorCodes: [] },
  'admin-account': { severity: 'note', owner: 'developer', imErrorCodes: [] },
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']
const CODES = Object.keys(FACTS)

type FindingOf<Code extends UsersigFindingCode> = Facts & { code: Code; params: UsersigFindingParams[Code] }

/** A finding with what is always true of its code; `changes` where this one weighs more or less than most, or is another's. */
export function newFinding<Code extends UsersigFindingCode>(
  code: Code,
  params: UsersigFindingParams[Code],
  changes: Partial<Facts> = {},
): FindingOf<Code> {
  return { code, params, ...FACTS[code], ...changes }
}

/** Errors first, the most decisive of them at the top; the same again for warnings and notes. */
export function sortFindings(findings: UsersigFinding[]): UsersigFinding[] {
  if (findings.length < 2) return findings
  return findings.sort(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
      CODES.indexOf(one.code) - CODES.indexOf(other.code),
  )
}
