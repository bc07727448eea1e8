import * as fc from 'fast-check'
import type { Block, Card, Tone } from '../../src/bot/card.ts'
import type { Inline, Rich } from '../../src/bot/rich.ts'

/** Everything that means something to Slack, or that breaks careless code. */
const NASTY = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<#C1|ops>',
  '<!subteam^S1>',
  '<https://evil.example|bank>',
  '&amp;',
  '&',
  '<',
  '>',
  '*b*',
  '_i_',
  '~s~',
  '`c`',
  '```',
  ':x:',
  '@channel',
  '\n',
  '\u0000',
  '\u202e',
  '\ud800',
  '😀',
  '中文',
  ' ',
]

/** Short mostly; now and then longer than anything Slack takes. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 10 })), { maxLength: 12 })
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...NASTY), fc.integer({ min: 1, max: 4000 }))
      .map(([part, times]) => part.repeat(times)),
  },
)

/** As all labels and titles of the bot: never empty. */
export const anyLabel: fc.Arbitrary<string> = anyText.map((text) => `${text}.`)

const inline: fc.Arbitrary<Inline> = fc.oneof(
  anyText,
  anyText.map((value): Inline => ({ kind: 'code', value })),
  anyText.map((value): Inline => ({ kind: 'strong', value })),
  fc.record({
    kind: fc.constant('person' as const),
    platform: fc.constantFrom('slack', 'discord'),
    id: fc.oneof(anyText, fc.constantFrom('U012AB', '123')),
  }),
  fc.record({
    kind: fc.constant('time' as const),
    at: fc.oneof(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constantFrom(0, -1, 1e15, 1e20)),
    as: fc.constantFrom('moment' as const, 'relative' as const),
  }),
)

export const anyRich: fc.Arbitrary<Rich> = fc.array(inline, { maxLength: 5 })

const tone: fc.Arbitrary<Tone> = fc.constantFrom('good', 'warn', 'bad', 'info')

const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 7 }).chain((columns) =>
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(anyText, { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(anyRich, { minLength: columns, maxLength: columns }), { maxLength: 6 }),
  }),
)

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: anyRich }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: anyText, value: anyRich }), { maxLength: 6 }),
  }),
  table,
  fc.record({ kind: fc.constant('code' as const), text: anyText }),
  fc.record({
    kind: fc.constant('finding' as const),
    tone,
    label: anyText,
    text: anyRich,
    remedy: anyRich,
    codes: fc.option(anyText),
  }),
  fc.record({
    kind: fc.constant('image' as const),
    png: fc.constant(new Uint8Array()),
    name: fc.constant('chart.png'),
    alt: anyText,
  }),
  fc.record({ kind: fc.constant('note' as const), text: anyRich }),
  fc.constant<Block>({ kind: 'divider' }),
)

export const anyCard: fc.Arbitrary<Card> = fc.record({
  tone,
  title: anyLabel,
  blocks: fc.oneof(
    { weight: 4, arbitrary: fc.array(anyBlock, { maxLength: 8 }) },
    { weight: 1, arbitrary: fc.array(anyBlock, { minLength: 50, maxLength: 70 }) },
  ),
  actions: fc.constant([]),
})

export const anyButtons = fc.array(
  fc.record({
    label: anyLabel,
    style: fc.constantFrom('default' as const, 'primary' as const, 'danger' as const),
    key: fc.uuid(),
  }),
  { maxLength: 30 },
)
