import { findCodes } from '../../diagnostics/codes/find-codes.ts'
import { VENDORS, type CodeEntry } from '../../diagnostics/codes/entry.ts'
import { vendorByName } from '../../diagnostics/codes/vendor-names.ts'
import { optionalText, requiredText } from '../argument.ts'
import { codesCard, unknownCodeCard } from '../cards/codes-card.ts'
import { defineCommand } from '../command.ts'
import type { Locale } from '../texts/locale.ts'
import { shown } from '../words/shown.ts'

export const imError = defineCommand({
  family: 'im',
  name: 'error',
  args: {
    code: requiredText({ place: 'rest' }, { maxLength: 6000 }),
    vendor: optionalText({ place: 'option' }, { maxLength: 40, suggestions: 'vendors' }),
  },
  role: 'viewer',
  visibility: 'public',
  form: false,
  examples: ['error 70009', 'error BadDeviceToken --vendor apns'],
  run({ code, vendor }, { texts, locale }) {
    if (vendor !== undefined && vendorByName(vendor) === undefined)
      return {
        kind: 'usage',
        problem: {
          kind: 'invalid-value',
          command: 'im.error',
          argument: 'vendor',
          reason: { kind: 'unknown-vendor', given: shown(vendor), known: VENDORS },
        },
      }
    const answer = findCodes({ text: code, ...(vendor === undefined ? {} : { vendor }) })
    switch (answer.kind) {
      case 'no-code':
        return { kind: 'usage', problem: { kind: 'no-code', command: 'im.error' } }
      case 'unknown':
        return {
          kind: 'ok',
          result: {
            matches: [],
            code: answer.code,
            ...(answer.area === undefined ? {} : { area: answer.area }),
            ...(answer.vendor === undefined ? {} : { vendor: answer.vendor }),
            nearest: answer.nearest.map((entry) => match(entry, locale)),
          },
          card: unknownCodeCard(answer, texts, locale),
          audit: { code: answer.code, known: 0 },
        }
      case 'found':
        return {
          kind: 'ok',
          result: { matches: answer.matches.map((entry) => match(entry, locale)) },
          card: codesCard(answer.matches, texts, locale),
          audit: { code: answer.codes.join(' '), known: answer.matches.length },
        }
    }
  },
})

function match(entry: CodeEntry, locale: Locale) {
  const { code, area, vendor, kind, owner, confirmed } = entry
  return {
    code,
    area,
    ...entry[locale],
    owner,
    ...(vendor === undefined ? {} : { vendor }),
    ...(kind === undefined ? {} : { kind }),
    ...(confirmed === undefined ? {} : { confirmed }),
  }
}
