import { Secret } from '../secret.ts'
import type { UsersigApp } from './keyring.ts'
import { LONGEST_LIFETIME, LONGEST_USER_ID, SECONDS_PER_DAY, USUAL_LIFETIME } from './limits.ts'
import { pack } from './pack.ts'
import type { PrivateMapKey } from './report.ts'
import { signedContent } from './signed-content.ts'
import { sign } from './signing-key.ts'
import { ALL_PRIVILEGES, readUserbuf, writeTicket } from './userbuf.ts'

export interface GenerationOrder {
  app: UsersigApp
  userId: string
  ttlSeconds: number
  /** UNIX milliseconds. */
  now: number
  limits: { maxTtlSeconds: number; allowAdministrator: boolean }
  /** Makes a ticket for one room in place of a plain signature. */
  privateMapKey?: { room: PrivateMapKey['room']; privilegeMap: number }
}

export type GenerationWarning =
  | { kind: 'long-lived'; ttlSeconds: number }
  | { kind: 'short-lived'; ttlSeconds: number }
  | { kind: 'user-id-unusual-characters'; userId: string }
  /** The app's key is not what the console shows: 64 hexadecimal digits, nothing around them. */
  | { kind: 'key-unusual' }

export interface GeneratedUsersig {
  kind: 'generated'
  sig: Secret
  /** UNIX milliseconds. */
  issuedAt: number
  expiresAt: number
  ttlSeconds: number
  userbuf: PrivateMapKey | null
  warnings: readonly GenerationWarning[]
}

export type GenerationRefusal =
  | { reason: 'user-id-empty' }
  | { reason: 'user-id-too-long'; bytes: number; maximum: number }
  | { reason: 'user-id-control-characters' }
  | { reason: 'ttl-not-positive-integer' }
  | { reason: 'ttl-over-maximum'; maximum: number }
  | { reason: 'administrator-not-allowed'; userId: string }
  | { reason: 'room-invalid' }
  | { reason: 'privileges-invalid' }
  | { reason: 'key-empty' }
  | { reason: 'sdkappid-invalid' }

export type GenerationProblem = { kind: 'refused' } & GenerationRefusal

const USUAL_USER_ID = /^[A-Za-z0-9_-]{1,32}$/
/** Also half a surrogate pair, which JSON and UTF-8 would write differently. */
const UNSIGNABLE = /[\p{Cc}\p{Surrogate}\u2028\u2029]/u
const USUAL_KEY = /^[0-9a-f]{64}$/i
const LARGEST_UINT32 = 4_294_967_295
const LONGEST_ROOM_NAME = 256

/** A signature of version 2.0, or why there is none. Content and JSON are built from the same validated values. */
export function generateUsersig(order: GenerationOrder): GeneratedUsersig | GenerationProblem {
  const refusal = refuse(order)
  if (refusal !== null) return { kind: 'refused', ...refusal }
  const { app, userId, ttlSeconds } = order
  const issued = Math.floor(order.now / 1_000)
  const userbuf = ticketOf(order, issued + ttlSeconds)
  const content = signedContent({
    identifier: userId,
    sdkAppId: String(app.sdkAppId),
    time: String(issued),
    lifetime: String(ttlSeconds),
    userbuf,
  })
  const signature = sign(app.secretKey, content)
  // A template in place of JSON.stringify keeps the official Node library's order of members and is faster.
  const json =
    `{"TLS.ver":"2.0","TLS.identifier":${JSON.stringify(userId)},"TLS.sdkappid":${app.sdkAppId},` +
    `"TLS.time":${issued},"TLS.expire":${ttlSeconds},` +
    `${userbuf === null ? '' : `"TLS.userbuf":"${userbuf}",`}"TLS.sig":"${signature}"}`
  const ticket = userbuf === null ? null : readUserbuf(userbuf)
  return {
    kind: 'generated',
    sig: new Secret(pack(json, 6)),
    issuedAt: issued * 1_000,
    expiresAt: (issued + ttlSeconds) * 1_000,
    ttlSeconds,
    userbuf: ticket?.kind === 'private-map-key' ? ticket : null,
    warnings: warn(order),
  }
}

function refuse({ app, userId, ttlSeconds, limits, privateMapKey }: GenerationOrder): GenerationRefusal | null {
  if (!isWithin(app.sdkAppId, 1, LARGEST_UINT32)) return { reason: 'sdkappid-invalid' }
  if (app.secretKey.reveal().trim() === '') return { reason: 'key-empty' }
  if (userId === '') return { reason: 'user-id-empty' }
  if (!USUAL_USER_ID.test(userId)) {
    if (UNSIGNABLE.test(userId)) return { reason: 'user-id-control-characters' }
    const bytes = Buffer.byteLength(userId, 'utf8')
    if (bytes > LONGEST_USER_ID) return { reason: 'user-id-too-long', bytes, maximum: LONGEST_USER_ID }
  }
  if (!limits.allowAdministrator && app.administrators.includes(userId)) {
    return { reason: 'administrator-not-allowed', userId }
  }
  if (!Number.isSafeInteger(ttlSeconds) || ttlSeconds < 1) return { reason: 'ttl-not-positive-integer' }
  const maximum = Math.min(limits.maxTtlSeconds, LONGEST_LIFETIME)
  if (ttlSeconds > maximum) return { reason: 'ttl-over-maximum', maximum }
  if (privateMapKey === undefined) return null
  if (!isRoom(privateMapKey.room)) return { reason: 'room-invalid' }
  return isWithin(privateMapKey.privilegeMap, 1, ALL_PRIVILEGES) ? null : { reason: 'privileges-invalid' }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

function isRoom(room: PrivateMapKey['room']): boolean {
  if (room.kind === 'number') return isWithin(room.id, 1, LARGEST_UINT32)
  return room.name !== '' && !UNSIGNABLE.test(room.name) && Buffer.byteLength(room.name, 'utf8') <= LONGEST_ROOM_NAME
}

function ticketOf({ app, userId, privateMapKey }: GenerationOrder, expiresAt: number): string | null {
  if (privateMapKey === undefined) return null
  const { room, privilegeMap } = privateMapKey
  return writeTicket({ account: userId, sdkAppId: app.sdkAppId, room, expiresAt, privilegeMap }).toString('base64')
}

function warn({ app, userId, ttlSeconds, privateMapKey }: GenerationOrder): GenerationWarning[] {
  const warnings: GenerationWarning[] = []
  if (ttlSeconds > USUAL_LIFETIME) warnings.push({ kind: 'long-lived', ttlSeconds })
  // A ticket for a room is meant to live for minutes.
  if (ttlSeconds < SECONDS_PER_DAY && privateMapKey === undefined) warnings.push({ kind: 'short-lived', ttlSeconds })
  if (!USUAL_USER_ID.test(userId)) warnings.push({ kind: 'user-id-unusual-characters', userId })
  if (!USUAL_KEY.test(app.secretKey.reveal())) warnings.push({ kind: 'key-unusual' })
  return warnings
}
