import { expect, test } from 'vitest'
import { codeIndex, entriesOf } from '../../src/diagnostics/codes/code-index.ts'
import type { Vendor } from '../../src/diagnostics/codes/entry.ts'
import { pushFinding } from '../../src/diagnostics/push/push-finding.ts'
import { readVendorAnswer } from '../../src/diagnostics/push/vendor-cause.ts'
import { pushFindingWords } from '../../src/bot/cards/push/finding-words.ts'
import { plainRich } from '../../src/bot/cards/plain-text.ts'
import { LOCALES, type Locale } from '../../src/bot/texts/locale.ts'
import { textsFor } from '../../src/bot/texts/texts.ts'

const WEIGHT = { effect: 'blocks', confidence: 'certain' } as const

const words = (finding: Parameters<typeof pushFindingWords>[0], locale: Locale) => {
  const { message, remedy } = pushFindingWords(finding, textsFor(locale))
  const reader = { locale, timeZone: null, now: 0 }
  return { message: plainRich(message, reader), remedy: plainRich(remedy, reader) }
}

test.each<[Vendor, string, RegExp]>([
  ['huawei', '80200003', /Chat console/],
  ['honor', '80200001', /Chat console/],
  ['vivo', '10000', /Chat console/],
  ['fcm', 'UNAUTHENTICATED', /Chat console/],
  ['fcm', 'INVALID_ARGUMENT', /OfflinePushInfo/],
  ['fcm', 'QUOTA_EXCEEDED', /fewer pushes/],
  ['huawei', '80300010', /open a ticket/i],
])('who uses Tencent’s push can do what %s %s calls for', (vendor, code, remedy) => {
  const entry = entriesOf(code, codeIndex()).find((each) => each.vendor === vendor && each.code === code)
  expect(entry?.en.remedy).toMatch(remedy)
  expect(entry?.en.remedy).not.toMatch(/Retry-After|fieldViolations|^Fetch/)
  expect(entry?.zh.remedy).toMatch(/控制台|OfflinePushInfo|工单|打散/)
})

test('a sub-error that did not come is not quoted', () => {
  expect(readVendorAnswer('huawei', '1101', 'x').code).toBe('1101')
  expect(readVendorAnswer('huawei', '1101', '{"sub_error":12304}').code).toBe('1101/12304')
})

test.each(LOCALES)('what stops and what does not is said, in %s', (locale) => {
  const told = { endpoint: 'v4/openim/query_online_status', info: 'x' }
  const stopped = locale === 'en' ? /no push is sent/ : /不会下发任何推送/
  expect(words(pushFinding('service-inactive', WEIGHT, { ...told, code: 60_020 }, []), locale).message).toMatch(stopped)
  for (const code of [60_027, 60_028])
    expect(words(pushFinding('service-inactive', WEIGHT, { ...told, code }, []), locale).message).not.toMatch(stopped)
  const muted = { from: 'sam', reason: 'muted', muteSeconds: null } as const
  const inGroup = words(pushFinding('blocked-sender', WEIGHT, { ...muted, mutedIn: 'group' }, []), locale)
  expect(inGroup.remedy).toMatch(/MuteAllMember/)
  expect(inGroup.remedy).not.toMatch(/setnospeaking/)
  const answer = { vendor: 'xiaomi', code: '20301', info: 'regid_invalid', said: '1 regid_invalid', at: null } as const
  expect(words(pushFinding('token-invalid', WEIGHT, { ...answer, flaws: [] }, []), locale).message).toMatch(
    /1 regid_invalid.*20301/,
  )
})

test('a limit of calls is for the administrator', () => {
  expect(pushFinding('rate-limited', WEIGHT, { refusals: [], nothingSeen: true }, []).owner).toBe('administrator')
})
