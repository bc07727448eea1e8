import type { Alarm, Leading } from '../../../diagnostics/alerts/alarm.ts'
import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import { findCodes } from '../../../diagnostics/codes/find-codes.ts'
import type { Owner } from '../../../diagnostics/finding.ts'
import { rich, strong, type Rich } from '../../rich.ts'
import { adviceOn } from '../../../diagnostics/push/refusal-advice.ts'
import type { Locale } from '../../texts/locale.ts'
import { withoutStop } from '../../texts/punctuation.ts'
import type { Texts } from '../../texts/texts.ts'
import { shown } from '../../words/shown.ts'
import { codeWords, type CodeWords } from './code-words.ts'

const vendorWords = (vendor: Vendor | null, texts: Texts): string =>
  vendor === null ? texts.alerts.otherVendor : texts.errors.vendors[vendor]

/** An alarm in a few words. */
export function alarmTitle(alarm: Alarm, texts: Texts): string {
  const { names } = texts.alerts
  switch (alarm.code) {
    case 'loss-rate':
      return names['loss-rate'](vendorWords(alarm.vendor, texts), alarm.rate)
    case 'new-code':
      return names['new-code'](vendorWords(alarm.vendor, texts), alarm.answer)
    case 'dead-tokens':
    case 'credential-rejected':
      return names[alarm.code](vendorWords(alarm.vendor, texts))
    case 'certificate-expiring':
      return names['certificate-expiring'](shown(alarm.certificateId), alarm.days)
    case 'webhooks-silent':
    case 'signature-refused':
      return names[alarm.code]
  }
}

/** What happened, what to do, and who has to. */
interface AlarmWords {
  text: Rich
  remedy: Rich
}

export function alarmWords(alarm: Alarm, texts: Texts, locale: Locale): AlarmWords {
  const { happened, remedies } = texts.alerts
  switch (alarm.code) {
    case 'loss-rate': {
      const { vendor, leading } = alarm
      const text = happened['loss-rate']({ ...alarm, vendor: vendorWords(vendor, texts) })
      return withLeading({ text, remedy: remedies['loss-rate'], owner: 'developer' }, vendor, leading, texts, locale)
    }
    case 'dead-tokens': {
      const { vendor, leading } = alarm
      const text = happened['dead-tokens']({ ...alarm, vendor: vendorWords(vendor, texts) })
      const most = leading === null ? [] : happened.leading(leading.answer, leading.count)
      return { text: [...text, ...most], remedy: owned(remedies['dead-tokens'], 'developer', texts, locale) }
    }
    case 'new-code': {
      const words = codeWords(alarm, texts, locale)
      const text = happened['new-code']({ ...alarm, vendor: vendorWords(alarm.vendor, texts) })
      return { text: [...text, ...meaningOf(words, locale)], remedy: remedyOf(words, texts, locale) }
    }
    case 'credential-rejected': {
      const words = codeWords(alarm, texts, locale)
      const { vendor, certificateId, answer, count } = alarm
      const text = happened['credential-rejected']({
        vendor: vendorWords(vendor, texts),
        answer: shown(answer),
        certificate: certificateId === null ? null : shown(certificateId),
        count,
      })
      const remedy = words.remedy === null ? remedies['credential-rejected'] : [words.remedy]
      return {
        text: [...text, ...meaningOf(words, locale)],
        remedy: owned(remedy, 'administrator', texts, locale),
      }
    }
    case 'certificate-expiring': {
      const { vendor, certificateId, days } = alarm
      const of = { vendor: vendorWords(vendor, texts), certificate: shown(certificateId), days }
      return {
        text: happened['certificate-expiring'](of),
        remedy: owned(remedies['certificate-expiring'], 'administrator', texts, locale),
      }
    }
    case 'webhooks-silent': {
      const { lastReceived, expected } = alarm
      return {
        text: happened['webhooks-silent']({ last: lastReceived, expected }),
        remedy: owned(remedies['webhooks-silent'], 'administrator', texts, locale),
      }
    }
    case 'signature-refused': {
      const { administrator, answer, info } = alarm
      const refusal = { endpoint: '', code: Number(answer) || null, info }
      const found = findCodes({ text: answer })
      const entry = found.kind === 'found' ? found.matches[0] : undefined
      const text = happened['signature-refused']({ administrator: shown(administrator), answer })
      const meaning = entry === undefined ? [] : meaningOf({ meaning: withoutStop(entry[locale].meaning) }, locale)
      // The catalogue speaks to whoever made a signature, and this one was made here a moment ago.
      const own = texts.push.findings['admin-sig-rejected']({ ...refusal, administrator }).remedy
      const listed = entry === undefined ? remedies['signature-refused'] : [entry[locale].remedy]
      const remedy = adviceOn(refusal) === null ? listed : own
      return { text: [...text, ...meaning], remedy: owned(remedy, 'administrator', texts, locale) }
    }
  }
}

/** Chinese needs no blank after a full stop. */
const gap = (locale: Locale): string => (locale === 'zh' ? '' : ' ')

function withLeading(
  plain: AlarmWords & { owner: Owner },
  vendor: Vendor | null,
  leading: Leading,
  texts: Texts,
  locale: Locale,
): AlarmWords {
  if (leading === null) return { text: plain.text, remedy: owned(plain.remedy, plain.owner, texts, locale) }
  const words = codeWords({ vendor, ...leading }, texts, locale)
  const most = texts.alerts.happened.leading(words.code, leading.count)
  return { text: [...plain.text, ...most, ...meaningOf(words, locale)], remedy: remedyOf(words, texts, locale) }
}

const meaningOf = ({ meaning }: Pick<CodeWords, 'meaning'>, locale: Locale): Rich =>
  meaning === null ? [] : rich`${gap(locale)}${strong(meaning)}${locale === 'zh' ? '。' : '.'}`

const remedyOf = ({ remedy, owner }: CodeWords, texts: Texts, locale: Locale): Rich =>
  owned(remedy === null ? texts.alerts.remedies.unknown : [remedy], owner, texts, locale)

const owned = (remedy: Rich, owner: Owner, texts: Texts, locale: Locale): Rich => [
  ...remedy,
  gap(locale),
  ...texts.push.who(owner),
]
