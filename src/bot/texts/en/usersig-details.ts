import type {
  DifferenceKind,
  FieldProblem,
  NumberSlip,
  Repair,
  SigningMistake,
  UserDifference,
  UsersigFindingParams,
} from '../../../diagnostics/usersig/finding.ts'
import { code, rich, type Rich } from '../../rich.ts'
import { ALPHABETS } from './usersig-containers.ts'

const list = (items: readonly string[]) => new Intl.ListFormat('en').format(items)
const joined = (parts: readonly Rich[], mark: string): Rich =>
  parts.flatMap((part, at) => [...(at > 0 ? [mark] : []), ...part])

const REPAIRS: Readonly<Record<Repair, string>> = {
  entities: 'HTML entities turned back into characters',
  link: 'a link removed that the client had made of it',
  'code-fence': 'the code block around it removed',
  emphasis: 'bold, italic or strike-through markers removed',
  'eaten-characters': 'characters put back that formatting had swallowed',
  'smart-punctuation': 'typographic dashes and quotes turned back',
  'full-width': 'full-width characters turned back',
  'quote-mark': 'quotation marks at the start of lines removed',
  label: 'a label in front of it removed',
  'json-wrapper': 'taken out of the JSON around it',
  escape: 'backslashes removed',
  padding: 'the lost padding at its end put back',
  alphabet: 'another Base64 alphabet turned into that of UserSig',
}

const MISTAKES: Readonly<Record<SigningMistake, string>> = {
  'key-surrounding-white-space': 'the key was used with a space or line break at its start or end',
  'key-quoted': 'the key was used with its quotation marks',
  'key-upper-case': 'the key was turned to upper case',
  'key-lower-case': 'the key was turned to lower case',
  'key-hex-decoded': 'the key was decoded from hexadecimal; it is used as text, as the console shows it',
  'key-base64-decoded': 'the key was decoded from Base64; it is used as text, as the console shows it',
  'key-last-character-lost': 'the last character of the key is missing',
  'key-empty': 'the key was empty',
  'key-and-content-swapped': 'the key and the signed text were swapped in the HMAC call',
  'content-without-last-line-feed': 'the signed text lacks the line feed after its last line',
  'content-crlf': 'the signed text has CRLF line ends; it takes a bare LF',
  'content-literal-line-feed': 'the signed text has \\n as two characters, a backslash and an n, instead of line feeds',
  'content-joined-by-ampersand': 'the lines of the signed text are joined by & instead of line feeds',
  'content-joined-by-nothing': 'the lines of the signed text are joined without line feeds',
  'content-other-separator': 'the lines of the signed text are separated by something other than a line feed',
  'content-equals-sign': 'the signed text has = instead of : between names and values',
  'content-blank-after-colon': 'the signed text has a space after each colon',
  'content-sdkappid-first': 'the signed text has TLS.sdkappid before TLS.identifier; it is the other way round',
  'content-expire-before-time': 'the signed text has TLS.expire before TLS.time; it is the other way round',
  'content-other-order': 'the lines of the signed text are in the wrong order: identifier, sdkappid, time, expire',
  'content-v1-names': 'the signed text uses the field names of version 1.0',
  'content-names-without-prefix': 'the names in the signed text lack the prefix TLS.',
  'content-other-names': 'the signed text uses other names than TLS.identifier, TLS.sdkappid, TLS.time and TLS.expire',
  'content-without-names': 'the signed text has the values without their names',
  'content-line-missing': 'a line is missing from the signed text',
  'content-extra-line': 'the signed text has an extra line (TLS.ext, TLS.ver, an empty userbuf or the like)',
  'content-json': 'the JSON was signed instead of the lines TLS.identifier:… to TLS.expire:…',
  'content-formula':
    "the formula in Tencent's documentation was followed to the letter; it is only a sketch of the four lines",
  'content-encoded': 'the signed text was encoded before it was signed',
  'content-other-charset': 'the signed text was not in UTF-8',
  'content-expire-as-end': 'the signed text has the end time in TLS.expire instead of the lifetime',
  'content-expire-in-milliseconds': 'the signed text has TLS.expire in milliseconds',
  'content-expire-in-days': 'the signed text has TLS.expire in days',
  'content-time-in-milliseconds': 'the signed text has TLS.time in milliseconds',
  'content-value-unset': 'a value in the signed text was empty or not set',
  'json-time-differs': 'the JSON has another TLS.time than the signed text, probably in another unit',
  'json-expire-differs': 'the JSON has another TLS.expire than the signed text: another unit, or the end time',
  'content-identifier-percent-encoded': 'the UserID was percent-encoded before it was signed',
  'content-identifier-normalised': 'the UserID was changed to another Unicode form before it was signed',
  'content-identifier-lower-case': 'the UserID was turned to lower case before it was signed',
  'content-identifier-trimmed': 'the UserID was trimmed before it was signed',
  'content-identifier-quoted': 'the UserID was signed with quotation marks around it',
  'signature-hex': 'TLS.sig is the hexadecimal text of the HMAC; it takes Base64 of its bytes',
  'signature-other-hash': 'TLS.sig was made with another hash; it takes HMAC-SHA256',
  'signature-not-keyed': 'TLS.sig is a plain hash of key and text; it takes HMAC-SHA256',
  'signature-usersig-alphabet': 'TLS.sig is in the UserSig alphabet (* - _); it takes standard Base64 (+ / =)',
  'signature-url-alphabet': 'TLS.sig is in Base64url (- _); it takes standard Base64 (+ / =)',
  'signature-without-padding': 'TLS.sig lacks its padding, the = at its end',
  'signature-encoded-twice': 'TLS.sig was encoded in Base64 twice',
  'signature-url-encoded': 'TLS.sig was URL-encoded, or its + became spaces',
  'signature-white-space': 'TLS.sig has a line break or space in it',
}

const SLIPS: Readonly<Record<NumberSlip, string>> = {
  negative: 'it is negative; look for a subtraction the wrong way round',
  overflow: 'it overflowed 32 bits, most likely a number of milliseconds; use seconds and a 64-bit integer',
  fraction: 'it has a fraction; round the clock down to whole seconds',
  exponent: 'it is written with an exponent, as a floating-point number; use an integer',
  zero: 'it is zero; look for a variable that was not set',
  microseconds: 'it looks like microseconds',
  nanoseconds: 'it looks like nanoseconds',
  'too-large': 'it is too large',
}

const NUMBERS = new Set(['TLS.sdkappid', 'TLS.time', 'TLS.expire'])

/** All that is wrong with the members, the missing ones first. */
export function fieldProblems(problems: readonly FieldProblem[]): Rich {
  const missing = problems.filter((each) => each.problem === 'missing')
  const types = problems.filter((each) => each.problem === 'wrong-type')
  const values = problems.filter((each) => each.problem === 'wrong-value')
  const sentences: Rich[] = []
  if (missing.length > 0) {
    const names = missing.map(({ field, instead }) =>
      instead === undefined ? rich`${code(field)}` : rich`${code(field)} (there is ${code(instead)} instead)`,
    )
    sentences.push(rich`Missing: ${joined(names, ', ')}.`)
  }
  if (types.length > 0) {
    const names = types.map(
      ({ field, type }) => rich`${code(field)} (${type}, must be a ${NUMBERS.has(field) ? 'number' : 'string'})`,
    )
    sentences.push(rich`Wrong JSON type: ${joined(names, ', ')}.`)
  }
  for (const { field, value, slip } of values) {
    const should = field === 'TLS.sdkappid' ? 'a whole number above zero' : 'a whole number of seconds above zero'
    sentences.push(rich`${code(field)} is ${code(value)}, not ${should}: ${SLIPS[slip]}.`)
  }
  return joined(sentences, ' ')
}

export function keyMessage({ fits, mistakes, previousKey, notAKey }: UsersigFindingParams['wrong-key']): Rich {
  if (notAKey === true)
    return rich`The signature does not match the SecretKey configured here, but that is not a valid SecretKey (64 hexadecimal digits in lower case). So this says nothing about the server that signs.`
  if (mistakes !== undefined) {
    const whose = fits === undefined ? '' : rich` of another app, ${code(fits)}`
    const which =
      previousKey === true ? rich`A previous key${whose}` : fits === undefined ? 'The key' : rich`The key${whose},`
    const slips = mistakes.map((mistake) => MISTAKES[mistake]).join('; ')
    return fits === undefined && previousKey !== true
      ? rich`It was signed with the right key but in a wrong way: ${slips}.`
      : rich`${which} fits, but it was signed in a wrong way: ${slips}.`
  }
  return fits === undefined
    ? rich`The signature does not match: either the key or the signed text is wrong. No key that is configured here fits, and none of the usual slips in signing code explains it.`
    : rich`It was signed with the key of another app: the key of ${code(fits)} fits.`
}

export function keyRemedy({ fits, mistakes, notAKey }: UsersigFindingParams['wrong-key']): Rich {
  if (notAKey === true)
    return rich`Copy the SecretKey from this app's page in the IM console into the configuration, then verify again.`
  if (fits !== undefined)
    return rich`On the server that signs, use the SDKAppID and the SecretKey of one and the same app.${mistakes === undefined ? '' : " Fix the signing code as well, or use Tencent's library."}`
  return mistakes === undefined
    ? rich`To tell which: sign the same values with Tencent's library and the key that your server uses, and verify that here. If it is valid, your code builds the signed text wrongly. If it is not, the key on the server is not this app's: copy the SecretKey again from the IM console (64 hexadecimal digits, not a cloud API key).`
    : rich`Fix that in the server's signing code, or use Tencent's library. UserSigs signed after that will be good.`
}

const DIFFERENCES: Readonly<Record<DifferenceKind, string>> = {
  'space-before': 'a space at the start',
  'space-after': 'a space at the end',
  'space-inside': 'a space inside',
  invisible: 'an invisible character',
  case: 'upper and lower case',
  'unicode-form': 'the Unicode form (composed or decomposed)',
  'full-width': 'full-width characters',
  'look-alike': 'a character that only looks the same',
}

/** In what alone two UserIDs differ, and where. */
export function userDifference({ kinds, at, expected, actual }: UserDifference): Rich {
  const point = (letter: string | null) => letter ?? 'nothing'
  return rich` They differ only in ${list(kinds.map((kind) => DIFFERENCES[kind]))}: at character ${at + 1} the UserSig has ${point(actual)}, and the UserID asked about has ${point(expected)}. UserIDs are compared exactly.`
}

export function markupMessage({ repairs, restored = 0, proved, alphabet }: UsersigFindingParams['markup']): Rich {
  if (alphabet !== undefined) {
    return alphabet === 'mixed'
      ? rich`It is written in ${ALPHABETS.mixed}: the generator replaces only some of ${code('+')} ${code('/')} ${code('=')}. A login with this text fails with 70003.`
      : rich`It is written in ${ALPHABETS[alphabet]} instead of the UserSig alphabet (${code('*')} ${code('-')} ${code('_')}): the generator leaves out or changes the last replacement. A login with this text fails with 70003.`
  }
  const undone = list(repairs.map((repair) => REPAIRS[repair]))
  if (!proved) return rich`Tried before reading it, without success: ${undone}.`
  if (repairs.every((repair) => repair === 'label' || repair === 'json-wrapper'))
    return rich`Before checking: ${undone}.`
  const found =
    restored === 0 ? '' : ` ${restored} lost ${restored === 1 ? 'character was' : 'characters were'} found again.`
  return rich`The text was damaged on its way here and has been repaired: ${undone}.${found} The checksum inside proves the repair.`
}

export function markupRemedy({ repairs, proved, alphabet }: UsersigFindingParams['markup']): Rich {
  if (alphabet !== undefined)
    return rich`In the code that signs, replace every ${code('+')} with ${code('*')}, every ${code('/')} with ${code('-')} and every ${code('=')} with ${code('_')} after standard Base64${alphabet === 'mixed' ? rich` (JavaScript's ${code('replace()')} with a string changes only the first)` : ''}, or use Tencent's library.`
  if (!proved) return rich`See the error above.`
  return repairs.every((repair) => repair === 'label' || repair === 'json-wrapper')
    ? rich`The client needs the UserSig alone.`
    : rich`Paste signatures inside a code block. If the client was given the damaged text, that alone makes the login fail.`
}
