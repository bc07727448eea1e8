import { describe, expect, it } from 'vitest'
import { failureOf, networkFailure } from '../../../../src/adapters/slack/slack-failure.ts'

const coded = (code: string, fields: object = {}): Error => Object.assign(new Error('x'), { code, ...fields })

describe('failureOf', () => {
  it('gives the code of Slack and the places in the blocks', () => {
    const data = {
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] no [json-pointer:/blocks/2/text]', 'x'] },
    }
    expect(failureOf(coded('slack_webapi_platform_error', { data }))).toEqual({
      code: 'invalid_blocks',
      maybeDone: false,
      pointers: ['/blocks/2/text'],
      retryAfterMs: null,
    })
  })

  it('never takes a page for a code', () => {
    const data = { error: '<html>secret</html>' }
    expect(failureOf(coded('slack_webapi_platform_error', { data })).code).toBe('not_an_answer_of_slack')
  })

  it.each([
    [coded('slack_webapi_http_error', { statusCode: 503 }), 'http_503', true],
    [coded('slack_webapi_http_error', { statusCode: 404 }), 'http_404', false],
    [coded('slack_webapi_request_error', { original: coded('ECONNREFUSED') }), 'ECONNREFUSED', false],
    [coded('slack_webapi_request_error', { original: coded('ECONNRESET') }), 'ECONNRESET', true],
    [coded('slack_webapi_request_error', { original: new DOMException('', 'TimeoutError') }), 'timeout', true],
    [new TypeError('fetch failed', { cause: coded('UND_ERR_SOCKET') }), 'UND_ERR_SOCKET', true],
    ['a string', 'unknown', true],
  ])('tells whether it may have been done', (error, code, maybeDone) => {
    expect(failureOf(error)).toMatchObject({ code, maybeDone })
  })

  it('gives how long to wait', () => {
    expect(failureOf(coded('slack_webapi_rate_limited_error', { retryAfter: 2 })).retryAfterMs).toBe(2000)
  })

  it('ends at a circle of causes', () => {
    const error = new Error('x')
    error.cause = error
    expect(networkFailure(error).code).toBe('Error')
  })
})
