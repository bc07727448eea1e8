import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderCard } from '../../../../src/adapters/playground/render-card.ts'
import type { Block, Card } from '../../../../src/bot/card.ts'
import { code, moment, person, relative, rich, strong } from '../../../../src/bot/rich.ts'

const NOW = Date.UTC(2026, 10, 25, 6, 0, 0)
const reader = { locale: 'en', timeZone: 'Asia/Shanghai', now: NOW } as const
const frame = { id: 'r1', buttons: [], audience: 'In chat, only you would see this.' }

const draw = (blocks: readonly Block[], changes: Partial<Card> = {}): string =>
  String(renderCard({ tone: 'bad', title: 'A title', blocks, actions: [], ...changes }, frame, reader))

test('the tone is a word, and the heading names the card', () => {
  const drawn = draw([])
  expect(drawn).toContain('<article class="card bad" aria-labelledby="card-r1" lang="en">')
  expect(drawn).toContain('<span class="tone">Problem</span><h2 id="card-r1">A title</h2>')
  expect(drawn).toContain('In chat, only you would see this.')
})

test('the words around a card are in its language', () => {
  const card: Card = { tone: 'good', title: '标题', blocks: [{ kind: 'code', text: 'eJw' }], actions: [] }
  const drawn = String(renderCard(card, frame, { ...reader, locale: 'zh' }))
  expect(drawn).toContain('lang="zh-CN"')
  expect(drawn).toContain('正常')
  expect(drawn).toContain('>复制</button>')
})

test('a time is in the zone of the reader, with UTC on hovering', () => {
  const drawn = draw([{ kind: 'text', text: rich`from ${moment(NOW)} or ${relative(NOW - 7_200_000)}` }])
  expect(drawn).toContain(
    '<time datetime="2026-11-25T06:00:00.000Z" title="2026-11-25 06:00:00 UTC">2026-11-25 14:00:00 GMT+8</time>',
  )
  expect(drawn).toContain('title="2026-11-25 04:00:00 UTC">2 hours ago</time>')
})

test('a time that is none is still shown', () => {
  expect(draw([{ kind: 'text', text: [moment(9e15)] }])).toContain('<p>9000000000000000</p>')
})

test('every kind of block', () => {
  const drawn = draw([
    { kind: 'text', text: rich`for ${code('alice')}, ${strong('good')}` },
    { kind: 'fields', fields: [{ label: 'User', value: ['bob'] }] },
    { kind: 'table', columns: ['App'], rows: [[['demo']], [['other']]] },
    { kind: 'code', text: 'eJw<>' },
    {
      kind: 'finding',
      tone: 'warn',
      label: 'Warning',
      text: ['old key'],
      remedy: ['sign anew'],
      codes: 'seen as 70009',
    },
    { kind: 'finding', tone: 'info', label: 'Note', text: ['nothing to do'], remedy: [], codes: null },
    { kind: 'note', text: ['small'] },
    { kind: 'divider' },
  ])
  expect(drawn).toContain('<p>for <code>alice</code>, <strong>good</strong></p>')
  expect(drawn).toContain('<dl><div><dt>User</dt><dd>bob</dd></div></dl>')
  expect(drawn).toContain('<th scope="col" role="columnheader">App</th>')
  expect(drawn).toContain(
    '<tr role="row"><td role="cell" data-column="App">demo</td></tr><tr role="row"><td role="cell" data-column="App">other</td></tr>',
  )
  expect(drawn).toContain(
    '<code>eJw&lt;&gt;</code></pre><button type="button" data-copy data-copied="Copied">Copy</button>',
  )
  expect(drawn).toContain('<span class="tone">Warning</span> old key<small> (seen as 70009)</small></p>')
  expect(drawn).toContain('<strong>What to do: </strong>sign anew')
  expect(drawn.match(/class="remedy"/g)).toHaveLength(1)
  expect(drawn).toContain('<p class="note">small</p>')
  expect(drawn).toContain('<hr>')
})

test('a mark stays with the word it is about', () => {
  const drawn = draw([{ kind: 'text', text: ['✅ sam → ✅ Tencent IM → ❌ APNs → ▫ bob'] }])
  expect(drawn).toContain('✅\u00a0sam →\u00a0✅\u00a0Tencent IM →\u00a0❌\u00a0APNs →\u00a0▫\u00a0bob')
})

test('buttons carry their key', () => {
  const buttons = [{ label: 'Share', style: 'primary', key: 'key-1' }] as const
  const card: Card = { tone: 'info', title: '', blocks: [], actions: [] }
  expect(String(renderCard(card, { ...frame, buttons }, reader))).toContain(
    '<button type="button" class="primary" data-press="key-1">Share</button>',
  )
})

const TAG = /<\/?([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g
const OURS = new Set(
  'article header span h2 p strong code dl div dt dd table thead tbody tr th td pre button section footer small hr time'.split(
    ' ',
  ),
)

test('nothing that a user typed becomes markup, wherever it stands', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<script>alert(1)</script>', '" onclick="x', "'><img src=x>", '&lt;b&gt;', '${x}', '</article>'),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const drawn = draw(
        [
          { kind: 'text', text: [text, code(text), strong(text)] },
          { kind: 'fields', fields: [{ label: text, value: [text] }] },
          { kind: 'table', columns: [text], rows: [[[text]]] },
          { kind: 'code', text },
          { kind: 'finding', tone: 'bad', label: text, text: [text], remedy: [text], codes: text },
          { kind: 'note', text: [text] },
        ],
        { title: text },
      )
      const names = [...drawn.matchAll(TAG)].map(([, name]) => name)
      expect(names.every((name) => name !== undefined && OURS.has(name))).toBe(true)
      expect(drawn.replace(TAG, '')).not.toMatch(/[<>]/)
      expect(drawn.match(/ on[a-z]+="/)).toBeNull()
    }),
  )
})

test('a picture stands in the page itself, with its words for whoever does not see it', () => {
  const drawn = draw([
    { kind: 'image', png: Uint8Array.of(137, 80, 78, 71), name: 'loss.png', alt: 'Loss "by" <vendor>' },
  ])
  expect(drawn).toContain(
    '<img class="picture" src="data:image/png;base64,iVBORw==" alt="Loss &quot;by&quot; &lt;vendor&gt;">',
  )
})

test('a person of another platform is shown by id', () => {
  expect(draw([{ kind: 'text', text: rich`with ${person('slack', 'U<1')}` }])).toContain('<p>with U&lt;1</p>')
})
