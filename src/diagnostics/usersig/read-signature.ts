import { type Claims, NO_CLAIMS, readClaims } from './claims.ts'
import { type Document, type Members, parseDocument, readDocument, salvageMembers } from './document.ts'
import type { FieldProblem, UsersigFinding } from './finding.ts'
import { foreignClaims } from './foreign-claims.ts'
import { isLegacy, type LegacySignature, readLegacy } from './legacy-v1.ts'
import { LIMITS } from './limits.ts'
import { looksLikeKey } from './looks-like-key.ts'
import { newFinding } from './new-finding.ts'
import type { Recognised } from './recognise.ts'
import type { Recovered } from './recover-sig.ts'
import { reportNotes } from './recovery-notes.ts'
import type { Unpacked } from './unpack.ts'

/** What a pasted text says. `isSound`: it could be read to its end, so that its signature can be checked. */
export interface ReadSignature {
  claims: Claims
  legacy: LegacySignature | null
  isSound: boolean
  /** It is no container, but what it should contain can be read and checked; the finding says so when that is done. */
  wrapped: Recognised | null
}

const UNREADABLE: ReadSignature = { claims: NO_CLAIMS, legacy: null, isSound: false, wrapped: null }

export function readSignature(recovered: Recovered, findings: UsersigFinding[]): ReadSignature {
  switch (recovered.kind) {
    case 'empty':
      findings.push(newFinding('empty', {}))
      return UNREADABLE
    case 'too-long':
      findings.push(newFinding('too-long', { what: 'text', limit: LIMITS.text, length: recovered.length }))
      return UNREADABLE
    case 'json':
      reportNotes(recovered.notes, false, findings)
      return readPlainJson(recovered.json, findings)
    case 'other':
      reportNotes(recovered.notes, false, findings)
      reportKey(recovered.text, findings)
      return readRecognised(recovered.other, findings)
    case 'sig':
      reportNotes(recovered.notes, isWhole(recovered.unpacked), findings)
      return readContainer(recovered.sig, recovered.unpacked, findings)
  }
}

/** Unpacked to its end, so that its checksum was compared, and to what a signature is made of. */
const isWhole = (unpacked: Unpacked): boolean =>
  unpacked.kind === 'whole' && readDocument(unpacked.content).kind === 'members'

function readPlainJson(json: string, findings: UsersigFinding[]): ReadSignature {
  const document = parseDocument(json)
  if (document.kind === 'members' && isLegacy(document.members)) return readMembers(document, findings)
  const content = Buffer.from(json, 'utf8')
  const names = document.kind === 'members' ? Object.keys(document.members).map((name) => name.slice(0, 30)) : []
  if (names.some((name) => name.startsWith('TLS.')))
    return readRecognised({ code: 'malformed-base64', detail: { looksLike: 'plain-document' }, content }, findings)
  findings.push(newFinding('malformed-base64', { looksLike: 'json', members: names.slice(0, 8) }))
  return UNREADABLE
}

function readRecognised(other: Recognised, findings: UsersigFinding[]): ReadSignature {
  const document = other.content === null ? null : readDocument(other.content)
  if (document?.kind === 'members' && Object.keys(document.members).some((name) => name.startsWith('TLS.')))
    return { ...readMembers(document, findings), isSound: false, wrapped: other }
  findings.push(newFinding(other.code, other.detail))
  if (document?.kind === 'members') return { ...UNREADABLE, claims: foreignClaims(document.members) }
  return other.content === null ? UNREADABLE : readDamaged(salvageMembers(other.content))
}

function readContainer(sig: string, unpacked: Unpacked, findings: UsersigFinding[]): ReadSignature {
  switch (unpacked.kind) {
    case 'whole':
      return readWhole(readDocument(unpacked.content), unpacked.content, findings)
    case 'checksum-wrong':
      findings.push(newFinding('tampered', { proof: 'checksum' }))
      return readAltered(unpacked.content)
    case 'truncated':
      findings.push(newFinding('truncated', { length: sig.length }))
      return readDamaged(salvageMembers(unpacked.content))
    case 'over-limit':
      findings.push(newFinding('too-long', { what: 'content', limit: LIMITS.content }))
      return UNREADABLE
    case 'bad-base64':
      reportKey(sig, findings)
      findings.push(badBase64(sig, unpacked.index))
      break
    case 'bad-zlib':
      reportKey(sig, findings)
      findings.push(
        newFinding('malformed-zlib', unpacked.looksLike === undefined ? {} : { looksLike: unpacked.looksLike }),
      )
      break
  }
  return unpacked.content === null ? UNREADABLE : readDamaged(salvageMembers(unpacked.content))
}

function badBase64(sig: string, index: number): UsersigFinding {
  const character = String.fromCodePoint(sig.codePointAt(index) ?? 0)
  const params = { index, character }
  const isSigLike = /^e[JAFN]/.test(sig) && sig.length > 60
  return newFinding('malformed-base64', isSigLike ? params : { ...params, looksLike: 'not-a-sig' })
}

function reportKey(sig: string, findings: UsersigFinding[]): void {
  const kind = looksLikeKey(sig, 'sig')
  if (kind !== null) findings.push(newFinding('looks-like-secret-key', { where: 'sig', kind }))
}

function readWhole(document: Document, content: Buffer, findings: UsersigFinding[]): ReadSignature {
  if (document.kind === 'members') return readMembers(document, findings)
  findings.push(newFinding('malformed-json', { at: document.at }))
  return readDamaged(salvageMembers(content))
}

/** The checksum says that the content was changed, which is said already; whether its signature holds is still of use. */
function readAltered(content: Buffer): ReadSignature {
  const document = readDocument(content)
  return document.kind === 'members'
    ? { ...readMembers(document, []), isSound: false }
    : readDamaged(salvageMembers(content))
}

function readDamaged(members: Members): ReadSignature {
  if (isLegacy(members)) return { claims: readLegacy(members).claims, legacy: null, isSound: false, wrapped: null }
  return { claims: readClaims(members, '{}').claims, legacy: null, isSound: false, wrapped: null }
}

function readMembers({ members, json }: Document & { kind: 'members' }, findings: UsersigFinding[]): ReadSignature {
  if (isLegacy(members)) {
    const legacy = readLegacy(members)
    const missing = legacyProblems(legacy.claims)
    if (missing.length > 0) findings.push(newFinding('missing-field', { problems: missing }))
    return { claims: legacy.claims, legacy, isSound: true, wrapped: null }
  }
  const { claims, problems, unknownVersion } = readClaims(members, json)
  if (problems.length > 0) findings.push(newFinding('missing-field', { problems }))
  if (unknownVersion !== null) findings.push(newFinding('unknown-version', { version: unknownVersion }))
  return { claims, legacy: null, isSound: true, wrapped: null }
}

function legacyProblems(claims: Claims): readonly FieldProblem[] {
  return (
    [
      ['TLS.identifier', claims.identifier],
      ['TLS.sdk_appid', claims.sdkAppId],
      ['TLS.time', claims.time],
      ['TLS.expire_after', claims.lifetime],
      ['TLS.sig', claims.signature],
    ] as const
  )
    .filter(([, value]) => value === null)
    .map(([field]) => ({ field, problem: 'missing' }))
}
