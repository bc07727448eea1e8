import type { Members } from './document.ts'
import { readNumberTexts } from './read-integers.ts'

/** What a signature says of itself, each as the text that was signed; null where it cannot be read. */
export interface Claims {
  version: '2.0' | '1.0' | null
  identifier: string | null
  sdkAppId: string | null
  /** UNIX seconds. */
  time: string | null
  /** Seconds from `time` on. */
  lifetime: string | null
  /** Base64 text, as it stands. */
  userbuf: string | null
  signature: string | null
}

export interface FieldProblem {
  field: string
  problem: 'missing' | 'wrong-type'
}

export interface ReadClaims {
  claims: Claims
  problems: readonly FieldProblem[]
  unknownVersion: string | null
}

export const NO_CLAIMS: Claims = {
  version: null,
  identifier: null,
  sdkAppId: null,
  time: null,
  lifetime: null,
  userbuf: null,
  signature: null,
}

const INTEGER = /^(?:0|[1-9]\d{0,99})$/

/** Version 2.0: names, types and problems. Numbers written as text are read, since their signature may still hold. */
export function readClaims(members: Members, json: string): ReadClaims {
  const problems: FieldProblem[] = []
  const version = members['TLS.ver']
  const claims: Claims = {
    version: version === '2.0' ? '2.0' : null,
    identifier: readText(members, 'TLS.identifier', problems),
    sdkAppId: readInteger(members, 'TLS.sdkappid', json, problems),
    time: readInteger(members, 'TLS.time', json, problems),
    lifetime: readInteger(members, 'TLS.expire', json, problems),
    userbuf: members['TLS.userbuf'] !== undefined ? readText(members, 'TLS.userbuf', problems) : null,
    signature: readText(members, 'TLS.sig', problems),
  }
  if (version === undefined) problems.push({ field: 'TLS.ver', problem: 'missing' })
  else if (typeof version !== 'string') problems.push({ field: 'TLS.ver', problem: 'wrong-type' })
  const unknownVersion = typeof version === 'string' && version !== '2.0' ? version : null
  return { claims, problems, unknownVersion }
}

function readText(members: Members, field: string, problems: FieldProblem[]): string | null {
  const value = members[field]
  if (typeof value === 'string' && value !== '') return value
  problems.push({ field, problem: value === undefined || value === '' ? 'missing' : 'wrong-type' })
  return typeof value === 'number' && field === 'TLS.identifier' ? String(value) : null
}

function readInteger(members: Members, field: string, json: string, problems: FieldProblem[]): string | null {
  const value = members[field]
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value)
  if (typeof value === 'number') {
    const digits = readNumberTexts(json).get(field) ?? ''
    if (INTEGER.test(digits)) return digits
  }
  problems.push({ field, problem: value === undefined ? 'missing' : 'wrong-type' })
  return typeof value === 'string' && INTEGER.test(value) ? value : null
}
