import type { RecoveryNotes } from './recovery-notes.ts'

const DEEPEST = 4
const SHORTEST_SIG = 60

export function isJson(text: string): boolean {
  return text.startsWith('{') && parse(text) !== undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Takes the signature out of a JSON text that holds one; every other text stays as it is. */
export function unwrapJson(text: string, notes: RecoveryNotes): string {
  if (!text.startsWith('{') && !text.startsWith('[')) return text
  const sig = findSig(parse(text), DEEPEST)
  if (sig === null) return text
  notes.repairs.add('json-wrapper')
  return sig
}

/** A member of that name goes before one that merely looks right. */
function findSig(value: unknown, depth: number): string | null {
  if (depth === 0 || typeof value !== 'object' || value === null) return null
  const entries = Object.entries(value)
  for (const [name, member] of entries) {
    if (/^user_?sig$/i.test(name) && (typeof member === 'string' || member === null)) return String(member)
    // A bare HMAC often has that name.
    if (typeof member === 'string' && /^(?:user_?)?sig(?:nature)?$/i.test(name) && isLikeSig(member)) return member
  }
  for (const [, member] of entries) {
    const found = typeof member === 'string' ? (isLikeSig(member) ? member : null) : findSig(member, depth - 1)
    if (found !== null) return found
  }
  return null
}

function isLikeSig(text: string): boolean {
  return text.length >= SHORTEST_SIG && /^e[JAFN][A-Za-z0-9*+/%_-]+={0,2}$/.test(text)
}
