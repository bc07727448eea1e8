import { describe, expect, it } from 'vitest'
import { enumerators } from '../../../../src/diagnostics/codes/catalogue/enumerators.ts'
import { sentences } from '../../../../src/diagnostics/codes/catalogue/sentences.ts'
import { vendorSentences } from '../../../../src/diagnostics/codes/catalogue/vendor-sentences.ts'
import { codeIndex, entriesOf } from '../../../../src/diagnostics/codes/code-index.ts'
import { findCodes } from '../../../../src/diagnostics/codes/find-codes.ts'
import { isVendor } from '../../../../src/diagnostics/codes/is-vendor.ts'
import { knownSentences } from '../../../../src/diagnostics/codes/known-sentences.ts'

/** Rows of both tables: the vendor, the codes and what is said for them. */
const ROWS = `${sentences}\n${vendorSentences}`
  .replace(/\n\s+\|/g, ' |')
  .split('\n')
  .filter((row) => row.includes(' : '))
  .map((row) => {
    const [head = '', says = ''] = row.split(' : ')
    const names = head.split(' ')
    return {
      vendor: names.find(isVendor),
      codes: names.filter((name) => !isVendor(name)),
      says: says.split('|').map((each) => each.trim()),
    }
  })

const ALL = ROWS.flatMap(({ vendor, codes, says }) => says.map((sentence) => ({ vendor, codes, sentence })))

describe('the known sentences', () => {
  it('stand for codes of the catalogue', () => {
    const lost = ROWS.flatMap(({ vendor, codes }) =>
      codes.filter(
        (code) => !entriesOf(code, codeIndex()).some((entry) => vendor === undefined || entry.vendor === vendor),
      ),
    )
    expect(lost).toEqual([])
    expect(ALL.length).toBeGreaterThan(400)
  })

  it.each([
    ['alone', (sentence: string) => sentence],
    ['in capitals, with marks', (sentence: string) => `"${sentence.toUpperCase().replaceAll(' ', '  ')}!"`],
    ['in a log line', (sentence: string) => `2026-11-25 05:04:33.123 E/demo: ${sentence}, see the console`],
    ['in a Chinese sentence', (sentence: string) => `用户反馈：${sentence}。怎么办`],
  ])('are found %s, with an id in each gap', (_, around) => {
    const lost = ALL.filter(({ vendor, codes, sentence }) => {
      const text = around(sentence.replaceAll('…', '(user_7@example.com)'))
      return !knownSentences(text).some(
        (found) => found.vendor === (vendor ?? null) && codes.every((code) => found.codes.includes(code)),
      )
    })
    // A longer sentence of another row may hold a shorter one.
    expect(lost.map(({ sentence }) => sentence)).toEqual([])
  })

  it('leave the number to say which, where several codes share one', () => {
    const shared = '{"ErrorCode":40006,"ErrorInfo":"internal server error"}'
    expect(findCodes({ text: shared })).toMatchObject({ kind: 'found', codes: ['40006'] })
    expect(findCodes({ text: 'internal server error' })).toMatchObject({
      kind: 'found',
      codes: expect.arrayContaining(['70500', '40006', '10002']),
    })
  })

  it('are told beside a number that is about something else', () => {
    const text = `E/imsdk: set offline push|decode|code:6012|desc:request timeout\n${'.'.repeat(300)}\nReason: No valid targets!`
    expect(findCodes({ text })).toMatchObject({ kind: 'found', codes: ['6012', '20301'] })
  })
})

describe('the names of codes', () => {
  it('stand for codes of the catalogue', () => {
    expect([...enumerators].filter(([, code]) => entriesOf(code, codeIndex()).length === 0)).toEqual([])
    expect(enumerators.size).toBeGreaterThan(250)
  })

  it.each([
    ['Err_TLS_Third_Sig_Check_Sig_Expired', '70001'],
    ['err_tls_third_sig_check_sig_identifier_unmatch', '70013'],
    ['ERR_TLS_Third_Sig_Check_Appid_Unmatch', '70014'],
    ['BaseConstants.ERR_SDK_NOT_LOGGED_IN', '6014'],
    ['case err_svr_comm_id_not_admin:', '60010'],
  ])('%s is %s', (text, code) => {
    expect(findCodes({ text })).toMatchObject({ kind: 'found', codes: expect.arrayContaining([code]) })
  })
})
