import { describe, expect, test } from 'vitest'
import { tokenize } from '../../../../src/bot/words/tokens.ts'

const values = (text: string) => {
  const read = tokenize(text)
  return read.kind === 'tokens' ? read.tokens.map(({ value }) => value) : read
}

describe('quotes', () => {
  test.each([
    ['straight double', '"li lei" x'],
    ['straight single', "'li lei' x"],
    ['backticks', '`li lei` x'],
    ['typographic double', '“li lei” x'],
    ['typographic single', '‘li lei’ x'],
    ['Chinese corner', '「li lei」 x'],
    ['Chinese double corner', '『li lei』 x'],
    ['guillemets', '«li lei» x'],
    ['two closing typographic marks', '”li lei” x'],
    ['a low opening mark', '„li lei“ x'],
    ['a low opening mark, closed by a high one', '„li lei” x'],
    ['a straight mark closed by a typographic one', '"li lei” x'],
    ['an opening typographic mark closed by a straight one', '“li lei" x'],
    ['two backticks', '``li lei`` x'],
    ['a fence', '```li lei``` x'],
    ['a fence on lines of its own', '```\nli lei\n``` x'],
  ])('%s hold a value with blanks together', (_, text) => {
    expect(values(text)).toEqual(['li lei', 'x'])
  })

  test.each([
    [String.raw`"say \"hi\"" x`, ['say "hi"', 'x']],
    [String.raw`"back\\slash"`, ['back\\slash']],
    [String.raw`"C:\temp"`, ['C:\\temp']],
    [String.raw`'it\'s'`, ["it's"]],
    ['“他说 \\”好\\”” x', ['他说 ”好”', 'x']],
  ])('a backslash keeps the mark: %s', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  test.each([
    ["o'brien's phone", ["o'brien's", 'phone']],
    ['a"b c"d', ['a"b', 'c"d']],
    ['5`3 x', ['5`3', 'x']],
  ])('a mark inside a word is a letter: %s', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  test('an empty pair is an empty value', () => {
    expect(values('"" \'\' `` x')).toEqual(['', '', '', 'x'])
  })

  test('quoted words are told from plain ones', () => {
    const read = tokenize('alice "--app"')
    expect(read.kind === 'tokens' && read.tokens.map(({ quoted }) => quoted)).toEqual([false, true])
  })

  test.each([
    ['verify "alice eJw', '"', 7],
    ['「alice', '「', 0],
    ['x ```eJw', '```', 2],
    ['a --app="my app', '"', 8],
  ])('one that is never closed is told with its place: %s', (text, quote, at) => {
    expect(values(text)).toEqual({ kind: 'unclosed-quote', quote, at })
  })
})

describe('options with a quoted value', () => {
  test.each(['--app="my app" x', '--app=“my app” x', '—app="my app" x'])('%s', (text) => {
    const read = values(text)
    expect(read).toHaveLength(2)
    expect(Array.isArray(read) && read[0]).toMatch(/^(?:--|—)app=my app$/)
  })
})

describe('blanks', () => {
  test.each([
    ['full-width', '\u3000alice\u3000eJw\u3000'],
    ['no-break', 'alice\u00a0eJw'],
    ['tabs and line breaks', 'alice\t\r\neJw\n'],
    ['invisible characters at the edges', '\u200balice\u200b eJw\u2060'],
    ['a byte order mark', '\ufeffalice eJw'],
  ])('%s', (_, text) => {
    expect(values(text)).toEqual(['alice', 'eJw'])
  })

  test('only invisible characters are no word', () => {
    expect(values(' \u200b \u2060 ')).toEqual([])
  })

  test('a joiner inside a word stays', () => {
    expect(values('👩\u200d💻 x')).toEqual(['👩\u200d💻', 'x'])
  })
})

test('places are those in the text', () => {
  const text = '  alice  "li lei" x'
  const read = tokenize(text)
  expect(read.kind === 'tokens' && read.tokens.map(({ at, end }) => text.slice(at, end))).toEqual([
    'alice',
    '"li lei"',
    'x',
  ])
})
