import { DiscordAPIError, HTTPError, RateLimitError } from './discord-js.ts'

/** Discord's error codes that we act on. @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export const CODES = {
  unknownInteraction: 10062,
  alreadyAcknowledged: 40060,
  interactionTokenExpired: 50027,
} as const

/** What a log may know of a failed call. Never the body, which holds what was sent, nor the address, which holds tokens. */
export interface PlatformFailure {
  name: string
  code: string
  status: number | null
  route: string | null
  /** Where it was thrown, without the message, which may quote what a person wrote. */
  frames: string | null
}

export function describeFailure(error: unknown): PlatformFailure {
  if (error instanceof DiscordAPIError) {
    return {
      name: 'DiscordAPIError',
      code: String(error.code),
      status: error.status,
      route: routeOf(error.method, error.url),
      frames: null,
    }
  }
  if (error instanceof HTTPError) {
    return {
      name: 'HTTPError',
      code: String(error.status),
      status: error.status,
      route: routeOf(error.method, error.url),
      frames: null,
    }
  }
  if (error instanceof RateLimitError) {
    return {
      name: 'RateLimitError',
      code: 'rate-limited',
      status: 429,
      route: routeOf(error.method, error.url),
      frames: null,
    }
  }
  if (!(error instanceof Error)) return { name: typeof error, code: 'unknown', status: null, route: null, frames: null }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
  return { name: error.name, code, status: null, route: null, frames: framesOf(error) }
}

export const isCode = (error: unknown, code: number): boolean => error instanceof DiscordAPIError && error.code === code

/** Explicit content, too large, missing permission, invalid form, and the whole request too large. */
const FILE_REFUSALS: ReadonlySet<string | number> = new Set([20009, 40005, 50013, 50035, 50045, 50046])

/** Whether a message that had files may be taken without them. */
export const isFileRefused = (error: unknown): boolean =>
  (error instanceof DiscordAPIError && FILE_REFUSALS.has(error.code)) ||
  (error instanceof DiscordAPIError && error.status === 413) ||
  error instanceof HTTPError

/** Whether the platform failed us, rather than we ourselves. */
export const isPlatformFailure = (error: unknown): boolean =>
  error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError

/** The bot's own token was refused: discord.js has forgotten it by now, and every later call fails. */
export const isTokenRefused = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 401 && error.code !== CODES.interactionTokenExpired

function routeOf(method: string, url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  return `${method} ${path.replace(/\/(interactions|webhooks)\/\d+\/[^/]+/, '/$1/:id/:token')}`
}

const framesOf = (error: Error): string | null =>
  error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n') ?? null
