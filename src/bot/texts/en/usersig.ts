import type { Privilege } from '../../../diagnostics/usersig/report.ts'
import { code, moment, relative, rich, strong, type Rich } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import { findings } from './usersig-findings.ts'

const lasting = (seconds: number) => formatDuration(seconds, 'en')
const list = (items: readonly string[]) => new Intl.ListFormat('en').format(items)

const PRIVILEGES: Readonly<Record<Privilege, string>> = {
  'create-room': 'create the room',
  'enter-room': 'enter the room',
  'send-audio': 'send audio',
  'receive-audio': 'receive audio',
  'send-video': 'send video',
  'receive-video': 'receive video',
  'send-substream': 'share the screen',
  'receive-substream': 'see shared screens',
}

export const usersig = {
  findings,
  titles: {
    valid: (user: string) => `UserSig of ${user}: valid`,
    validWithWarnings: (user: string) => `UserSig of ${user}: valid, with warnings`,
    invalid: (user: string) => `UserSig of ${user}: not valid`,
    invalidUnknown: 'Not a valid UserSig',
    unverifiable: (user: string) => `UserSig of ${user}: cannot be verified`,
    unverifiableUnknown: 'UserSig: cannot be verified',
    generated: (user: string) => `New UserSig for ${user}`,
    generatedRoom: (user: string) => `New PrivateMapKey for ${user}`,
  },
  verdicts: {
    valid: (user: string): Rich =>
      rich`${strong('Good.')} The signature, the app and the time are right; ${code(user)} can log in with it.`,
    validInspect: (user: string): Rich =>
      rich`${strong('Good.')} It is the UserSig of ${code(user)}, and its signature and time are right.`,
    validTicket: (user: string): Rich =>
      rich`${strong('Good.')} The signature, the app and the time are right; ${code(user)} can enter the room with it.`,
    validInside: (user: string): Rich =>
      rich`The UserSig of ${code(user)} inside is right, but the text is not in the UserSig alphabet: a login with it fails.`,
    invalid: (count: number): Rich =>
      rich`${strong('Not good.')} ${count === 1 ? 'One thing is' : `${count} things are`} wrong with it.`,
    unverifiable: (sdkAppId: string | null): Rich =>
      sdkAppId === null
        ? rich`${strong('Not verified.')} There is no key to check it with.`
        : rich`${strong('Not verified.')} No key for SDKAppID ${code(sdkAppId)} is configured here, so what it says about itself is shown but cannot be trusted.`,
    unverifiableKey: (app: string): Rich =>
      rich`${strong('Not verified.')} The SecretKey configured for ${code(app)} is not a valid one.`,
    unverifiableLegacy: rich`${strong('Not verified.')} No public key for this app's legacy signatures is configured here.`,
  },
  revocationNote: rich`A UserSig that was revoked by kicking the user looks the same; if a good one is refused, make a new one.`,
  askedAt: (at: number): Rich => rich`As of ${moment(at)}.`,
  codeBeside: (error: string): Rich => rich`For the code in your text: ${code(`/im error ${error}`)}`,
  several: {
    intro: (count: number): Rich => rich`Your text contains ${count} UserSigs. Above is the first; the others:`,
    more: (count: number): Rich => rich`Only the first ${count} were checked. Send the others one at a time.`,
  },
  claimsOnly: rich`What it says about itself, not verified:`,
  publicNote: (fingerprint: string): Rich => rich`Signature ${code(fingerprint)} (fingerprint), not shown.`,
  fields: {
    user: 'User',
    app: 'App',
    issued: 'Issued',
    expires: 'Expires',
    lifetime: 'Lifetime',
    version: 'Version',
    room: 'Room',
    rights: 'Rights',
    ticketAccount: 'Ticket account',
    ticketEnds: 'Ticket ends',
    userbuf: 'Userbuf',
  },
  app: (name: string | null, sdkAppId: string): Rich =>
    name === null ? rich`${code(sdkAppId)}, not configured here` : rich`${code(name)} (${code(sdkAppId)})`,
  expires: (at: number): Rich => rich`${moment(at)} (${relative(at)})`,
  lifetime: (seconds: number) => lasting(seconds),
  version: { '2.0': '2.0 (HMAC-SHA256)', '1.0': '1.0 (legacy, ECDSA)' },
  room: (room: { kind: 'number'; id: number } | { kind: 'name'; name: string }): Rich =>
    room.kind === 'number' ? rich`number ${code(room.id)}` : rich`name ${code(room.name)}`,
  rights: (privileges: readonly Privilege[], map: number): string =>
    map === 255
      ? 'everything (255)'
      : `${privileges.length === 0 ? 'none' : list(privileges.map((privilege) => PRIVILEGES[privilege]))} (${map})`,
  opaqueUserbuf: (bytes: number) => `${bytes} bytes of the app's own`,
  generatedLead: (user: string, app: string, expiresAt: number): Rich =>
    rich`For ${code(user)} in ${code(app)}, good until ${moment(expiresAt)}. Whoever has it can log in as this user: pass it on privately.`,
  warnings: {
    'long-lived': (seconds: number): Rich =>
      rich`It lasts ${lasting(seconds)}, more than the usual 180 days. It cannot be changed later, only revoked by kicking the user.`,
    'short-lived': (seconds: number): Rich =>
      rich`It lasts only ${lasting(seconds)}; Tencent advises at least 24 hours.`,
    'user-id-unusual-characters': rich`The UserID has characters other than letters, digits, ${code('_')} and ${code('-')}; some SDKs do not accept them.`,
    'key-unusual': rich`The configured SecretKey does not have the usual 64 hexadecimal digits.`,
  },
  buttons: {
    share: 'Share without the signature',
  },
}
