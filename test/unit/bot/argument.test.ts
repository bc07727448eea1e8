import { describe, expect, test } from 'vitest'
import {
  type ArgumentProblem,
  optionalFlag,
  optionalSince,
  readArguments,
  requiredList,
} from '../../../src/bot/argument.ts'
import { LOCALES } from '../../../src/bot/texts/locale.ts'
import { textsFor } from '../../../src/bot/texts/texts.ts'

const args = { users: requiredList({ most: 3, each: 8 }), since: optionalSince(), yes: optionalFlag() }
const read = (given: Readonly<Record<string, unknown>>) => readArguments(args, { users: 'alice', ...given })

describe('a list', () => {
  test.each<[given: unknown, users: readonly string[]]>([
    ['alice', ['alice']],
    ['alice bob', ['alice', 'bob']],
    ['alice,bob', ['alice', 'bob']],
    [' alice ，bob、carol;', ['alice', 'bob', 'carol']],
    ['"li lei",bob', ['li lei', 'bob']],
    ["bob,'li, lei'", ['bob', 'li, lei']],
    ['"li lei', ['"li', 'lei']],
    ["o'neil", ["o'neil"]],
    [
      ['alice', 'bob'],
      ['alice', 'bob'],
    ],
    [
      ['li, lei', ' bob '],
      ['li, lei', ' bob '],
    ],
    ['bob alice bob', ['bob', 'alice']],
    [
      ['a', 'b', 'a', 'c', 'b', 'a'],
      ['a', 'b', 'c'],
    ],
    [10086, ['10086']],
    [
      [1, 'a'],
      ['1', 'a'],
    ],
    ['12345678', ['12345678']],
    ['😀😀😀😀😀😀😀😀', ['😀😀😀😀😀😀😀😀']],
  ])('%j', (given, users) => {
    expect(read({ users: given })).toMatchObject({ kind: 'read', input: { users } })
  })

  test.each<[given: unknown, problem: ArgumentProblem]>([
    ['', { kind: 'missing' }],
    [' , ，', { kind: 'missing' }],
    [[], { kind: 'missing' }],
    [['', ' '], { kind: 'missing' }],
    [null, { kind: 'missing' }],
    ['a b c d', { kind: 'too-many', maximum: 3 }],
    [['a', '123456789'], { kind: 'too-long', maximum: 8 }],
    [{ a: 1 }, { kind: 'wrong-type' }],
    [[['a']], { kind: 'wrong-type' }],
    [true, { kind: 'wrong-type' }],
  ])('%j is refused', (given, problem) => {
    expect(read({ users: given })).toEqual({ kind: 'unreadable', errors: [{ name: 'users', problem }] })
  })
})

describe('a flag', () => {
  test.each<[given: unknown, yes: boolean]>([
    [true, true],
    ['true', true],
    ['TRUE', true],
    ['yes', true],
    ['1', true],
    [1, true],
    ['', true],
    [false, false],
    ['false', false],
    ['no', false],
    ['0', false],
    [0, false],
    [undefined, false],
    [null, false],
  ])('%j is %s', (given, yes) => {
    expect(read({ yes: given })).toMatchObject({ kind: 'read', input: { yes } })
  })

  test.each([
    ['maybe', 'maybe'],
    [2, '2'],
    [['true'], '…'],
  ])('%j is refused', (given, shown) => {
    expect(read({ yes: given })).toEqual({
      kind: 'unreadable',
      errors: [{ name: 'yes', problem: { kind: 'not-yes-or-no', given: shown } }],
    })
  })
})

test('since when', () => {
  expect(read({ since: '2pm' })).toMatchObject({ input: { since: { kind: 'clock', hours: 14, minutes: 0 } } })
  expect(read({ since: 7200 })).toMatchObject({ input: { since: { kind: 'ago', seconds: 7200 } } })
  expect(read({ since: '' })).toMatchObject({ kind: 'read' })
  expect(read({ since: 'someday' })).toEqual({
    kind: 'unreadable',
    errors: [{ name: 'since', problem: { kind: 'not-a-since', given: 'someday' } }],
  })
})

test.each(LOCALES)('every refusal has a sentence of its own in %s, with its number or its word', (locale) => {
  const sentence = (problem: ArgumentProblem) =>
    JSON.stringify(
      textsFor(locale).conversation.problems.arguments({
        kind: 'arguments',
        command: 'im.status',
        errors: [{ name: 'users', problem }],
      }),
    )
  const sentences = [
    sentence({ kind: 'too-many', maximum: 500 }),
    sentence({ kind: 'too-long', maximum: 32 }),
    sentence({ kind: 'not-a-since', given: 'monday' }),
    sentence({ kind: 'not-yes-or-no', given: 'maybe' }),
  ]
  expect(sentences.map((each) => /500|32|monday|maybe/.exec(each)?.[0])).toEqual(['500', '32', 'monday', 'maybe'])
  expect(new Set(sentences).size).toBe(sentences.length)
})
