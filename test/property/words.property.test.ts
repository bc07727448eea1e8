import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { COMMANDS } from '../../src/bot/registry.ts'
import { understand } from '../../src/bot/words/questions.ts'
import { readFollowUp } from '../../src/bot/words/questions/follow-ups.ts'
import { readRequest } from '../../src/bot/words/read-request.ts'
import { shown } from '../../src/bot/words/shown.ts'
import { parseSince, sinceToTime } from '../../src/bot/words/since.ts'
import { splitList } from '../../src/bot/words/split-list.ts'
import { tokenize } from '../../src/bot/words/tokens.ts'
import { WITH_TEAM } from '../unit/bot/words/team-commands.ts'

const SIG = 'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwimpufnxpcWpRVDJ4pTsxIKCzBQlK0MTAzAwNIDIlGTmpipZGZqb'

const PARTS =
  `usersig|verify|im|error|help|校验|alice|${SIG}|70009|--app|--at=|—app|=| |"|'|\`|\`\`\`|“|”|「|」|\\|/|／|:|\n|\u3000|\u200b|的|?|` +
  '@IM Doctor |<@U1>|&amp;|*|_|~|constructor|__proto__|{|}'

const WORDS = `usersig|verify|is|this|sig|for|alice|${SIG}|error|70009|"|什么`

const QUESTION = `why|is|does|alice|bob|'s|not|get|no|push|from|since|2pm|in|group|message|1_2_3|online|and|,|for|what|devices|"li lei"|?`
const QUESTION_ZH =
  '为什么|alice|小明|的|收不到|没有|推送|在线|吗|和|从|昨天|下午2点|开始|最近|2小时|群|team|里|给|发|测试|「李 雷」|诊断|设备| |呢|再查|？'

const partsOf = (list: string, maxLength: number, between: string) =>
  fc.array(fc.constantFrom(...list.split('|')), { maxLength }).map((parts) => parts.join(between))

/** Any text, and texts made of what the reader takes notice of. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  partsOf(PARTS, 25, ''),
  partsOf(WORDS, 12, ' '),
  partsOf(QUESTION, 14, ' '),
  partsOf(QUESTION_ZH, 14, ''),
)

const THREE =
  'im|push|report|watch|alert|case|now|schedule|list|add|stop|silence|show|close|报告|关注|添加|列表|定时|help|帮助|' +
  'constructor|__proto__|alice|12|--for|24h|--app|—app|=|"|“|”|.|:|：|\u200b|@IM Doctor|/'

const threeWords = fc.oneof(partsOf(THREE, 8, ' '), partsOf(THREE, 8, ''), partsOf(THREE, 6, '.'))

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

  test('is read as a command, a problem or a follow-up, also with commands of three words', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, threeWords), (text) => {
        const reading = readRequest(WITH_TEAM, text)
        const given = reading.kind === 'command' ? Object.keys(reading.args) : []
        const declared = reading.kind === 'command' ? Object.keys(reading.command.args) : []
        expect(declared).toEqual(expect.arrayContaining(given))
      }),
      { numRuns: 2000 },
    )
  })

  test('is read as a command, a problem or a follow-up', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readRequest(COMMANDS, text)
        if (reading.kind === 'follow-up') return
        const args = reading.kind === 'command' ? reading.args : {}
        expect(Object.keys(reading.command?.args ?? {})).toEqual(expect.arrayContaining(Object.keys(args)))
        expect(Object.values(args).every((value) => [value].flat().every((each) => typeof each === 'string'))).toBe(
          true,
        )
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

describe('questions about users', () => {
  /** In every language and place; what it holds is the test's. */
  const around = fc.constantFrom<(user: string) => string>(
    (user) => `why does ${user} get no push since 2pm?`,
    (user) => `no push for ${user}`,
    (user) => `what devices does ${user} have?`,
    (user) => `is ${user} online?`,
    (user) => `send a test push to ${user}`,
    (user) => `为什么${user}收不到推送`,
    (user) => `给 ${user} 发一条测试推送`,
    (user) => `${user} 在线吗`,
  )
  /** As people write ids without quotes: a letter, a digit, no word of a language. */
  const plainId = fc.stringMatching(/^[a-z]{1,10}_[a-z0-9._-]{0,10}\d{1,6}$/)
  const quotedId = fc.string({ unit: fc.constantFrom(...'aB1 -的推送x.，?：'), minLength: 1, maxLength: 32 })

  const userOf = (text: string) => {
    const { user } = understand(text)?.args ?? {}
    return Array.isArray(user) ? user[0] : user
  }

  test('any plain id is found as it was', () => {
    fc.assert(
      fc.property(around, plainId, (write, user) => {
        expect(userOf(write(user))).toBe(user)
      }),
    )
  })

  test('any quoted id is found as it was', () => {
    fc.assert(
      fc.property(around, quotedId, (write, user) => {
        const tidy = user.trim().replace(/ +/g, ' ')
        fc.pre(tidy !== '')
        expect(userOf(write(`"${user}"`))).toBe(tidy)
      }),
    )
  })

  test('what is asked of another user in a follow-up is found as it was', () => {
    const follows = fc.constantFrom<(user: string) => string>(
      (user) => `and ${user}?`,
      (user) => `what about ${user}`,
      (user) => `那 ${user} 呢？`,
    )
    fc.assert(
      fc.property(follows, plainId, (write, user) => {
        expect(readFollowUp(write(user))?.follow).toEqual({ kind: 'user', user })
      }),
    )
  })
})

describe('since when', () => {
  const zone = fc.constantFrom(null, 'Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe')
  const now = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })

  test('no text makes it throw, and no time is after now', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.stringMatching(/^[\dhmd:ap点下午昨天 ]{1,12}$/)),
        now,
        zone,
        (text, moment, timeZone) => {
          const since = parseSince(text)
          expect(since === null ? moment : sinceToTime(since, moment, timeZone)).toBeLessThanOrEqual(moment)
        },
      ),
    )
  })

  test('a time of day is less than a day and its hour of clock change ago', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), now, zone, (hours, minutes, moment, timeZone) => {
        const at = sinceToTime({ kind: 'clock', hours, minutes, day: 'last' }, moment, timeZone)
        expect(moment - at).toBeGreaterThanOrEqual(0)
        expect(moment - at).toBeLessThan(25 * 3_600_000)
      }),
      { numRuns: 500 },
    )
  })
})

describe('quoting', () => {
  test('any list comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(userId, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(' ', ',', '，', ' 、 '),
        (users, between) => {
          expect(splitList(users.map(quote).join(between))).toEqual(users)
        },
      ),
    )
  })

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
      '"@here"',
      '<https://x.cn|x.cn>',
      '*bold*',
      '_a_',
      '&lt;b&gt;',
    )
    fc.assert(
      fc.property(markup, (user) => {
        expect(readRequest(COMMANDS, `usersig verify ${user} ${SIG}`)).toMatchObject({
          args: { user: user.replaceAll('"', ''), sig: SIG },
        })
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
