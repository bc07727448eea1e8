import { pino } from 'pino'
import { LogLevel } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { scrub } from '../../../../src/adapters/slack/scrub.ts'
import { slackLogger } from '../../../../src/adapters/slack/slack-logger.ts'
import { defectFields } from '../../../../src/adapters/slack/tell-defect.ts'
import { SIGNATURES } from '../../../servers/slack/signatures.ts'

const secrets = ['xoxb-1-secret', 'xapp-1-secret', 'https://hooks.example/response/secret', SIGNATURES.valid]

describe('the log of the SDK', () => {
  it('is ours, without payloads and without secrets', () => {
    const lines: string[] = []
    const logger = slackLogger(
      pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
      LogLevel.INFO,
    )
    logger.setLevel(LogLevel.DEBUG)
    logger.setName('x')
    expect(logger.getLevel()).toBe(LogLevel.INFO)
    logger.debug('a payload')
    logger.info('one', { two: 2 })
    logger.warn(new TypeError('three'))
    logger.error(...secrets)
    const log = lines.join('')
    expect(log).not.toContain('a payload')
    expect(log).toContain('one { two: 2 }')
    expect(log).toContain('TypeError: three')
    for (const secret of secrets) expect(log).not.toContain(secret)
  })
})

describe('scrub', () => {
  it('cuts whole pages', () => {
    expect(scrub('x'.repeat(100_000)).length).toBeLessThanOrEqual(300)
  })
})

describe('defectFields', () => {
  it('takes nothing of an error but what it says and where', () => {
    const error = Object.assign(new Error(`bad ${SIGNATURES.valid}`), { data: { sig: SIGNATURES.valid } })
    expect(JSON.stringify(defectFields(error))).not.toContain(SIGNATURES.valid)
    expect(defectFields('text')).toEqual({ error: 'text' })
  })
})
