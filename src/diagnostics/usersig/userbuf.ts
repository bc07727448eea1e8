import { PRIVILEGES, type Privilege, type PrivateMapKey, type Userbuf } from './report.ts'

/** What a ticket of room rights says, before it is bytes. `expiresAt` in UNIX seconds. */
export interface Ticket {
  account: string
  sdkAppId: number
  room: PrivateMapKey['room']
  expiresAt: number
  privilegeMap: number
}

/** A mismatch between a ticket and the signature around it. */
export type TicketMismatch = 'account' | 'sdkappid' | 'expiry' | 'privileges' | 'layout'

/** Version, account length, five 32-bit numbers. */
const FIXED_BYTES = 23
export const ALL_PRIVILEGES = 255
const UINT32 = 2 ** 32

export function privilegesOf(map: number): Privilege[] {
  return PRIVILEGES.filter((_, bit) => (map & (1 << bit)) !== 0)
}

export function writeTicket({ account, sdkAppId, room, expiresAt, privilegeMap }: Ticket): Buffer {
  const accountBytes = Buffer.from(account, 'utf8')
  const name = room.kind === 'name' ? Buffer.from(room.name, 'utf8') : null
  const bytes = Buffer.alloc(FIXED_BYTES + accountBytes.length + (name === null ? 0 : 2 + name.length))
  let at = bytes.writeUInt8(name === null ? 0 : 1, 0)
  at = bytes.writeUInt16BE(accountBytes.length, at)
  at += accountBytes.copy(bytes, at)
  at = bytes.writeUInt32BE(sdkAppId, at)
  at = bytes.writeUInt32BE(room.kind === 'number' ? room.id : 0, at)
  at = bytes.writeUInt32BE(expiresAt % UINT32, at)
  at = bytes.writeUInt32BE(privilegeMap, at)
  // The account type, 0 in every library.
  at += 4
  if (name !== null) name.copy(bytes, bytes.writeUInt16BE(name.length, at))
  return bytes
}

/** Reads base64 text as a ticket, or as free bytes where it has another shape. */
export function readUserbuf(base64: string): Userbuf {
  const bytes = Buffer.from(base64, 'base64')
  const opaque: Userbuf = { kind: 'opaque', bytes: bytes.length }
  const version = bytes[0]
  if (bytes.length < FIXED_BYTES || (version !== 0 && version !== 1)) return opaque
  const accountLength = bytes.readUInt16BE(1)
  const numbers = 3 + accountLength
  const nameAt = FIXED_BYTES + accountLength
  if (bytes.length < nameAt + version * 2) return opaque
  const nameLength = version === 1 ? bytes.readUInt16BE(nameAt) : 0
  const end = nameAt + (version === 1 ? 2 + nameLength : 0)
  if (bytes.length < end) return opaque
  const privilegeMap = bytes.readUInt32BE(numbers + 12)
  return {
    kind: 'private-map-key',
    account: bytes.toString('utf8', 3, numbers),
    sdkAppId: bytes.readUInt32BE(numbers),
    room:
      version === 1
        ? { kind: 'name', name: bytes.toString('utf8', nameAt + 2, end) }
        : { kind: 'number', id: bytes.readUInt32BE(numbers + 4) },
    expiresAt: bytes.readUInt32BE(numbers + 8) * 1_000,
    privilegeMap,
    privileges: privilegesOf(privilegeMap),
    trailingBytes: bytes.length - end,
  }
}

/** Where the ticket disagrees with the signature that carries it: the HMAC holds, yet the room is refused. */
export function ticketMismatches(
  ticket: PrivateMapKey,
  signature: { identifier: string; sdkAppId: string; end: number },
): TicketMismatch[] {
  const mismatches: TicketMismatch[] = []
  // An account of bytes that are no UTF-8 reads as text with U+FFFD, which equals no identifier without one.
  if (ticket.account !== signature.identifier) mismatches.push('account')
  if (String(ticket.sdkAppId) !== signature.sdkAppId) mismatches.push('sdkappid')
  const apart = (((ticket.expiresAt / 1_000 - signature.end) % UINT32) + UINT32) % UINT32
  if (apart > 1 && apart < UINT32 - 1) mismatches.push('expiry')
  if (ticket.privilegeMap === 0 || ticket.privilegeMap > ALL_PRIVILEGES) mismatches.push('privileges')
  if (ticket.trailingBytes > 0) mismatches.push('layout')
  return mismatches
}
