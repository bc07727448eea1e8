import { inspect } from 'node:util'
import type { Logger as SlackLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'
import { scrub } from './scrub.ts'

/** The SDK's log as ours. `info` stays its level: below that the SDK writes payloads, view state and response urls. */
export function slackLogger(log: Logger, info: LogLevel.INFO): SlackLogger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: readonly unknown[]): void => {
      const detail = parts.map((part) => (typeof part === 'string' ? part : describe(part))).join(' ')
      log[level]({ detail: scrub(detail) }, 'slack sdk')
    }
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => info,
    setName: () => {},
  }
}

const describe = (part: unknown): string =>
  part instanceof Error ? `${part.name}: ${part.message}` : inspect(part, { depth: 1, breakLength: Infinity })
