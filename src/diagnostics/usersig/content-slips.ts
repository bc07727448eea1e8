import type { SigningMistake } from './finding.ts'
import { otherTexts, type SlippedContent } from './other-texts.ts'
import type { SignedValues } from './signed-content.ts'

type Line = readonly [name: string, value: string]

/** A text to be signed, before it is one. */
interface Plan {
  lines: readonly Line[]
  /** Between a name and its value; null: the values alone. */
  glue: string | null
  join: string
  /** The last line ends as the others do. */
  ended: boolean
  /** Lines as they stand, at the beginning and at the end. */
  before: readonly string[]
  after: readonly string[]
}

interface Slip {
  mistake: SigningMistake
  /** Slips of one kind exclude each other. */
  /** Common enough to be looked for beside another one. */
  isCommon: boolean
  kind: 'join' | 'order' | 'names' | 'glue' | 'expire' | 'time' | 'user' | 'extra'
  apply: (plan: Plan) => Plan
}

/** The texts that slips in the signing code make of these values: each slip alone, or each two of different kinds together. */
export function* slippedContents(values: SignedValues, depth: 1 | 2): Generator<SlippedContent> {
  const plan = planOf(values)
  const slips = slipsOf(values)
  if (depth === 1) {
    for (const { mistake, apply } of slips) yield { mistakes: [mistake], text: textOf(apply(plan)) }
    yield* otherTexts(values)
    return
  }
  const common = slips.filter(({ isCommon }) => isCommon)
  for (const [index, one] of common.entries()) {
    for (const other of common.slice(index + 1)) {
      if (one.kind === other.kind) continue
      const mistakes = one.mistake === other.mistake ? [one.mistake] : [one.mistake, other.mistake]
      yield { mistakes, text: textOf(other.apply(one.apply(plan))) }
    }
  }
}

function planOf({ identifier, sdkAppId, time, lifetime, userbuf }: SignedValues): Plan {
  return {
    lines: [
      ['TLS.identifier', identifier],
      ['TLS.sdkappid', sdkAppId],
      ['TLS.time', time],
      ['TLS.expire', lifetime],
      ...(userbuf === null ? [] : [['TLS.userbuf', userbuf] as const]),
    ],
    glue: ':',
    join: '\n',
    ended: true,
    before: [],
    after: [],
  }
}

function textOf({ lines, glue, join, ended, before, after }: Plan): string {
  const written = lines.map(([name, value]) => (glue === null ? value : `${name}${glue}${value}`))
  return [...before, ...written, ...after].join(join) + (ended ? join : '')
}

function slipsOf(values: SignedValues): readonly Slip[] {
  return [
    ...joinSlips(),
    ...orderSlips(),
    ...expireSlips(values),
    ...timeSlips(values),
    ...extraSlips(values),
    ...nameSlips(),
    ...userSlips(values),
  ]
}

function joinSlips(): readonly Slip[] {
  const join = (mistake: SigningMistake, join: string, ended: boolean, isCommon = true): Slip => ({
    mistake,
    isCommon,
    kind: 'join',
    apply: (plan) => ({ ...plan, join, ended }),
  })
  return [
    join('content-without-last-line-feed', '\n', false),
    join('content-literal-line-feed', '\\n', true),
    join('content-literal-line-feed', '\\n', false),
    join('content-joined-by-ampersand', '&', false),
    join('content-joined-by-ampersand', '&', true),
    join('content-joined-by-nothing', '', false),
    join('content-crlf', '\r\n', true),
    join('content-crlf', '\r\n', false, false),
    ...[',', ' ', ';', '|', '\r', '\n\n', ', ', '\t'].flatMap((mark) =>
      [false, true].map((ended) => join('content-other-separator', mark, ended, false)),
    ),
  ]
}

/** Places of UserID, SDKAppID, time and lifetime; a userbuf stays behind them. */
function orderSlips(): readonly Slip[] {
  const order = (mistake: SigningMistake, ...places: readonly number[]): Slip => ({
    mistake,
    isCommon: mistake !== 'content-other-order' || places[0] === 1 || places[0] === 3,
    kind: 'order',
    apply: (plan) => ({
      ...plan,
      lines: [...places.map((place) => plan.lines[place] as Line), ...plan.lines.slice(places.length)],
    }),
  })
  return [
    order('content-sdkappid-first', 1, 0, 2, 3),
    order('content-expire-before-time', 0, 1, 3, 2),
    order('content-other-order', 1, 0, 3, 2),
    // By the alphabet, by the values' names in some signatures, and from behind.
    order('content-other-order', 3, 0, 1, 2),
    order('content-other-order', 2, 3, 0, 1),
    order('content-other-order', 2, 0, 1, 3),
    order('content-other-order', 0, 2, 3, 1),
    order('content-other-order', 0, 3, 2, 1),
    order('content-other-order', 0, 3, 1, 2),
    order('content-other-order', 1, 2, 3, 0),
    order('content-other-order', 3, 2, 1, 0),
  ]
}

const named = (lines: readonly Line[], name: string, value: string): readonly Line[] =>
  lines.map((line) => (line[0] === name ? [name, value] : line))

function valueSlip(kind: Slip['kind'], name: string) {
  return (mistake: SigningMistake, value: string, isCommon = true): Slip => ({
    mistake,
    isCommon,
    kind,
    apply: (plan) => ({ ...plan, lines: named(plan.lines, name, value) }),
  })
}

const UNSET = ['undefined', 'null', 'None', 'NaN', '', '0'] as const

function expireSlips({ time, lifetime }: SignedValues): readonly Slip[] {
  const slip = valueSlip('expire', 'TLS.expire')
  const end = sum(time, lifetime)
  const days = Number(lifetime) / 86_400
  const length = Number(lifetime) - Number(time)
  return [
    ...(end === null ? [] : [slip('content-expire-as-end', end), slip('content-expire-as-end', `${end}000`)]),
    slip('content-expire-in-milliseconds', `${lifetime}000`),
    ...(Number.isInteger(days) ? [slip('content-expire-in-days', String(days), false)] : []),
    ...(length > 0 ? [slip('json-expire-differs', String(length))] : []),
    ...(lifetime.endsWith('000') ? [slip('json-expire-differs', lifetime.slice(0, -3))] : []),
    ...UNSET.map((value) => slip('content-value-unset', value, false)),
  ]
}

function timeSlips({ time }: SignedValues): readonly Slip[] {
  const slip = valueSlip('time', 'TLS.time')
  return [
    slip('content-time-in-milliseconds', `${time}000`),
    ...(time.length > 10 ? [slip('json-time-differs', time.slice(0, 10))] : []),
    ...UNSET.map((value) => slip('content-value-unset', value, false)),
  ]
}

function sum(one: string, other: string): string | null {
  const total = Number(one) + Number(other)
  return Number.isSafeInteger(total) ? String(total) : null
}

function extraSlips({ userbuf }: SignedValues): readonly Slip[] {
  const extra = (mistake: SigningMistake, isCommon: boolean, apply: Slip['apply']): Slip => ({
    mistake,
    isCommon,
    kind: 'extra',
    apply,
  })
  const after = (line: string, isCommon = true): Slip =>
    extra('content-extra-line', isCommon, (plan) => ({ ...plan, after: [...plan.after, line] }))
  const before = (line: string, isCommon = true): Slip =>
    extra('content-extra-line', isCommon, (plan) => ({ ...plan, before: [...plan.before, line] }))
  const without = (...names: readonly string[]): Slip =>
    extra('content-line-missing', false, (plan) => ({
      ...plan,
      lines: plan.lines.filter(([name]) => !names.includes(name)),
    }))
  const empty = userbuf === null ? ['TLS.ext', 'TLS.userbuf'] : ['TLS.ext']
  return [
    ...empty.flatMap((name) => [after(`${name}:`), after(`${name}:undefined`)]),
    ...empty.flatMap((name) => [after(`${name}:null`, false), after(`${name}:None`, false)]),
    after('TLS.ver:2.0'),
    before('TLS.ver:2.0'),
    after('TLS.sigver:2.0', false),
    after('TLS.sig:', false),
    after('', false),
    before('TLS.account_type:0', false),
    before('TLS.appid_at_3rd:0', false),
    without('TLS.expire'),
    without('TLS.time'),
    without('TLS.time', 'TLS.expire'),
    without('TLS.sdkappid'),
  ]
}

function nameSlips(): readonly Slip[] {
  const names = (mistake: SigningMistake, rename: (name: string) => string, before: readonly string[] = []): Slip => ({
    mistake,
    isCommon: mistake !== 'content-other-names' && before.length === 0,
    kind: 'names',
    apply: (plan) => ({
      ...plan,
      before: [...before, ...plan.before],
      lines: plan.lines.map(([name, value]) => [rename(name), value]),
    }),
  })
  const glue = (mistake: SigningMistake, glue: string | null): Slip => ({
    mistake,
    isCommon: true,
    kind: 'glue',
    apply: (plan) => ({ ...plan, glue }),
  })
  const v1 = (name: string): string =>
    name === 'TLS.sdkappid' ? 'TLS.sdk_appid' : name === 'TLS.expire' ? 'TLS.expire_after' : name
  const renamed = (from: string, to: string) => (name: string) => (name === from ? to : name)
  return [
    names('content-v1-names', v1),
    names('content-v1-names', v1, ['TLS.account_type:0']),
    names('content-v1-names', v1, ['TLS.appid_at_3rd:0', 'TLS.account_type:0']),
    names('content-names-without-prefix', (name) => name.replace('TLS.', '')),
    names('content-other-names', (name) => name.toLowerCase()),
    names('content-other-names', (name) => name.toUpperCase()),
    names('content-other-names', renamed('TLS.sdkappid', 'TLS.sdkAppId')),
    names('content-other-names', renamed('TLS.sdkappid', 'TLS.sdkAppID')),
    names('content-other-names', renamed('TLS.sdkappid', 'TLS.appid')),
    names('content-other-names', renamed('TLS.identifier', 'TLS.userid')),
    names('content-other-names', renamed('TLS.identifier', 'TLS.userId')),
    names('content-other-names', renamed('TLS.identifier', 'TLS.userID')),
    names('content-other-names', renamed('TLS.identifier', 'TLS.identify')),
    names('content-other-names', renamed('TLS.expire', 'TLS.expireTime')),
    names('content-other-names', renamed('TLS.expire', 'TLS.expires')),
    names('content-other-names', renamed('TLS.time', 'TLS.currTime')),
    glue('content-equals-sign', '='),
    glue('content-blank-after-colon', ': '),
    glue('content-without-names', null),
  ]
}

function userSlips({ identifier }: SignedValues): readonly Slip[] {
  const slip = valueSlip('user', 'TLS.identifier')
  // Half a surrogate pair, which JSON's escapes can hold, would make the encoders throw.
  const wellFormed = identifier.replace(/\p{Surrogate}/gu, '\ufffd')
  const others: readonly (readonly [SigningMistake, string])[] = [
    ['content-identifier-percent-encoded', encodeURIComponent(wellFormed)],
    ['content-identifier-percent-encoded', encodeURI(wellFormed)],
    ['content-identifier-normalised', identifier.normalize('NFC')],
    ['content-identifier-normalised', identifier.normalize('NFD')],
    ['content-identifier-normalised', identifier.normalize('NFKC')],
    ['content-identifier-lower-case', identifier.toLowerCase()],
    ['content-identifier-trimmed', identifier.trim()],
    ['content-identifier-quoted', JSON.stringify(identifier)],
    ['content-identifier-quoted', `'${identifier}'`],
    ...UNSET.map((value) => ['content-value-unset', value] as const),
  ]
  return others.filter(([, value]) => value !== identifier).map(([mistake, value]) => slip(mistake, value, false))
}
