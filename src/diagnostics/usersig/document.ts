import { isUtf8 } from 'node:buffer'

/** The members of the JSON in a signature, by name. */
export type Members = Readonly<Record<string, unknown>>

export type Document =
  | { kind: 'members'; members: Members; json: string }
  | { kind: 'malformed'; at: 'utf-8' | 'syntax' | 'not-an-object' }

export function readDocument(content: Buffer): Document {
  if (!isUtf8(content)) return { kind: 'malformed', at: 'utf-8' }
  return parseDocument(content.toString('utf8'))
}

export function parseDocument(json: string): Document {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { kind: 'malformed', at: 'syntax' }
  }
  return isMembers(value) ? { kind: 'members', members: value, json } : { kind: 'malformed', at: 'not-an-object' }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads the members that came through whole from a JSON text that breaks off or was damaged. */
export function salvageMembers(content: Buffer): Members {
  const text = content.toString('utf8')
  const members: Record<string, unknown> = {}
  for (const [, name, value] of text.matchAll(
    /"(TLS\.[a-z0-9_]{1,16})" ?: ?("(?:[^"\\\u0000-\u001f]|\\.)*"|\d+)(?=\s*[,}])/g,
  )) {
    if (name === undefined || value === undefined) continue
    try {
      members[name] = JSON.parse(value)
    } catch {
      // A damaged escape: this member is lost, the others need not be.
    }
  }
  return members
}
