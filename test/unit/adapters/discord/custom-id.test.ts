import { expect, it } from 'vitest'
import { formId, openId, pressId, readCustomId } from '../../../../src/adapters/discord/custom-id.ts'
import { LIMITS } from '../../../../src/adapters/discord/limits.ts'

it.each([
  [pressId('abc:1'), { kind: 'press', key: 'abc:1' }],
  [openId('abc'), { kind: 'open', key: 'abc' }],
  [formId('usersig.verify', null), { kind: 'form', command: 'usersig.verify', key: null }],
  [formId('usersig.verify', 'abc'), { kind: 'form', command: 'usersig.verify', key: 'abc' }],
])('reads what it wrote: %s', (customId, read) => {
  expect(readCustomId(customId)).toEqual(read)
})

it.each(['', 'p0:abc', 'push:retry:v1:abc'])('does not know %j', (customId) => {
  expect(readCustomId(customId)).toBeNull()
})

it('has room for the longest key', () => {
  const uuid = 'c0ffee00-0000-4000-8000-000000000000'
  expect(formId('usersig.generate', uuid).length).toBeLessThanOrEqual(LIMITS.customId)
  expect(pressId('k'.repeat(64)).length).toBeLessThanOrEqual(LIMITS.customId)
})
