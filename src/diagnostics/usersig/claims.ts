import type { Members } from './document.ts'
import type { FieldProblem } from './finding.ts'
import { numberSlip, wholeNumber } from './number-slips.ts'
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
  /** The numbers as they are written, also where that is no way to write them: what was signed is one or the other. */
  written: { sdkAppId: string | null; time: string | null; lifetime: string | null }
}

export interface ReadClaims {
  claims: Claims
  problems: readonly FieldProblem[]
  unknownVersion: string | null
}

const NOTHING_WRITTEN: Claims['written'] = { sdkAppId: null, time: null, lifetime: null }

export const NO_CLAIMS: Claims = {
  version: null,
  identifier: null,
  sdkAppId: null,
  time: null,
  lifetime: null,
  userbuf: null,
  signature: null,
  written: NOTHING_WRITTEN,
}

/** Members of other systems, and misspelt ones, that stand where one of a UserSig's belongs. */
const INSTEAD: Readonly<Record<string, RegExp>> = {
  'TLS.ver': /^(?:TLS\.)?ver(?:sion)?$/i,
  'TLS.identifier': /^(?:TLS\.)?(?:identif(?:y|ier|er)|user_?(?:id|name)?|uid|account)$/i,
  'TLS.sdkappid': /^(?:TLS\.)?(?:sdk)?_?app_?id$/i,
  'TLS.time': /^(?:TLS\.)?(?:time(?:stamp)?|(?:curr?(?:ent)?|init|issue|create)_?time|iat|expire_?time)$/i,
  'TLS.expire': /^(?:TLS\.)?(?:expires?|expired|exp|ttl|expire_?(?:time|after|in|at)|lifetime)$/i,
  'TLS.sig': /^(?:TLS\.)?(?:sign?|signature|hmac)$/i,
}

/** Version 2.0: names, types, values and problems. Numbers written as text are read, since their signature may still hold. */
export function readClaims(members: Members, json: string): ReadClaims {
  const problems: FieldProblem[] = []
  const version = members['TLS.ver']
  const identifier = readText(members, 'TLS.identifier', problems)
  const sdkAppId = readNumber(members, 'TLS.sdkappid', json, problems)
  const time = readNumber(members, 'TLS.time', json, problems)
  const lifetime = readNumber(members, 'TLS.expire', json, problems)
  const claims: Claims = {
    version: version === '2.0' ? '2.0' : null,
    identifier,
    sdkAppId: sdkAppId.value,
    time: time.value,
    lifetime: lifetime.value,
    userbuf: members['TLS.userbuf'] !== undefined ? readText(members, 'TLS.userbuf', problems) : null,
    signature: readText(members, 'TLS.sig', problems),
    written: { sdkAppId: sdkAppId.written, time: time.written, lifetime: lifetime.written },
  }
  if (version === undefined) problems.push(missing(members, 'TLS.ver'))
  else if (typeof version !== 'string') problems.push(wrongType('TLS.ver', version))
  const unknownVersion = typeof version === 'string' && version !== '2.0' ? version : null
  return { claims, problems, unknownVersion }
}

function missing(members: Members, field: string): FieldProblem {
  const form = INSTEAD[field]
  const instead = Object.keys(members).find((name) => name !== field && form?.test(name) && !(name in INSTEAD))
  return { field, problem: 'missing', ...(instead === undefined ? {} : { instead: instead.slice(0, 40) }) }
}

const wrongType = (field: string, value: unknown): FieldProblem => ({
  field,
  problem: 'wrong-type',
  type: value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value,
})

function readText(members: Members, field: string, problems: FieldProblem[]): string | null {
  const value = members[field]
  if (typeof value === 'string' && value !== '') return value
  problems.push(value === undefined || value === '' ? missing(members, field) : wrongType(field, value))
  return typeof value === 'number' && field === 'TLS.identifier' ? String(value) : null
}

function readNumber(
  members: Members,
  field: string,
  json: string,
  problems: FieldProblem[],
): { value: string | null; written: string | null } {
  const value = members[field]
  if (typeof value === 'number') {
    const written = writtenNumber(json, field, value)
    const slip = numberSlip(written, field === 'TLS.sdkappid' ? 'id' : 'seconds')
    if (slip !== null) problems.push({ field, problem: 'wrong-value', value: written.slice(0, 40), slip })
    return { value: wholeNumber(written), written: written.slice(0, 100) }
  }
  problems.push(value === undefined ? missing(members, field) : wrongType(field, value))
  const digits = typeof value === 'string' && /^(?:0|[1-9]\d{0,99})$/.test(value) ? value : null
  return { value: digits, written: digits }
}

/** The digits as they stand in the JSON. Its tokens are read only where the first look does not find them. */
function writtenNumber(json: string, field: string, value: number): string {
  const at = json.indexOf(`"${field}":`)
  const near = at < 0 ? undefined : /^ ?(-?\d[\d.eE+-]{0,99})/.exec(json.slice(at + field.length + 3, at + 160))?.[1]
  if (near !== undefined && Number(near) === value && Number.isSafeInteger(value)) return near
  return readNumberTexts(json).get(field) ?? String(value)
}
