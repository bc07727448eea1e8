import { describe, expect, it } from 'vitest'
import { displayWidth, renderTable } from '../../../../src/adapters/discord/render-table.ts'
import { code, moment, rich } from '../../../../src/bot/rich.ts'

describe('renderTable', () => {
  it('pads columns, Chinese characters as two', () => {
    const table = {
      kind: 'table' as const,
      columns: ['应用', 'SDKAppID'],
      rows: [
        [rich`prod`, rich`${code('1400000000')}`],
        [rich`测试环境`, rich`1`],
      ],
    }
    expect(renderTable(table, 1000)).toEqual({
      text: '```\n应用      SDKAppID\nprod      1400000000\n测试环境  1\n```',
      cut: false,
    })
  })

  it('lists what is too wide for a fence, and times', () => {
    const wide = {
      kind: 'table' as const,
      columns: ['command', 'does'],
      rows: [[rich`${code('/im help')}`, rich`${'long '.repeat(20)}`]],
    }
    expect(renderTable(wide, 1000).text).toBe(`-# command · does\n- \`/im help\` · ${'long '.repeat(20)}`)
    const timed = { kind: 'table' as const, columns: ['when'], rows: [[rich`${moment(1_700_000_000_000)}`]] }
    expect(renderTable(timed, 1000).text).toBe('-# when\n- <t:1700000000:f>')
  })

  it('loses whole rows', () => {
    const table = {
      kind: 'table' as const,
      columns: ['n'],
      rows: Array.from({ length: 50 }, (_, index) => [rich`row ${index}`]),
    }
    const { text, cut } = renderTable(table, 100)
    expect(cut).toBe(true)
    expect(text.length).toBeLessThanOrEqual(100)
    expect(text).toMatch(/^```\nn\nrow 0\n[\s\S]*row \d+\n```$/)
  })
})

it.each([
  ['abc', 3],
  ['中文', 4],
  ['ｆｕｌｌ', 8],
  ['😀', 2],
  ['e\u0301', 1],
])('counts the columns of %s', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})
