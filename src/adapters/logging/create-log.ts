import pino, { type DestinationStream, type Logger } from 'pino'

/** The second net: the first is the Secret type, which prints as `[secret]` wherever it stands. */
const REDACT = [
  'token',
  'sig',
  'secretKey',
  'botToken',
  'appToken',
  'signingSecret',
  'authorization',
  'response_url',
].flatMap((name) => [name, `*.${name}`])

export interface LogOptions {
  level: string
  /** Lines for people in place of JSON. */
  pretty: boolean
  /** 1: standard output, 2: standard error. */
  to: 1 | 2
}

export async function createLog({ level, pretty: forPeople, to }: LogOptions): Promise<Logger> {
  const destination: DestinationStream = forPeople
    ? (await import('pino-pretty')).default({
        destination: to,
        sync: true,
        ignore: 'pid,hostname',
        translateTime: 'SYS:HH:MM:ss',
      })
    : pino.destination({ dest: to, sync: true })
  return pino({ level, redact: { paths: REDACT, censor: '[secret]' }, base: null }, destination)
}
