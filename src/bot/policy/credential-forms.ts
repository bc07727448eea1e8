import { shapesOf } from '../../diagnostics/vendors/token-shape.ts'

/** What surely is a secret, by its form or its name. Each has a sentence of where to replace it. */
export type Leak =
  /** A SecretKey of an app. */
  | 'im-key'
  /** Another secret of the configuration. */
  | 'configured'
  | 'slack'
  | 'discord'
  | 'cloud'
  | 'private-key'
  | 'other'

export type Credential =
  | Leak
  /** 64 hexadecimal digits: a SecretKey, or a token of an iPhone. */
  | 'key-or-token'
  | 'device-token'

/** Those of which there is no doubt, in the order in which they are looked for. */
const CERTAIN: readonly (readonly [Leak, RegExp])[] = [
  ['private-key', /-----BEGIN [A-Z ]{0,30}PRIVATE KEY/],
  ['slack', /(?<![A-Za-z0-9])(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[\w-]{10,}/],
  ['slack', /hooks\.slack(?:-gov)?\.com\/(?:services|workflows)\/[\w/-]{10,}/],
  ['discord', /(?<![\w-])(?:[MNO][\w-]{21,31}\.[\w-]{5,8}\.[\w-]{24,45}|mfa\.[\w-]{20,})/],
  ['discord', /discord(?:app)?\.com\/api\/(?:v\d{1,3}\/)?webhooks\/\d{10,20}\/[\w-]{20,}/],
  ['cloud', /(?<![A-Za-z0-9])[AI]KID[A-Za-z0-9]{12,60}(?![A-Za-z0-9])/],
  [
    'other',
    /(?<![A-Za-z0-9])(?:AKIA[0-9A-Z]{16}|LTAI[A-Za-z0-9]{12,26}|AIza[\w-]{30,}|gh[pousr]_\w{30,}|sk-[\w-]{20,}|glpat-[\w-]{20,})/,
  ],
  // A JSON Web Token, of which the third part may be missing.
  ['other', /(?<![A-Za-z0-9])eyJ[\w-]{8,}\.[\w-]{8,}/],
]

/** What a text calls a secret, and what it gives as one. */
const LABELLED =
  /(?:secret[ _-]?(?:access[ _-]?)?key|(?:app|client|master|corp|signing|api|auth|access|server)[ _-]?(?:secret|key)|(?:bot|app|access|auth|api|refresh|registry|webhook)[ _-]?token|secret|passw(?:or)?d|bearer|basic|密钥|密码|口令)["'`\\]{0,3}\s{0,3}(?:(?:is|was|=>|[:=：＝]|是|为)\s{0,3})?["'`“”‘’\\<]{0,3}([A-Za-z0-9_+/=.~-]{16,200})/giu

const HEX_KEY = /^[0-9a-f]{64}$/i
const CLOUD_KEY = /^[A-Za-z0-9]{32}$/
/** Written at random, unlike a name or the word for one. */
const RANDOM = /^(?=[^\d]{0,200}\d)(?=[^A-Za-z]{0,200}[A-Za-z])/
/** Letters of both cases and digits. */
const MIXED = /^(?=[^a-z]{0,300}[a-z])(?=[^A-Z]{0,300}[A-Z])(?=[^\d]{0,300}\d)/
const WORD = /[A-Za-z0-9_+/=:.~-]{32,}/g
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Longest UserID, in bytes. What is longer and has the form of a token can be nobody's name. */
const USER_ID_BYTES = 32
const MOST_LABELS = 4
/** No token is longer. */
const LONGEST = 300

/** What anybody must take for a secret that got out; null: nothing of that kind is in the text. */
export function findLeak(text: string): Leak | null {
  const certain = CERTAIN.find(([, form]) => form.test(text))
  if (certain !== undefined) return certain[0]
  for (const { 1: value = '' } of text.matchAll(LABELLED)) {
    if (!RANDOM.test(value) || value.startsWith('eJ')) continue
    return HEX_KEY.test(value) ? 'im-key' : CLOUD_KEY.test(value) && MIXED.test(value) ? 'cloud' : 'other'
  }
  return null
}

/** A secret or a device's token anywhere in a text; null: none. An id that looks like a hash or a UUID is neither. */
export function findCredential(text: string): Credential | null {
  const leak = findLeak(text)
  if (leak !== null) return leak
  for (const [found] of text.matchAll(WORD)) {
    const word = found.slice(0, LONGEST).replace(/^[=:.~/-]+|[=:.~/-]+$/g, '')
    // Behind a label as well: "user=…", "token:…". A token may have a colon of its own.
    for (let rest = word, tries = 0; rest.length >= USER_ID_BYTES && tries < MOST_LABELS; tries++) {
      const credential = byForm(rest)
      if (credential !== null) return credential
      const mark = rest.search(/[=:]/)
      rest = mark < 0 ? '' : rest.slice(mark + 1)
    }
  }
  return null
}

function byForm(word: string): Credential | null {
  if (HEX_KEY.test(word)) return 'key-or-token'
  if (CLOUD_KEY.test(word)) return MIXED.test(word) ? 'cloud' : null
  if (word.length <= USER_ID_BYTES || /^\d+$/.test(word) || UUID.test(word)) return null
  const [shape] = shapesOf(word)
  return shape !== undefined && (shape.sure || MIXED.test(word)) ? 'device-token' : null
}
