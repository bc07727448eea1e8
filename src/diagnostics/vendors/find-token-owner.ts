import type { ImApp } from '../im/im-app.ts'
import type { PushVendors } from '../ports/push-vendors.ts'
import type { Secret } from '../secret.ts'
import { isHeld, probeTokenWith, type TokenProbe } from './probe-token.ts'
import { shapesOf, type TokenShape } from './token-shape.ts'

export interface TokenFacts {
  /** The vendors whose token it may be, the likeliest first. */
  shapes: readonly TokenShape[]
  /** What the vendors of fitting certificates said; empty where none is held. */
  probes: readonly TokenProbe[]
}

/** Each is a call to a vendor, so only so many are asked about one token. */
const MOST_CERTIFICATES = 6

/** Whose token it is, by its shape, and then by the word of the vendors that fit. Nothing is shown on the phone. */
export async function findTokenOwner(
  token: Secret,
  app: ImApp,
  vendors: PushVendors,
  signal: AbortSignal,
): Promise<TokenFacts> {
  const shapes = shapesOf(token.reveal())
  const fitting = app.certificates
    .filter(isHeld)
    .filter(({ vendor }) => shapes.some((shape) => shape.vendor === vendor))
    .slice(0, MOST_CERTIFICATES)
  const probes = await Promise.all(fitting.map((certificate) => probeTokenWith(vendors, certificate, token, signal)))
  return { shapes, probes }
}
