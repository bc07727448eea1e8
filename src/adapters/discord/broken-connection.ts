import { isPlatformFailure } from './platform-failure.ts'

const UNCONNECTED = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])

const BROKEN = new Set([...UNCONNECTED, 'UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** Whether there never was a connection, so that nothing was done. */
export const isUnconnected = (error: unknown): boolean => UNCONNECTED.has(codeOf(error))

/** Whether the connection broke before the answer; what was asked may be done. */
export const isBrokenConnection = (error: unknown): boolean => !isPlatformFailure(error) && BROKEN.has(codeOf(error))

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
