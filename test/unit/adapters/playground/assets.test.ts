import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { script } from '../../../../src/adapters/playground/assets/script.ts'
import { styles } from '../../../../src/adapters/playground/assets/styles.ts'

describe('the script, which no build sees', () => {
  const folder = mkdtempSync(join(tmpdir(), 'im-doctor-page-'))
  const file = join(folder, 'page.js')
  writeFileSync(file, script)
  afterAll(() => rmSync(folder, { recursive: true }))

  const run = (tool: string, ...args: string[]): string => {
    try {
      return execFileSync(resolve('node_modules/.bin', tool), args, { encoding: 'utf8', cwd: folder })
    } catch (error) {
      return String((error as { stdout?: string }).stdout)
    }
  }

  test('passes the compiler, as strict as the rest', () => {
    expect(
      run(
        'tsc',
        '--noEmit',
        '--allowJs',
        '--checkJs',
        '--strict',
        '--noUncheckedIndexedAccess',
        '--noUnusedLocals',
        '--target',
        'es2023',
        '--lib',
        'es2023,dom,dom.iterable',
        '--module',
        'esnext',
        '--moduleDetection',
        'force',
        '--types',
        '',
        file,
      ),
    ).toBe('')
  })

  test('passes the linter', () => {
    const rules = { categories: { correctness: 'error', suspicious: 'error' }, env: { browser: true, es2024: true } }
    writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(rules))
    expect(run('oxlint', '--deny-warnings', file)).toContain('Found 0 warnings and 0 errors')
  })

  test('builds no markup', () => {
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/)
  })
})

describe('the colours', () => {
  const [light = '', dark = ''] = styles.split('@media (prefers-color-scheme: dark)')
  const lightColours = coloursOf(light)
  const darkColours = { ...lightColours, ...coloursOf(dark.slice(0, dark.indexOf('* {'))) }

  const pairs = [
    ...['text', 'muted'].flatMap((ink) => ['page', 'sheet'].map((paper) => [ink, paper] as const)),
    ['text', 'info-back'],
    ['text', 'code'],
    ['on-accent', 'accent'],
    ['bad', 'sheet'],
    ...['good', 'warn', 'bad', 'info'].map((tone) => [tone, `${tone}-back`] as const),
  ] as const

  test.each(pairs)('%s on %s can be read (AA)', (ink, paper) => {
    for (const colours of [lightColours, darkColours])
      expect(contrast(colours[ink] ?? '', colours[paper] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['accent', 'page'],
    ['accent', 'sheet'],
    ['muted', 'sheet'],
  ] as const)('%s beside %s can be told from it (AA, controls)', (line, paper) => {
    for (const colours of [lightColours, darkColours])
      expect(contrast(colours[line] ?? '', colours[paper] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

function coloursOf(css: string): Record<string, string> {
  return Object.fromEntries([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))
}

/** @see https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
