import { describe, expect, test } from 'vitest'
import { PHONE, type Sending, startDesk, TOKEN } from './desk.ts'

interface Refusal {
  error: string
  problems: { path: string; problem: string }[]
}

/** The paths that are told, after it is made sure that nothing was stored and nothing sent is told back or logged. */
async function pathsOf(body: unknown, sending: Sending = {}, unsaid: readonly string[] = []): Promise<string[]> {
  const desk = await startDesk()
  const answer = await desk.put(body, sending)
  const refusal = JSON.parse(answer.body) as Refusal
  expect([answer.status, refusal.error]).toEqual([422, 'wrong-shape'])
  expect([desk.counted, await desk.known()]).toEqual([['prod wrong-shape'], []])
  for (const secret of ['private', TOKEN, ...unsaid]) {
    expect(answer.body).not.toContain(secret)
    expect(desk.logged()).not.toContain(secret)
  }
  for (const { problem } of refusal.problems) expect(problem).toMatch(/^(must be|has keys|is the one)/)
  return refusal.problems.map(({ path }) => path)
}

describe('one field', () => {
  test.each<[string, string, unknown]>([
    ['an id of nothing', 'id', ''],
    ['an id that is no text', 'id', 7],
    ['an id of 129 characters', 'id', 'x'.repeat(129)],
    ['an id with a control character', 'id', 'a\u001b[31m'],
    ['an id with half a character', 'id', 'a\ud800'],
    ['no platform', 'platform', undefined],
    ['a platform of another name', 'platform', 'private-windows'],
    ['no vendor', 'vendor', undefined],
    ['a vendor of another name', 'vendor', 'private-vendor'],
    ['no certificate ID', 'certificateId', undefined],
    ['a certificate ID of nothing', 'certificateId', null],
    ['a certificate ID of words', 'certificateId', 'private'],
    ['a certificate ID of zero', 'certificateId', 0],
    ['a broken certificate ID', 'certificateId', 1.5],
    ['a certificate ID below zero', 'certificateId', '-1'],
    ['a huge certificate ID', 'certificateId', 1e21],
    ['no token', 'token', undefined],
    ['an empty token', 'token', ''],
    ['a token with a space', 'token', 'private token'],
    ['a token with a line break', 'token', 'private\n'],
    ['a RegistrationID of nothing', 'registrationId', ''],
    ['a RegistrationID with a space', 'registrationId', 'private id'],
    ['a token of 2049 characters', 'token', 'x'.repeat(2_049)],
    ['a token that is a number', 'token', 424_242],
    ['a model that is a list', 'model', ['private']],
    ['a system of 129 characters', 'system', 'x'.repeat(129)],
    ['an SDK version with a zero', 'sdkVersion', '8\0'],
    ['notifications as a word', 'notifications', 'private-on'],
    ['notifications as a number', 'notifications', 1],
    ['a time in seconds', 'seenAt', 1_764_000_000],
    ['a time without a zone', 'seenAt', '2026-11-25T09:30:00'],
    ['a day that is none', 'seenAt', '2026-02-30T00:00:00Z'],
  ])('%s', async (_, field, value) => {
    const device = { ...PHONE, [field]: value }
    expect(await pathsOf(device)).toEqual([field])
    expect(await pathsOf({ devices: [PHONE, { ...device, id: field === 'id' ? value : 'phone-2' }] })).toEqual([
      `devices[1].${field}`,
    ])
  })
})

describe('the whole', () => {
  const devices = (count: number) => Array.from({ length: count }, (_, index) => ({ ...PHONE, id: `phone-${index}` }))

  test.each<[string, unknown, string[]]>([
    ['nothing in it', {}, ['platform', 'vendor', 'certificateId', 'token']],
    ['null', null, ['']],
    ['a text', 'private', ['']],
    ['a list without its name', [PHONE], ['']],
    ['devices that are none', { devices: null }, ['devices']],
    ['devices that are one', { devices: PHONE }, ['devices']],
    ['a device that is a text', { devices: [PHONE, 'private'] }, ['devices[1]']],
    ['21 devices', { devices: devices(21) }, ['devices']],
    ['thousands of bad devices', { devices: Array.from({ length: 20_000 }, () => ({})) }, ['devices']],
    ['a key beside the list', { devices: [PHONE], 'private-key': 1 }, ['']],
    ['a key that is not known', { ...PHONE, 'private-key': 'private' }, ['']],
    ['a key that is not known, in a list', { devices: [{ ...PHONE, tokn: 'private' }] }, ['devices[0]']],
    ['one id twice', { devices: [PHONE, { ...PHONE, token: 'other' }, PHONE] }, ['devices[1].id', 'devices[2].id']],
    [
      'all that is wrong, at once',
      { devices: [{ ...PHONE, token: 7, vendor: 'private' }, PHONE, { ...PHONE, platform: 1, seenAt: 'private' }] },
      ['devices[0].vendor', 'devices[0].token', 'devices[2].platform', 'devices[2].seenAt'],
    ],
  ])('%s', async (_, body, paths) => {
    expect(await pathsOf(body)).toEqual(paths)
  })

  test('20 devices are taken', async () => {
    const desk = await startDesk()
    expect((await desk.put({ devices: devices(20) })).status).toBe(204)
    expect(await desk.known()).toHaveLength(20)
  })
})

describe('the user', () => {
  test.each([
    ['257 bytes', 'x'.repeat(257)],
    ['256 characters of two bytes', '%C3%A9'.repeat(256)],
    ['no UTF-8', 'private%ff'],
    ['half a percent-encoding', 'private%2'],
    ['a zero', 'private%00'],
    ['an escape', 'private%1b'],
  ])('%s', async (_, user) => {
    expect(await pathsOf(PHONE, { user })).toEqual(['user'])
  })
})
