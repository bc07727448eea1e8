import { createHash } from 'node:crypto'
import type { ImEvent } from '../../diagnostics/events/event.ts'
import type { MessageName } from '../../diagnostics/ports/event-store.ts'
import { columnText } from './column-text.ts'
import type { EventRow } from './tables.ts'

export const subjectOfUser = (userId: string): string => columnText(`u:${userId}`)
export const subjectOfGroup = (groupId: string): string => columnText(`g:${groupId}`)

export function messageColumn(name: MessageName): string {
  return columnText(name.kind === 'direct' ? `d:${name.key}` : `g:${name.seq}:${name.groupId}`)
}

/** @throws RangeError where a time is not a whole number of milliseconds */
export function eventRow(sdkAppId: number, event: ImEvent, receivedAt: number): EventRow {
  for (const time of [event.at, receivedAt])
    if (!Number.isSafeInteger(time)) throw new RangeError(`not a time in milliseconds: ${time}`)
  const name = messageOf(event)
  const isPush = event.kind === 'push'
  return {
    sdk_app_id: sdkAppId,
    event_key: createHash('sha256').update(`${sdkAppId}:${event.id}`).digest('base64url').slice(0, KEY_LENGTH),
    at: event.at,
    subject: subjectOf(event),
    kind: event.kind,
    message: name === null ? null : messageColumn(name),
    task_id: isPush && event.taskId !== null ? columnText(event.taskId) : null,
    data_id: isPush && event.dataId !== null ? columnText(event.dataId) : null,
    received_at: receivedAt,
    body: JSON.stringify(event),
  }
}

/** 132 bits: two ids never share a key by chance. */
const KEY_LENGTH = 22

/** A message belongs to whom it is for. */
function subjectOf(event: ImEvent): string {
  if (event.kind !== 'message') return subjectOfUser(event.userId)
  if (event.groupId !== null) return subjectOfGroup(event.groupId)
  // Without a receiver it can still be found by its key.
  return event.to === null ? 'nobody' : subjectOfUser(event.to)
}

function messageOf(event: ImEvent): MessageName | null {
  if (event.kind !== 'message' && event.kind !== 'push') return null
  const { groupId, messageKey, messageSeq } = event
  if (groupId !== null) return messageSeq === null ? null : { kind: 'group', groupId, seq: messageSeq }
  return messageKey === null ? null : { kind: 'direct', key: messageKey }
}
