import type { ImApp } from '../im/im-app.ts'
import type { PushVendors } from '../ports/push-vendors.ts'
import { Secret } from '../secret.ts'
import { isHeld, probeTokenWith, type TokenProbe } from './probe-token.ts'
import { readToken, type TokenFlaw } from './read-token.ts'
import { shapesOf, type TokenShape } from './token-shape.ts'

export interface TokenFacts {
  /** What is around the token, from the outside in. */
  flaws: readonly TokenFlaw[]
  /** The bare token; null: there is none in the text. */
  token: Secret | null
  /** The vendors whose token it may be, the likeliest first. None is sure where the text as it stands is not the token. */
  shapes: readonly TokenShape[]
  /** It may be a token of Xiaomi, or Base64 of the bytes of one of Apple's. */
  maybeBytes: boolean
  /** What the vendors of fitting certificates said; empty where none is held. */
  probes: readonly TokenProbe[]
}

/** Each is a call to a vendor, so only so many are asked about one token. */
const MOST_CERTIFICATES = 6

/** What people put around a token as they copy it, and apps do not. */
const OF_COPYING: ReadonlySet<TokenFlaw> = new Set(['quotes', 'whitespace', 'label', 'nsdata'])

/** The text as it stands is not a token, however it came here. */
export const isEncoded = (flaws: readonly TokenFlaw[]): boolean => flaws.some((flaw) => !OF_COPYING.has(flaw))

/** Whose token it is, by its shape, and then by the word of the vendors that fit. Nothing is shown on the phone. */
export async function findTokenOwner(
  text: Secret,
  app: ImApp,
  vendors: PushVendors,
  signal: AbortSignal,
): Promise<TokenFacts> {
  const { flaws, token: inner } = readToken(text.reveal(), null)
  if (inner === null) return { flaws, token: null, shapes: [], maybeBytes: false, probes: [] }
  const token = new Secret(inner)
  const found = shapesOf(inner)
  const shapes = isEncoded(flaws) ? found.map(({ vendor }) => ({ vendor, sure: false })) : found
  const maybeBytes = readToken(inner, 'apns').flaws.includes('base64-of-bytes')
  const fitting = app.certificates
    .filter(isHeld)
    .filter(({ vendor }) => shapes.some((shape) => shape.vendor === vendor))
    .slice(0, MOST_CERTIFICATES)
  const probes = await Promise.all(fitting.map((certificate) => probeTokenWith(vendors, certificate, token, signal)))
  return { flaws, token, shapes, maybeBytes, probes }
}
