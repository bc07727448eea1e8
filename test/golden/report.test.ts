import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/bot/cards/plain-text.ts'
import { LOCALES } from '../../src/bot/texts/locale.ts'
import type { ReportFigures } from '../../src/diagnostics/figures/report-figures.ts'
import { VENDORS } from '../../src/diagnostics/codes/entry.ts'
import { DAY, HOUR, NOW } from '../support/push-case.ts'
import { PLATFORM_NAMES, PLATFORMS } from './drawn.ts'
import { drawnReport, REPORT_CARDS } from './report-cards.ts'
import { REPORTS } from './report-material.ts'

const INDENT = { slack: 1, discord: 2 } as const

describe.each(PLATFORM_NAMES)('on %s', (platform) => {
  describe.each(LOCALES)('in %s', (locale) => {
    it.each(Object.entries(REPORT_CARDS))('draws %s as before, within the limits', async (file, make) => {
      const { message, problems } = PLATFORMS[platform](make(locale), locale)
      expect(problems).toEqual([])
      const kept = JSON.stringify(message, null, INDENT[platform])
      expect(kept).not.toMatch(/shortened|已截短|left out|未显示/)
      await expect(`${kept}\n`).toMatchFileSnapshot(`${platform}/${file}.${locale}.json`)
    })

    it('keeps to the limits, with all of it at the end, when everything is wrong at once', () => {
      const card = drawnReport({ ...REPORTS.full, figures: CROWDED }, locale, { lateMs: HOUR, simulated: true })
      const { message, problems } = PLATFORMS[platform](card, locale)
      expect(problems).toEqual([])
      expect(JSON.stringify(message)).toContain(locale === 'zh' ? '模拟' : 'simulated')
    })
  })
})

/** As much of everything as there may be. */
const CROWDED: ReportFigures = {
  ...REPORTS.full.figures,
  app: 'p'.repeat(64),
  push: {
    ...REPORTS.full.figures.push,
    since: NOW - HOUR,
    byVendor: [...VENDORS, null].map((vendor) => ({
      vendor,
      attempted: 123_456_789,
      accepted: 123_456_789,
      delivered: 123_456_789,
      clicked: 123_456_789,
      lost: 100_000_000,
    })),
  },
  topFailures: VENDORS.map((vendor) => ({
    vendor,
    code: '99999',
    count: 123_456_789,
    before: 123_456_789,
    info: '@everyone <!channel> '.repeat(20),
    owner: 'administrator',
    source: 'loss',
  })),
  webhooks: {
    ...REPORTS.full.figures.webhooks,
    gaps: Array.from({ length: 9 }, (_, index) => ({ from: NOW - (index + 2) * DAY, to: NOW - (index + 1) * DAY })),
  },
  certificates: Array.from({ length: 12 }, (_, index) => ({
    code: 'expires-soon',
    certificateId: String(index).repeat(20),
    expiresInDays: 3,
  })),
}

describe.each(LOCALES)('what a report says, in %s', (locale) => {
  const reader = { locale, timeZone: 'Asia/Shanghai', now: NOW }
  const said = (name: string) => {
    const make = REPORT_CARDS[name]
    if (make === undefined) throw new Error(`no card ${name}`)
    return plainText(make(locale), reader)
  }
  const noData = locale === 'zh' ? '没有数据' : 'no data'

  it.each(Object.keys(REPORT_CARDS))('%s, read aloud', async (name) => {
    await expect(`${said(name)}\n`).toMatchFileSnapshot(`report/${name}.${locale}.txt`)
  })

  it('no data is never zero', () => {
    expect(said('report-failing')).toContain(noData)
    expect(said('report-no-data')).not.toMatch(/(?<![\d.:-])0(?![\d.:])/)
  })
})
