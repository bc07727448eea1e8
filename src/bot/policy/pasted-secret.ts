import { shapesOf } from '../../diagnostics/vendors/token-shape.ts'
import type { Input } from '../request.ts'
import { findSignature } from '../words/find-signature.ts'
import { findCredential } from './credential-forms.ts'
import { looksSecret } from './holds-secret.ts'

/** More than anybody types by hand; what is longer was pasted, and may hold anything. */
const READ = 20_000
const BETWEEN_WORDS = /[\s"'`<>()[\]{},;，。；：、“”‘’]+/u
/** Numbers are ids of people and messages as well, 32 hexadecimal digits those of users. */
const AN_ID = /^(?:\d+|[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i
/** Shorter ones have no shape that only a device token has. */
const SURELY_A_TOKEN = 40

/**
 * Whether words may hold a signature, a key or a device token. In doubt they do: then their answer is for the asker alone, and they
 * are advised to delete them.
 */
export function pastedSecret(text: string): boolean {
  if (text.length > READ || findSignature(text) !== null || findCredential(text) !== null) return true
  return text
    .split(BETWEEN_WORDS)
    .some((word) => [word, valueOf(word)].some((each) => looksSecret(each) || isToken(each)))
}

/** `key=…`, `token:…`: what comes after the name. */
const valueOf = (word: string): string => word.slice(Math.max(word.lastIndexOf('='), word.lastIndexOf(':')) + 1)

function isToken(word: string): boolean {
  if (word.length < 20 || AN_ID.test(word)) return false
  const [first] = shapesOf(word)
  return first !== undefined && (first.sure || word.length >= SURELY_A_TOKEN)
}

/** The same of what came in; a pressed button holds nothing. */
export function secretIn(input: Input): boolean {
  switch (input.kind) {
    case 'words':
      return pastedSecret(input.text.reveal())
    case 'call':
      return Object.values(input.intent.args.reveal())
        .flat()
        .some((value) => typeof value === 'string' && pastedSecret(value))
    case 'press':
      return false
    case 'unreadable':
      return true
  }
}
