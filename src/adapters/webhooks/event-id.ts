import { hash } from 'node:crypto'

/** 128 bits: enough that no two events of a store ever meet, and half the size in its index. */
const CHARACTERS = 22

/**
 * The name of an event, from what identifies it and nothing of its delivery: the same for a redelivery, whatever the order
 * of its keys or its signature.
 */
export const eventId = (sdkAppId: number, ...parts: readonly (string | number | readonly string[] | null)[]): string =>
  hash('sha256', JSON.stringify([sdkAppId, ...parts]), 'base64url').slice(0, CHARACTERS)
