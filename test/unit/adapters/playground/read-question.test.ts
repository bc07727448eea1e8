import { expect, test } from 'vitest'
import { readQuestion } from '../../../../src/adapters/playground/read-question.ts'

const body = (input: unknown, changes: Record<string, unknown> = {}): string =>
  JSON.stringify({ input, locale: 'en', timeZone: 'Europe/Berlin', ...changes })

test('words arrive wrapped', () => {
  const question = readQuestion(body({ kind: 'words', text: '/usersig inspect eJwSECRET' }))
  expect(question).toMatchObject({ locale: 'en', timeZone: 'Europe/Berlin', input: { kind: 'words' } })
  expect(JSON.stringify(question)).not.toContain('eJwSECRET')
  expect(question?.input.kind === 'words' && question.input.text.reveal()).toBe('/usersig inspect eJwSECRET')
})

test('a call has only the arguments that were filled in, wrapped', () => {
  const question = readQuestion(
    body({ kind: 'call', command: 'usersig.verify', args: { user: 'alice', sig: 'eJwSECRET', app: '', at: '  ' } }),
  )
  expect(JSON.stringify(question)).not.toContain('eJwSECRET')
  expect(question?.input.kind === 'call' && question.input.intent.args.reveal()).toEqual({
    user: 'alice',
    sig: 'eJwSECRET',
  })
})

test('a press is its key', () => {
  expect(readQuestion(body({ kind: 'press', key: 'k' }))?.input).toEqual({ kind: 'press', key: 'k' })
})

test('a zone that is none is left out', () => {
  for (const timeZone of ['Mars/Olympus', '', null])
    expect(readQuestion(body({ kind: 'press', key: 'k' }, { timeZone }))?.timeZone).toBeNull()
})

test.each([
  ['no JSON', '{'],
  ['no object', '7'],
  ['no input', JSON.stringify({ locale: 'en', timeZone: null })],
  ['another kind', body({ kind: 'shout', text: 'x' })],
  ['a script that is too wide', body({ kind: 'words', text: 7 })],
  ['an argument that is no text', body({ kind: 'call', command: 'usersig.verify', args: { user: 7 } })],
  ['another language', body({ kind: 'words', text: 'x' }, { locale: 'fr' })],
  ['more than was asked for', body({ kind: 'words', text: 'x' }, { owner: true })],
  ['more text than anyone types', body({ kind: 'words', text: 'x'.repeat(100_001) })],
  ['a key that is none of ours', body({ kind: 'press', key: 'x'.repeat(65) })],
])('%s is no question', (_, text) => {
  expect(readQuestion(text)).toBeNull()
})
