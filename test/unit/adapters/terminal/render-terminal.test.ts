import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { renderTerminal } from '../../../../src/adapters/terminal/render-terminal.ts'
import { wrapText } from '../../../../src/adapters/terminal/wrap-text.ts'
import type { Block, Card } from '../../../../src/bot/card.ts'
import { code, moment, person, relative, rich } from '../../../../src/bot/rich.ts'
import type { Locale } from '../../../../src/bot/texts/locale.ts'
import { exampleSig } from '../../../support/examples.ts'
import { actor, EXAMPLE_TIME, request, testBot, words } from '../../../support/bot.ts'

const card = (...blocks: Block[]): Card => ({ tone: 'info', title: 'Title', blocks, actions: [] })

function render(drawn: Card, locale: Locale = 'en', width = 80, colour = false): string {
  return renderTerminal(drawn, { locale, timeZone: null, now: EXAMPLE_TIME }, { width, colour })
}

/** Lines that are too wide, those to be copied left out. */
const tooWide = (text: string, width: number, codes: string) =>
  text.split('\n').filter((line) => stringWidth(line) > width && !codes.includes(line))

describe('80 columns', () => {
  const sig = exampleSig('ex-01')
  const texts = [
    `usersig verify alice ${sig}`,
    `usersig verify demo_user ${sig}`,
    `usersig verify demo_user ${sig.slice(0, -20)} --at 2026-01-01`,
    `usersig inspect ${exampleSig('ex-06')}`,
    `usersig verify "${'很'.repeat(33)}" ${sig}`,
    `usersig verify ${'x'.repeat(100)} ${sig}`,
    'usersig generate alice --ttl 400d --room 4321 --privileges all',
    'usersig',
    'im help',
    'im help usersig generate',
    'im apps',
    'im error 70009',
    'im error 50000001',
    'im error 1',
    'im error BadDeviceToken',
    'what is going on',
    'usersig generate',
  ]

  test.each(texts)('%s', async (text) => {
    for (const locale of ['en', 'zh'] as const) {
      for (const width of [80, 40]) {
        const owner = actor('owner', { platform: 'terminal', owner: true })
        const reply = await testBot().bot.answer(request(words(text), { actor: owner, locale }))
        if (reply === null) throw new Error('no answer')
        const codes = reply.card.blocks.map((block) => (block.kind === 'code' ? block.text : '')).join('\n')
        expect(tooWide(render(reply.card, reply.locale, width), width, codes)).toEqual([])
      }
    }
  })

  test('further lines of an item of a list hang under its first word', () => {
    const item = '• Push handed to Apple (APNs): 410 Unregistered, 2026-12-01 09:42:25 UTC (1 hour ago)'
    expect(wrapText(`${item}\n12. ${'one two '.repeat(10)}`, 40)).toEqual([
      '• Push handed to Apple (APNs): 410',
      '  Unregistered, 2026-12-01 09:42:25 UTC',
      '  (1 hour ago)',
      '12. one two one two one two one two one',
      '    two one two one two one two one two',
      '    one two',
    ])
    expect(wrapText('→ Ask the user to open the app, then check again', 30)[1]).toBe('  app, then check again')
    expect(wrapText('• 推送已交给苹果（APNs）：410 Unregistered，一小时前', 24)[1]).toMatch(/^ {2}\S/)
  })

  test('a table that does not fit becomes a list', () => {
    const wide = 'w'.repeat(60)
    const table: Block = {
      kind: 'table',
      columns: ['App', 'Region'],
      rows: [
        [[wide], ['china']],
        [['b'], [wide]],
      ],
    }
    const text = render(card(table))
    expect(tooWide(text, 80, '')).toEqual([])
    expect(text).toContain(`  App     ${wide}\n  Region  china\n\n  App     b`)
  })

  const events: Block = {
    kind: 'table',
    columns: ['Time', 'What', 'Outcome', 'Details'],
    rows: [
      [[moment(EXAMPLE_TIME)], ['push'], ['failed'], ['BadDeviceToken: the token is not of this environment at all']],
      [[moment(EXAMPLE_TIME - 60_000)], ['state'], ['offline'], ['—']],
      [[moment(EXAMPLE_TIME - 120_000)], ['推送'], ['已送达'], []],
    ],
  }

  test('a table with one long cell wraps that cell, and stays a table', () => {
    expect(render(card(events)).split('\n').slice(2)).toEqual([
      'Time                     What   Outcome  Details',
      '2025-06-15 15:08:20 UTC  push   failed   BadDeviceToken: the token is not of',
      '                                         this environment at all',
      '2025-06-15 15:07:20 UTC  state  offline  —',
      '2025-06-15 15:06:20 UTC  推送   已送达',
    ])
  })

  test('as a list, a row leaves out what is empty', () => {
    const text = render(card(events), 'en', 40)
    expect(tooWide(text, 40, '')).toEqual([])
    expect(text).toContain('  Time     2025-06-15 15:07:20 UTC\n  What     state\n  Outcome  offline\n\n')
  })

  test('no word of a table is broken: it may be there to be copied', () => {
    const key = '144115233406643804_1763967600_1234567890123'
    const table: Block = { kind: 'table', columns: ['Message', 'What'], rows: [[[key], ['a push that failed']]] }
    for (const width of [80, 60]) expect(render(card(table), 'en', width)).toContain(key)
  })

  test('no fields and no rows draw nothing', () => {
    expect(render(card({ kind: 'fields', fields: [] }, { kind: 'table', columns: ['A'], rows: [] }))).toContain('A')
  })
})

describe('a card', () => {
  const everything = card(
    {
      kind: 'text',
      text: rich`Signed for ${code('alice')} at ${moment(EXAMPLE_TIME)} (${relative(EXAMPLE_TIME - 3_600_000)})`,
    },
    {
      kind: 'fields',
      fields: [
        { label: 'User', value: ['alice'] },
        { label: '到期时间', value: ['x'] },
      ],
    },
    { kind: 'table', columns: ['应用', 'B'], rows: [[['a'], ['b']]] },
    {
      kind: 'finding',
      tone: 'bad',
      label: 'Error',
      text: ['It is wrong.'],
      remedy: ['Do it right.'],
      codes: 'the client sees 70001',
    },
    { kind: 'finding', tone: 'warn', label: 'Warning', text: ['Careful.'], remedy: [], codes: null },
    { kind: 'code', text: 'eJw\neJx' },
    { kind: 'divider' },
    { kind: 'note', text: ['Small print.'] },
  )

  test('reads without colour', () => {
    expect(render(everything)).toBe(
      [
        '· Title',
        '',
        'Signed for alice at 2025-06-15 15:08:20 UTC (1 hour ago)',
        '',
        '  User      alice',
        '  到期时间  x',
        '',
        '应用  B',
        'a     b',
        '',
        '✘ Error: It is wrong. (the client sees 70001)',
        '    → Do it right.',
        '',
        '! Warning: Careful.',
        '',
        'eJw',
        'eJx',
        '',
        '─'.repeat(40),
        '',
        '  Small print.',
      ].join('\n'),
    )
  })

  test('has Chinese marks in Chinese', () => {
    expect(render(everything, 'zh')).toContain('✘ Error：It is wrong.（the client sees 70001）')
  })

  test('is the same with colour, but for the colours', () => {
    const coloured = render(everything, 'en', 80, true)
    expect(coloured).toContain('\u001b[')
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(render(everything))
  })

  test.each([
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['the title of the window', '\u001b]0;owned\u0007x', 'x'],
    ['a link', '\u001b]8;;http://x.cn\u0007click\u001b]8;;\u0007', 'click'],
    ['eight-bit controls', '\u009b31mred', 'red'],
    ['carriage returns and backspaces', 'good\r\b\b\b\bevil', 'goodevil'],
    ['bidirectional marks', 'a\u202ecba\u2066b', 'acbab'],
    ['a lone escape', 'a\u001bb', 'a'],
    ['tabs', 'a\tb', 'a b'],
    ['line separators', 'a\u2028b', 'a b'],
  ])('%s in foreign text are not passed on', (_, foreign, left) => {
    const drawn: Card = {
      tone: 'info',
      title: foreign,
      blocks: [
        { kind: 'text', text: [code(foreign)] },
        { kind: 'fields', fields: [{ label: foreign, value: [foreign] }] },
        { kind: 'code', text: foreign },
        { kind: 'finding', tone: 'bad', label: 'Error', text: [foreign], remedy: [foreign], codes: null },
      ],
      actions: [],
    }
    const text = render(drawn)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(text.split('\n')[0]).toMatch(new RegExp(`^· ${left}`))
  })
})

describe('wrapping', () => {
  test.each([
    ['between words', 'one two three', 8, ['one two', 'three']],
    ['exactly', 'one two', 7, ['one two']],
    ['a Chinese character counts two', '签名已经过期了', 6, ['签名', '已经', '过期了']],
    ['closing marks stay with their word', '已经过期，请重试。', 10, ['已经过期，', '请重试。']],
    ['a word that is too long is broken', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['an address stays whole', 'see https://a.cn/b now', 16, ['see', 'https://a.cn/b', 'now']],
    ['lines stay lines', 'a\n\nb', 10, ['a', '', 'b']],
    ['nothing', '', 10, ['']],
    ['an opening bracket stays with its word', '无效。（返回错误）', 10, ['无效。', '（返回', '错误）']],
    ['a mark stays with its word', '✅ sam → ❌ APNs → ▫ iPhone', 18, ['✅ sam → ❌ APNs', '→ ▫ iPhone']],
    ['emoji are not torn', '👩‍💻👩‍💻👩‍💻', 4, ['👩‍💻👩‍💻', '👩‍💻']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines)
  })

  test('a long text takes no long time', { timeout: 15_000 }, () => {
    for (const unit of ['a', '字', 'a ', '，', '. ', ' ', '✅ ', '（'])
      expect(wrapText(unit.repeat(2_000), 80).every((line) => stringWidth(line) <= 80)).toBe(true)
  })
})

test('a picture is told in words, and a person of another platform by id', () => {
  const alt = `Loss by vendor. ${'Huawei: 25% to 50%. '.repeat(6)}\u001b[31mred`
  const text = render(
    card(
      { kind: 'image', png: Uint8Array.of(1), name: 'loss.png', alt },
      { kind: 'text', text: rich`with ${person('slack', 'U123')}` },
    ),
  )
  expect(text).toContain('[Loss by vendor. Huawei: 25% to 50%.')
  expect(text).toContain('with U123')
  expect(text).not.toContain('\u001b')
  expect(tooWide(text, 80, '')).toEqual([])
})
