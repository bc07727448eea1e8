import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/bot/registry.ts'
import { readRequest } from '../../src/bot/words/read-request.ts'
import { shown } from '../../src/bot/words/shown.ts'
import { tokenize } from '../../src/bot/words/tokens.ts'

const SIG = 'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwimpufnxpcWpRVDJ4pTsxIKCzBQlK0MTAzAwNIDIlGTmpipZGZqb'

const PARTS =
  `usersig|verify|im|error|help|校验|alice|${SIG}|70009|--app|--at=|—app|=| |"|'|\`|\`\`\`|“|”|「|」|\\|/|／|:|\n|\u3000|\u200b|的|?|` +
  '@IM Doctor |<@U1>|&amp;|*|_|~|constructor|__proto__|{|}'

const WORDS = `usersig|verify|is|this|sig|for|alice|${SIG}|error|70009|"|什么`

const partsOf = (list: string, maxLength: number, between: string) =>
  fc.array(fc.constantFrom(...list.split('|')), { maxLength }).map((parts) => parts.join(between))

/** Any text, and texts made of what the reader takes notice of. */
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), partsOf(PARTS, 25, ''), partsOf(WORDS, 12, ' '))

const userId = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 32 }),
  fc.string({ unit: fc.constantFrom(...'aB1"\'`“”「\\ \u3000-的*_<@'), minLength: 1, maxLength: 32 }),
)

/** As the documents say: in quotes, with a backslash before the mark and before a backslash. */
const quote = (text: string): string => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`

describe('any text', () => {
  test('is split without an exception, into words that stand where they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = tokenize(text)
        const tokens = read.kind === 'tokens' ? read.tokens : []
        const places = tokens.flatMap(({ at, end }) => [at, end])
        expect(places).toEqual(places.toSorted((left, right) => left - right))
        for (const { value, at, end } of tokens.filter(({ quoted, value }) => !quoted && !value.includes('=')))
          expect(text.slice(at, end)).toContain(value)
        expect(read.kind === 'tokens' || text.slice(read.at).includes(read.quote)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('is read as a command or a problem', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readRequest(COMMANDS, text)
        const args = reading.kind === 'command' ? reading.args : {}
        expect(Object.keys(reading.command?.args ?? {})).toEqual(expect.arrayContaining(Object.keys(args)))
        expect(Object.values(args).every((value) => typeof value === 'string')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('no problem repeats a signature', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        for (const text of [`${before} ${SIG} ${after}`, `/usersig generate ${before} ${SIG}`, `/im ${SIG}${after}`]) {
          const reading = readRequest(COMMANDS, text)
          const told = JSON.stringify(reading.kind === 'problem' ? reading.problem : null)
          expect(told).not.toContain(SIG.slice(0, 20))
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('quoting', () => {
  test('any user id comes back as it was', () => {
    fc.assert(
      fc.property(userId, (user) => {
        expect(readRequest(COMMANDS, `usersig verify ${quote(user)} ${SIG}`)).toMatchObject({
          kind: 'command',
          args: { user, sig: SIG },
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('any option too', () => {
    fc.assert(
      fc.property(userId, (room) => {
        for (const option of [`--room ${quote(room)}`, `--room=${quote(room)}`])
          expect(readRequest(COMMANDS, `usersig generate alice ${option}`)).toMatchObject({
            args: { user: 'alice', room },
          })
      }),
    )
  })

  test('mentions, links and markup pass through as they are', () => {
    const markup = fc.constantFrom(
      '<@U012AB3CD>',
      '<@!80351110224678912>',
      '@here',
      '<https://x.cn|x.cn>',
      '*bold*',
      '_a_',
      '&lt;b&gt;',
    )
    fc.assert(
      fc.property(markup, (user) => {
        expect(readRequest(COMMANDS, `usersig verify ${user} ${SIG}`)).toMatchObject({ args: { user, sig: SIG } })
      }),
    )
  })
})

test('what is shown of a word is short, whole letters, and never much of a credential', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.stringMatching(/^[A-Za-z0-9*_-]{40,80}$/),
      (word, tail) => {
        expect([...shown(word)].length).toBeLessThanOrEqual(41)
        expect(/\p{Surrogate}/u.test(shown(word))).toBe(false)
        expect(shown(`eJ${tail}`)).toBe(`eJ${tail.slice(0, 4)}…`)
      },
    ),
  )
})
