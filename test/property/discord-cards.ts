import * as fc from 'fast-check'
import type { Action, Block, Card, Tone } from '../../src/bot/card.ts'
import type { Inline, Rich } from '../../src/bot/rich.ts'
import { Secret } from '../../src/diagnostics/secret.ts'

const NASTY = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&1>',
  '<#1>',
  '</x:1>',
  '<t:1:R>',
  '<:e:1>',
  '[a](https://evil.example)',
  'https://a_b.example/x',
  '**b**',
  '__u__',
  '~~s~~',
  '||sp||',
  '`c`',
  '```\nfence\n```',
  '# h',
  '-# sub',
  '> q',
  '>>> q',
  '- l',
  '1. one',
  ':smile:',
  '\\',
  '\n',
  '\r\n',
  '\u202e',
  '\u0000',
  '\ud800',
  '😀',
  '中文',
  ' ',
  'eJw*-_',
]

export const text = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength })
    .map((parts) => parts.join(''))

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 3, arbitrary: text(8) },
  text(4).map((value): Inline => ({ kind: 'code', value })),
  text(4).map((value): Inline => ({ kind: 'strong', value })),
  fc
    .record({
      at: fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.double(), fc.integer()),
      as: fc.constantFrom('moment' as const, 'relative' as const),
    })
    .map(({ at, as }): Inline => ({ kind: 'time', at, as })),
)

export const richText: fc.Arbitrary<Rich> = fc.array(inline, { maxLength: 12 })

const tone: fc.Arbitrary<Tone> = fc.constantFrom('good', 'warn', 'bad', 'info')

const longText = fc.oneof(
  text(),
  fc
    .integer({ min: 0, max: 9000 })
    .chain((length) =>
      fc.constantFrom('字'.repeat(length), '*'.repeat(length), '`'.repeat(length), 'a'.repeat(length)),
    ),
)

const block: fc.Arbitrary<Block> = fc.oneof(
  fc
    .oneof(
      richText,
      longText.map((long): Rich => [long]),
    )
    .map((value): Block => ({ kind: 'text', text: value })),
  fc
    .array(fc.record({ label: text(6), value: richText }), { maxLength: 30 })
    .map((fields): Block => ({ kind: 'fields', fields })),
  fc
    .record({
      columns: fc.array(text(3), { minLength: 1, maxLength: 4 }),
      rows: fc.array(fc.array(richText, { maxLength: 4 }), { maxLength: 20 }),
    })
    .map(({ columns, rows }): Block => ({ kind: 'table', columns, rows })),
  longText.map((value): Block => ({ kind: 'code', text: value })),
  fc
    .record({ tone, label: text(4), text: richText, remedy: richText, codes: fc.option(text(4)) })
    .map((finding): Block => ({ kind: 'finding', ...finding })),
  fc
    .oneof(
      richText,
      longText.map((long): Rich => [long]),
    )
    .map((value): Block => ({ kind: 'note', text: value })),
  fc.constant<Block>({ kind: 'divider' }),
)

const action: fc.Arbitrary<Action> = fc
  .record({ label: text(10), style: fc.constantFrom('default' as const, 'primary' as const, 'danger' as const) })
  .map(
    ({ label, style }): Action => ({
      kind: 'run',
      label,
      style,
      intent: { command: 'usersig.verify', args: new Secret({}) },
    }),
  )

/** Cards as bad as they come: markup and mentions in every text, and far more than a message holds. */
export const anyCard: fc.Arbitrary<Card> = fc.record({
  tone,
  title: text(30),
  blocks: fc.array(block, { maxLength: 40 }),
  actions: fc.array(action, { maxLength: 30 }),
})
