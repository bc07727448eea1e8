import { PRIVILEGES, type Privilege } from './report.ts'
import { ALL_PRIVILEGES } from './userbuf.ts'

export type ParsedPrivileges =
  | { kind: 'privileges'; privilegeMap: number }
  /** `word` is the first one that names no right; empty where nothing was given. */
  | { kind: 'unknown-privilege'; word: string }

const SYNONYMS: Readonly<Record<string, readonly Privilege[]>> = {
  create: ['create-room'],
  enter: ['enter-room'],
  join: ['enter-room'],
  'join-room': ['enter-room'],
  audio: ['send-audio', 'receive-audio'],
  video: ['send-video', 'receive-video'],
  substream: ['send-substream', 'receive-substream'],
  screen: ['send-substream', 'receive-substream'],
  'send-screen': ['send-substream'],
  'receive-screen': ['receive-substream'],
  speak: ['send-audio'],
  hear: ['receive-audio'],
  listen: ['receive-audio'],
  see: ['receive-video'],
  watch: ['receive-video'],
}

/** Reads `all`, a list of rights, or their number. */
export function parsePrivileges(text: string): ParsedPrivileges {
  const words = text
    .toLowerCase()
    .split(/[\s,，、+|]+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return { kind: 'unknown-privilege', word: '' }
  let privilegeMap = 0
  for (const word of words) {
    const bits = bitsOf(word.replaceAll('_', '-'))
    if (bits === null) return { kind: 'unknown-privilege', word }
    privilegeMap |= bits
  }
  return { kind: 'privileges', privilegeMap }
}

function bitsOf(word: string): number | null {
  if (word === 'all') return ALL_PRIVILEGES
  if (/^\d{1,3}$/.test(word)) {
    const number = Number(word)
    return number >= 1 && number <= ALL_PRIVILEGES ? number : null
  }
  const named = PRIVILEGES.filter((privilege) => privilege === word)
  const meant = named.length > 0 ? named : Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined
  return meant === undefined ? null : meant.reduce((map, privilege) => map | (1 << PRIVILEGES.indexOf(privilege)), 0)
}
