import type { UsersigFindingParams } from '../../../diagnostics/usersig/finding.ts'
import { code, moment, rich, strong } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import type { FindingTexts } from '../finding-texts.ts'
import { containerMessage, containerRemedy } from './usersig-containers.ts'
import { fieldProblems, keyMessage, keyRemedy, markupMessage, markupRemedy, userDifference } from './usersig-details.ts'

const lasting = (seconds: number) => formatDuration(seconds, 'en')
const list = (items: readonly string[]) => new Intl.ListFormat('en').format(items)

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
  'malformed-base64': (params) => ({ message: containerMessage(params), remedy: containerRemedy(params) }),
  'malformed-zlib': (params) => ({ message: containerMessage(params), remedy: containerRemedy(params) }),
  'malformed-json': ({ at }) => ({
    message:
      at === 'not-an-object'
        ? rich`It unpacks to JSON that is not an object.`
        : at === 'utf-8'
          ? rich`It unpacks to bytes that are not UTF-8 text.`
          : rich`It unpacks to text that is not JSON.`,
    remedy: rich`Generate it with Tencent's own library; some hand-written ones do not escape quotes or backslashes in a UserID.`,
  }),
  'missing-field': ({ problems }) => ({
    message: fieldProblems(problems),
    remedy: rich`Generate it with Tencent's library, and check for a variable that was empty or had the wrong type or unit when it was called.`,
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
  'wrong-key': (params) => ({ message: keyMessage(params), remedy: keyRemedy(params) }),
  'wrong-userid': ({ expected, actual, unset, difference }) => ({
    message: rich`It was made for the user ${code(actual)}, not for ${code(expected)}.${
      unset === true
        ? ' It looks as if a variable was not set when it was signed.'
        : difference === undefined
          ? ''
          : userDifference(difference)
    }`,
    remedy: rich`Have the server sign for exactly the UserID that logs in, and check that the client does not reuse the UserSig of the previous user.`,
  }),
  'wrong-sdkappid': ({ expected, expectedApp, actual, actualApp, hint }) => ({
    message: rich`It was made for SDKAppID ${code(actual)}${actualApp === undefined ? '' : rich`, the app ${code(actualApp)}`}, not for ${code(expected)}${expectedApp === undefined ? '' : rich`, the app ${code(expectedApp)}`}.${
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
  'too-long': ({ what, limit, length = 0 }) => ({
    message:
      what === 'user-id'
        ? rich`The UserID has ${length} bytes; Tencent IM accepts at most ${limit} for an account.`
        : what === 'text'
          ? rich`It is longer than ${limit} characters; a real UserSig has about 200.`
          : rich`It unpacks to more than ${limit} bytes; no real UserSig does.`,
    remedy:
      what === 'user-id'
        ? rich`Use a shorter UserID, of letters, digits, ${code('_')} and ${code('-')}.`
        : rich`Paste only the UserSig. If there is nothing else in it, treat it as hostile and do not use it.`,
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
  markup: (params) => ({ message: markupMessage(params), remedy: markupRemedy(params) }),
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
