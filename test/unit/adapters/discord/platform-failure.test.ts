import { DiscordAPIError, HTTPError } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { CODES, describeFailure, isCode, isTokenRefused } from '../../../../src/adapters/discord/platform-failure.ts'

const TOKEN = 'aW50ZXJhY3Rpb246MTIz'
const SIG = 'eJwtzMEKgkAUheF3mXXInXEaVGhhtbBQ'
const request = { body: { json: { content: SIG }, files: undefined } }
const refusal = (status: number, code: number, path: string) =>
  new DiscordAPIError({ code, message: 'refused' }, code, status, 'POST', `https://discord.com/api/v10${path}`, request)

describe('describeFailure', () => {
  it.each([
    [refusal(404, 10062, `/interactions/12345/${TOKEN}/callback`), 'POST /api/v10/interactions/:id/:token/callback'],
    [
      refusal(401, 50027, `/webhooks/12345/${TOKEN}/messages/@original`),
      'POST /api/v10/webhooks/:id/:token/messages/@original',
    ],
    [refusal(403, 50007, '/channels/12345/messages'), 'POST /api/v10/channels/12345/messages'],
    [
      new HTTPError(503, 'down', 'POST', `https://discord.com/api/v10/webhooks/1/${TOKEN}`, request),
      'POST /api/v10/webhooks/:id/:token',
    ],
  ])('names the route and nothing secret', (error, route) => {
    const text = JSON.stringify(describeFailure(error))
    expect(describeFailure(error).route).toBe(route)
    expect(text).not.toContain(TOKEN)
    expect(text).not.toContain(SIG)
  })

  it('leaves out the message of our own errors, which may quote a person', () => {
    const failure = describeFailure(new TypeError(`cannot read ${SIG}`))
    expect(failure).toMatchObject({ name: 'TypeError', code: 'unknown' })
    expect(failure.frames).toContain('platform-failure.test.ts')
    expect(JSON.stringify(failure)).not.toContain(SIG)
  })

  it('takes what is no error', () => {
    expect(describeFailure('text')).toMatchObject({ name: 'string', frames: null })
  })
})

describe('what a failure means', () => {
  it('tells a dead bot token from a dead interaction token', () => {
    expect(isTokenRefused(refusal(401, 0, '/channels/1/messages'))).toBe(true)
    expect(isTokenRefused(refusal(401, 50027, '/webhooks/1/x/messages/@original'))).toBe(false)
    expect(isTokenRefused(refusal(403, 50001, '/channels/1/messages'))).toBe(false)
  })

  it('is asked by number', () => {
    expect(isCode(refusal(404, 10062, '/x'), CODES.unknownInteraction)).toBe(true)
    expect(isCode(new Error('Unknown interaction'), CODES.unknownInteraction)).toBe(false)
  })
})
