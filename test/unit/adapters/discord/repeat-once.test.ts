import { HTTPError } from 'discord.js'
import { expect, it } from 'vitest'
import { repeatOnce } from '../../../../src/adapters/discord/repeat-once.ts'

const broken = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })

function failing(...errors: readonly Error[]): { send: () => Promise<string>; calls: () => number } {
  let calls = 0
  const send = async () => {
    const error = errors[calls++]
    if (error !== undefined) throw error
    return 'sent'
  }
  return { send, calls: () => calls }
}

it('repeats once after a broken connection', async () => {
  const once = failing(broken)
  expect(await repeatOnce(once.send)).toBe('sent')
  const twice = failing(broken, broken)
  await expect(repeatOnce(twice.send)).rejects.toBe(broken)
  expect([once.calls(), twice.calls()]).toEqual([2, 2])
})

it.each([
  new Error('a defect'),
  new HTTPError(502, 'bad gateway', 'POST', 'https://discord.com', { body: undefined, files: undefined }),
])('does not repeat %s', async (error) => {
  const { send, calls } = failing(error)
  await expect(repeatOnce(send)).rejects.toBe(error)
  expect(calls()).toBe(1)
})
