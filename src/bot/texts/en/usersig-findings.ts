import type { Repair, SigningMistake, UsersigFindingParams } from '../../../diagnostics/usersig/finding.ts'
import { code, moment, rich, strong } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import type { FindingTexts } from '../finding-texts.ts'

const lasting = (seconds: number) => formatDuration(seconds, 'en')
const list = (items: readonly string[]) => new Intl.ListFormat('en').format(items)

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
  'json-wrapper': 'taken out of the JSON or URL around it',
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
  'content-without-last-line-feed': 'the signed text lacks the line feed after its last line',
  'content-crlf': 'the signed text has CRLF line ends; it takes a bare LF',
  'content-expire-before-time': 'the signed text has TLS.expire before TLS.time; it is the other way round',
  'content-v1-names': 'the signed text uses the field names of version 1.0',
  'content-identifier-percent-encoded': 'the UserID was percent-encoded before it was signed',
  'content-identifier-normalised': 'the UserID was changed to another Unicode form before it was signed',
  'signature-hex': 'TLS.sig is the hexadecimal text of the HMAC; it takes Base64 of its bytes',
  'signature-other-hash': 'TLS.sig was made with another hash; it takes HMAC-SHA256',
}

const MISMATCHES: Readonly<Record<UsersigFindingParams['userbuf-present']['mismatches'][number], string>> = {
  account: 'its account is not the UserID',
  sdkappid: 'its SDKAppID is another',
  expiry: 'it ends at another time than the signature',
  privileges: 'it grants no rights, or unknown ones',
  layout: 'its bytes are not laid out as a ticket',
}

export const findings: FindingTexts<UsersigFindingParams> = {
  empty: () => ({
    message: rich`The signature is empty.`,
    remedy: rich`Paste the whole UserSig. If the app sent an empty one, its request for a UserSig failed, or a variable was never set.`,
  }),
  'malformed-base64': ({ index, character, looksLike }) => ({
    message:
      looksLike === 'jwt'
        ? rich`This is a JSON Web Token, not a UserSig.`
        : looksLike === 'not-a-sig' || index === undefined
          ? rich`This is not a UserSig: it is not Base64 in the alphabet that UserSigs use.`
          : rich`Character ${index + 1}${character === undefined ? '' : rich`, ${code(character)},`} cannot be part of a UserSig.`,
    remedy: rich`Copy it again from its source, with the copy button where there is one. A UserSig starts with ${code('eJ')} or ${code('eA')} and holds only letters, digits, ${code('*')} and ${code('-')}, with up to two ${code('_')} at its end.`,
  }),
  'malformed-zlib': ({ looksLike }) => ({
    message:
      looksLike === 'plain-json'
        ? rich`The JSON inside is not compressed: the generator left out the zlib step.`
        : looksLike === 'gzip'
          ? rich`It is compressed as gzip; a UserSig takes zlib.`
          : looksLike === 'raw-deflate'
            ? rich`It is compressed as raw deflate, without the zlib header and checksum.`
            : looksLike === 'case-changed'
              ? rich`Upper and lower case were changed on the way; in a UserSig they matter.`
              : rich`Some characters were changed on the way: what is inside cannot be decompressed.`,
    remedy:
      looksLike === undefined || looksLike === 'case-changed'
        ? rich`Copy it again from its source and paste it inside a code block.`
        : rich`Generate it with Tencent's own library instead of hand-written code.`,
  }),
  'malformed-json': ({ at }) => ({
    message:
      at === 'not-an-object'
        ? rich`It unpacks to JSON that is not an object.`
        : at === 'utf-8'
          ? rich`It unpacks to bytes that are not UTF-8 text.`
          : rich`It unpacks to text that is not JSON.`,
    remedy: rich`Generate it with Tencent's own library; some hand-written ones do not escape quotes or backslashes in a UserID.`,
  }),
  'missing-field': ({ field, problem }) => ({
    message:
      problem === 'missing'
        ? rich`The member ${code(field)} is missing.`
        : rich`The member ${code(field)} has the wrong JSON type.`,
    remedy: rich`Generate it with Tencent's own library, and look for a variable that was empty or of the wrong type when it was called.`,
  }),
  truncated: ({ length }) => ({
    message: rich`The end is missing: it was cut off after ${length} characters.`,
    remedy: rich`Look for where it was cut: a database column (give it at least 512 characters), a log line, a message limit. Then use the whole one.`,
  }),
  tampered: ({ proof, field }) => ({
    message:
      proof === 'checksum'
        ? rich`It was altered after it was made: its checksum no longer fits its content.`
        : field === undefined
          ? rich`Its content was altered after it was signed.`
          : rich`${code(field)} was altered after it was signed: with its original value the signature would fit.`,
    remedy:
      proof === 'checksum'
        ? rich`Copy it again from its source. If the source has the same text, something there rewrites it.`
        : rich`Do not trust it. Find out who changed it, and have your server sign a new one for the right values.`,
  }),
  'wrong-key': ({ fits, mistake }) => ({
    message:
      fits !== undefined
        ? rich`It was signed with the key of another app: the key of ${code(fits)} fits.`
        : mistake !== undefined
          ? rich`It was signed with the right key but in a wrong way: ${MISTAKES[mistake]}.`
          : rich`It was not signed with the key of this app, nor with any other key that is configured here.`,
    remedy:
      fits !== undefined
        ? rich`On the server that signs, use the SDKAppID and the SecretKey of one and the same app.`
        : mistake !== undefined
          ? rich`Fix that in the server's signing code; UserSigs signed after that will be good.`
          : rich`Copy the SecretKey again from this app's page in the IM console to the server that signs. It has 64 hexadecimal digits; a key for Tencent's cloud API will not do.`,
  }),
  'wrong-userid': ({ expected, actual, hint }) => ({
    message: rich`It was made for the user ${code(actual)}, not for ${code(expected)}.${
      hint === 'case'
        ? ' They differ in upper and lower case only, and that counts.'
        : hint === 'white-space'
          ? ' They differ in white space only, and that counts.'
          : hint === 'unicode-form'
            ? ' They look alike but are encoded differently.'
            : hint === 'unset-variable'
              ? ' It looks as if a variable was not set when it was signed.'
              : ''
    }`,
    remedy: rich`Have the server sign for exactly the UserID that logs in, and check that the client does not keep the UserSig of whoever logged in before.`,
  }),
  'wrong-sdkappid': ({ expected, expectedApp, actual, actualApp, hint }) => ({
    message: rich`It was made for SDKAppID ${code(actual)}${actualApp === undefined ? '' : rich`, the app ${code(actualApp)}`}, not for ${code(expected)}, the app ${code(expectedApp)}.${
      hint === 'other-site' ? ' The two belong to different sites of Tencent Cloud.' : ''
    }`,
    remedy: rich`Use one SDKAppID in the client and on the server that signs. Often a test build talks to production, or the other way round.`,
  }),
  expired: ({ at, secondsAgo, lifetimeSeconds, hint }) => ({
    message: rich`It has been expired for ${strong(lasting(secondsAgo))}, since ${moment(at)}. It was made to last ${lasting(lifetimeSeconds)}.${
      hint === 'lifetime-unit'
        ? ' Such a short lifetime is usually a number of days or hours given where seconds are expected.'
        : ''
    }`,
    remedy: rich`Have the client ask your server for a new UserSig and log in again; let it also do so whenever the SDK reports that the UserSig has expired.`,
  }),
  'not-yet-valid': ({ issuedAt, secondsAhead, hint }) => ({
    message:
      hint === 'time-in-milliseconds'
        ? rich`Its time of issue is far in the future: it was written in milliseconds instead of seconds.`
        : rich`It says it was issued at ${moment(issuedAt)}, which is ${lasting(secondsAhead)} in the future.${
            hint === 'time-zone' ? ' A difference of whole hours suggests that local time was taken for UTC.' : ''
          }`,
    remedy:
      hint === 'time-in-milliseconds'
        ? rich`Give ${code('TLS.time')} in UNIX seconds.`
        : rich`Synchronise the clock of the server that signs (NTP), and sign with UNIX time, which has no time zone.`,
  }),
  'too-long': ({ what, limit }) => ({
    message:
      what === 'text'
        ? rich`It is longer than ${limit} characters; a real UserSig has about 200.`
        : rich`It unpacks to more than ${limit} bytes; no real UserSig does.`,
    remedy: rich`Paste only the UserSig. If there is nothing else in it, treat it as hostile and do not use it.`,
  }),
  'unknown-version': ({ version }) => ({
    message: rich`It says it is of version ${code(version)}; only 2.0 and the legacy 1.0 are known.`,
    remedy: rich`Generate it with a current version of Tencent's library.`,
  }),
  'url-encoded': ({ times }) => ({
    message: rich`It was URL-encoded${times > 1 ? ` ${times} times` : ''}; it was decoded before checking.`,
    remedy: rich`If the client was given this text, decode it there, or do not encode it: a UserSig is safe in a URL as it is.`,
  }),
  whitespace: () => ({
    message: rich`There were spaces, line breaks or invisible characters in it; they were removed before checking.`,
    remedy: rich`If the client was given this text, trim it there.`,
  }),
  quoted: () => ({
    message: rich`There were quotation marks or brackets around it; they were removed before checking.`,
    remedy: rich`If the client was given this text, pass it without them.`,
  }),
  markup: ({ repairs, restored }) => ({
    message: rich`The text was damaged on its way here and has been repaired: ${list(repairs.map((repair) => REPAIRS[repair]))}.${
      restored === undefined || restored === 0
        ? ''
        : ` ${restored} lost ${restored === 1 ? 'character was' : 'characters were'} found again.`
    } The checksum inside proves the repair.`,
    remedy: rich`Paste signatures inside a code block. If the client was given the damaged text, that alone makes the login fail.`,
  }),
  'legacy-v1': ({ publicKeyConfigured }) => ({
    message: rich`It is of the legacy version 1.0 (ECDSA key pair), which apps created since mid-2019 refuse.`,
    remedy: publicKeyConfigured
      ? rich`Move the app to HMAC keys in the console and sign with a version 2.0 library.`
      : rich`Sign with a version 2.0 library. To have old ones checked here, set ${code('publicKeyFile')} for the app.`,
  }),
  'old-key': ({ position, total }) => ({
    message: rich`It was signed with a previous key of this app${total > 1 ? `, number ${position} of ${total}` : ''}.`,
    remedy: rich`It is good only while Tencent still takes that key. Move the server that signs to the present key.`,
  }),
  'expire-in-milliseconds': ({ value, hint }) => ({
    message:
      hint === 'absolute-time'
        ? rich`Its lifetime, ${code(value)}, looks like a point in time; it is taken as a number of seconds.`
        : rich`Its lifetime, ${code(value)}, looks like milliseconds; it is taken as seconds, so it lasts a thousand times longer than intended.`,
    remedy: rich`Give the lifetime in seconds: 180 days are ${code('15552000')}.`,
  }),
  'expires-soon': ({ at, remainingSeconds }) => ({
    message: rich`It expires soon: in ${lasting(remainingSeconds)}, at ${moment(at)}.`,
    remedy: rich`Make sure that the client asks for a new one before then.`,
  }),
  'long-lived': ({ lifetimeSeconds }) => ({
    message: rich`It lasts ${lasting(lifetimeSeconds)}, more than the usual 180 days.`,
    remedy: rich`A UserSig is a password that cannot be changed: give it a short lifetime and let the client renew it.`,
  }),
  'admin-account': ({ userId }) => ({
    message: rich`${code(userId)} is an administrator of the app: whoever has this UserSig can call the whole REST API.`,
    remedy: rich`Keep it on the server. If it was posted anywhere, revoke it and sign a new one.`,
  }),
  'userbuf-present': ({ consistent, mismatches }) => ({
    message: consistent
      ? rich`It carries a userbuf: a PrivateMapKey for one room rather than a plain UserSig.`
      : rich`It carries a userbuf that the service will not take: ${list(mismatches.map((mismatch) => MISMATCHES[mismatch]))}.`,
    remedy: consistent
      ? rich`Use it for entering the room only; logging in takes a plain UserSig.`
      : rich`Generate it with a current library, for the same UserID, SDKAppID and lifetime.`,
  }),
  'looks-like-secret-key': ({ where, kind }) => ({
    message: rich`What was given as the ${where === 'sig' ? 'signature' : 'user'} looks like ${
      kind === 'app-key' ? "an app's SecretKey" : 'a key for the cloud API'
    }.`,
    remedy: rich`If it is one, it counts as leaked: delete the message and change the key in the console. What belongs here is the UserSig made with it.`,
  }),
}
