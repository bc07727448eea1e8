import { createHash } from 'node:crypto'
import { Secret } from '../../diagnostics/secret.ts'
import type { Input } from '../request.ts'
import type { App } from '../services.ts'
import { type Credential, findCredential, findLeak, type Leak } from './credential-forms.ts'

/** Finds what nobody should have typed, the secrets of the configuration among it, whatever they look like. */
export interface FindSecrets {
  /** In the place of a value that is no secret. */
  inValue: (value: unknown) => Credential | null
  /** Of an input in words, a value that is only a piece of a credential in it. */
  ofPiece: (input: Input, value: unknown) => Credential | null
  /** What certainly got out with an input: it counts as leaked. */
  leakIn: (input: Input) => Leak | null
  /** The same, and what may be a device's token: where nobody knows what the input is for. */
  anyIn: (input: Input) => Credential | null
}

/** A shorter one, or a word, could be anybody's name. */
const SHORTEST = 8
const SHORTEST_WORD = 16
const READ = 20_000
/** Of a credential, what is too much to be told. */
const SHORTEST_PIECE = 12
/** In what runs a secret stands alone: with the marks that are part of some, and without. */
const RUNS = [/[^\s"'`<>()[\]{},;，。；：、“”‘’]{8,}/gu, /[\w+/=~*.-]{8,}/g, /[\w-]{8,}/g, /[A-Za-z0-9]{8,}/g]

export function createFindSecrets(apps: readonly App[]): FindSecrets {
  const known = new Map<string, Leak>()
  const lengths = new Set<number>()
  for (const app of apps) {
    const keys = new Set([app.secretKey, ...app.previousSecretKeys])
    for (const secret of secretsOf(app, 4)) {
      const text = secret.reveal().trim()
      if (text.length < (/\d/.test(text) ? SHORTEST : SHORTEST_WORD)) continue
      known.set(digest(text), keys.has(secret) ? 'im-key' : 'configured')
      lengths.add(text.length)
    }
  }
  // Digests are compared, so that the time it takes says nothing of a secret.
  const configured = (text: string): Leak | null => {
    for (const run of RUNS)
      for (const [found] of text.slice(0, READ).matchAll(run))
        for (const word of [found, found.slice(Math.max(found.lastIndexOf('='), found.lastIndexOf(':')) + 1)]) {
          const credential = lengths.has(word.length) ? known.get(digest(word)) : undefined
          if (credential !== undefined) return credential
        }
    return null
  }
  const inTexts = <Found extends Credential>(value: unknown, find: (text: string) => Found | null): Found | null => {
    for (const text of [value].flat())
      if (typeof text === 'string') {
        const found = find(text)
        if (found !== null) return found
      }
    return null
  }
  const leak = (text: string) => configured(text) ?? findLeak(text.slice(0, READ))
  return {
    inValue: (value) => inTexts(value, (text) => configured(text) ?? findCredential(text.slice(0, READ))),
    ofPiece: (input, value) => {
      if (input.kind !== 'words') return null
      const whole =
        input.text
          .reveal()
          .slice(0, READ)
          .match(/[^\s"'`<>()[\]{}]{33,400}/g) ?? []
      return inTexts(value, (text) => {
        const around = text.length < SHORTEST_PIECE ? undefined : whole.find((each) => each.includes(text))
        return around === undefined ? null : findCredential(around)
      })
    },
    leakIn: (input) => inTexts(textsOf(input), leak),
    anyIn: (input) => inTexts(textsOf(input), (text) => leak(text) ?? findCredential(text.slice(0, READ))),
  }
}

/** A pressed button holds nothing. */
function textsOf(input: Input): readonly unknown[] {
  if (input.kind === 'words') return [input.text.reveal()]
  return input.kind === 'call' ? Object.values(input.intent.args.reveal()).flat() : []
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64')

function secretsOf(value: unknown, depth: number): readonly Secret[] {
  if (value instanceof Secret) return typeof value.reveal() === 'string' ? [value as Secret] : []
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.values(value).flatMap((inner) => secretsOf(inner, depth - 1))
}
