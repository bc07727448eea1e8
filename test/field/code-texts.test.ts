import { describe, expect, test } from 'vitest'
import { understand } from '../../src/bot/words/questions.ts'
import type { CodeEntry } from '../../src/diagnostics/codes/entry.ts'
import { findCodes } from '../../src/diagnostics/codes/find-codes.ts'
import { isVendor } from '../../src/diagnostics/codes/is-vendor.ts'
import { ATTACKED, type CodeText, NO_CODES, TUNED, UNSEEN } from './code-texts.ts'

const nameOf = ({ code, vendor }: CodeEntry): string => (vendor === undefined ? code : `${vendor} ${code}`)

/** `vivo 10302 70013` are two codes, the first one of a vendor. */
function namesIn(codes: string): readonly string[] {
  const names: string[] = []
  let vendor = ''
  for (const word of codes.split(' ')) {
    if (isVendor(word)) vendor = `${word} `
    else {
      names.push(vendor + word)
      vendor = ''
    }
  }
  return names
}

/** The first code is told first and all are told. */
function isExplained([text, codes]: CodeText): boolean {
  const answer = findCodes({ text })
  if (answer.kind !== 'found') return false
  const told = answer.matches.map(nameOf)
  const names = namesIn(codes)
  return told[0] === names[0] && names.every((name) => told.includes(name))
}

const isAsked = ([text]: CodeText): boolean => understand(text)?.command === 'im.error'

const share = (texts: readonly CodeText[], holds: (text: CodeText) => boolean): string =>
  `${texts.filter(holds).length} of ${texts.length}`

describe('error texts as people paste them', () => {
  test.each([...TUNED, ...ATTACKED])('%s', (text, codes) => {
    expect(isExplained([text, codes])).toBe(true)
    expect(isAsked([text, codes])).toBe(true)
  })

  test(`of those that were never tuned on, ${share(UNSEEN, isExplained)} are explained and ${share(UNSEEN, isAsked)} need no command (tuned: ${share(TUNED, isExplained)} and ${share(TUNED, isAsked)})`, () => {
    expect(UNSEEN.filter(isExplained).length / UNSEEN.length).toBeGreaterThanOrEqual(0.95)
    expect(UNSEEN.filter(isAsked).length / UNSEEN.length).toBeGreaterThanOrEqual(0.95)
  })

  test.each(NO_CODES.map((text) => [text]))('there is no code in: %s', (text) => {
    expect(understand(text)?.command).not.toBe('im.error')
  })
})
