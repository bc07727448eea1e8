import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { createProgressLine, type ProgressStream } from '../../../../src/adapters/terminal/progress-line.ts'
import type { Progress } from '../../../../src/bot/request.ts'
import type { Locale } from '../../../../src/bot/texts/locale.ts'

function terminal(columns?: number) {
  const written: string[] = []
  const stream: ProgressStream = {
    isTTY: true,
    ...(columns === undefined ? {} : { columns }),
    write: (text) => written.push(text),
  }
  return { line: createProgressLine(stream, () => 0), written, screen: () => lineAfter(written.join('')) }
}

/** What a terminal shows on its one line after these characters. */
function lineAfter(text: string): string {
  expect(text).not.toMatch(/[\n\u001b]/)
  return text
    .split('\r')
    .reduce((line, part) => part + line.slice(part.length), '')
    .trimEnd()
}

const progress = (title: string, said: string | null = null, locale: Locale = 'en'): Progress => ({
  card: {
    tone: 'info',
    title,
    blocks: said === null ? [{ kind: 'divider' }] : [{ kind: 'divider' }, { kind: 'text', text: [said] }],
    actions: [],
  },
  visibility: 'public',
  locale,
  timeZone: null,
})

test('one line, written over and gone before the card', () => {
  const { line, screen, written } = terminal()
  line.show?.(progress('Checking bob', '2 of 14 checks done'))
  expect(screen()).toBe('Checking bob: 2 of 14 checks done')
  line.show?.(progress('Checking bob', 'done'))
  expect(screen()).toBe('Checking bob: done')
  line.show?.(progress('Checking bob'))
  expect(screen()).toBe('Checking bob')
  line.clear()
  expect(screen()).toBe('')
  expect(written.at(-1)).toMatch(/\r$/)
})

test('what is told after the answer is not written into the card', () => {
  const { line, written } = terminal()
  line.clear()
  line.show?.(progress('Checking bob'))
  expect(written).toEqual([])
})

test('nothing where standard error is no terminal', () => {
  const written: string[] = []
  const line = createProgressLine({ write: (text) => written.push(text) }, () => 0)
  expect(line.show).toBeNull()
  line.clear()
  expect(written).toEqual([])
})

test.each([
  [40, 'en'],
  [40, 'zh'],
  [20, 'zh'],
] as const)('never fills a line of %i columns (%s)', (columns, locale) => {
  const { line, written } = terminal(columns)
  line.show?.(progress('正在检查 bob 的推送', '已完成 14 项中的 2 项，正在读取设备记录 👩‍💻👩‍💻', locale))
  const [shown = ''] = written
  expect(stringWidth(shown.slice(1))).toBeLessThan(columns)
  expect(shown).toMatch(/^\r正在检查 bob.*…$/)
})

test('foreign text can neither leave its line nor drive the terminal', () => {
  const { line, screen } = terminal()
  line.show?.(progress('Checking a\nb\rc\u0007\u001b[2J', '\u009b31mx\u202ey'))
  expect(screen()).toBe('Checking a bc: xy')
})
