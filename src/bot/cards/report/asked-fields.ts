import { CAUSES, type Cause } from '../../../diagnostics/push/cause.ts'
import type { Field } from '../../card.ts'
import { isTrueCause, type TrueCause } from '../../cases/true-cause.ts'
import type { Asked } from '../../ports/trail.ts'
import type { ReportFacts } from '../../reports/report-facts.ts'
import { sumBy } from '../../reports/sum-by.ts'
import type { Locale } from '../../texts/locale.ts'
import { COMMA } from '../../texts/punctuation.ts'
import type { Texts } from '../../texts/texts.ts'
import { countWords } from './figure-words.ts'

const MOST_COMMANDS = 4
const MOST_CAUSES = 5

/** What the bot was asked, what it concluded, and which cases came of it. */
export function askedFields({ asked, causes }: ReportFacts, texts: Texts, locale: Locale): readonly Field[] {
  const { asked: words } = texts.report
  const list = (parts: readonly string[]) => parts.join(locale === 'zh' ? '，' : COMMA[locale])
  return [
    { label: words.label, value: [asked === null ? texts.report.noData : askedWords(asked, texts, list)] },
    ...field(words.concluded, list(conclusions(asked ?? [], texts))),
    ...field(words.cases, caseWords(causes ?? [], texts, list)),
  ]
}

const field = (label: string, text: string): readonly Field[] => (text === '' ? [] : [{ label, value: [text] }])

function askedWords(asked: readonly Asked[], texts: Texts, list: (parts: readonly string[]) => string): string {
  const { asked: words } = texts.report
  const commands = sumBy(asked, ({ command }) => command)
  if (commands.length === 0) return words.never
  const all = asked.reduce((sum, { count }) => sum + count, 0)
  const named = commands
    .slice(0, MOST_COMMANDS)
    .map(([name, count]) => words.command(name.replaceAll('.', ' '), countWords(count)))
  const failed = asked.filter(({ status }) => status === 'upstream').reduce((sum, { count }) => sum + count, 0)
  const more = commands.length > MOST_COMMANDS ? ['…'] : []
  return words.times(countWords(all), list([...named, ...more])) + (failed > 0 ? words.failed(countWords(failed)) : '')
}

/** By cause, else by verdict, of diagnoses of pushes. */
function conclusions(asked: readonly Asked[], texts: Texts): readonly string[] {
  const { asked: words } = texts.report
  const named = asked
    .filter(({ command }) => command === 'push.why')
    .flatMap(({ verdict, cause, count }) => {
      const what = isCause(cause) ? texts.push.causes[cause] : words.verdicts[verdict ?? '']
      return what === undefined ? [] : [{ what, count }]
    })
  return sumBy(named, ({ what }) => what)
    .slice(0, MOST_CAUSES)
    .map(([what, count]) => words.conclusion(what, countWords(count)))
}

function caseWords(
  causes: NonNullable<ReportFacts['causes']>,
  texts: Texts,
  list: (parts: readonly string[]) => string,
): string {
  const { asked: words } = texts.report
  const opened = causes.reduce((sum, { count }) => sum + count, 0)
  if (opened === 0) return ''
  const told = causes.flatMap(({ trueCause, count }) =>
    isTrueCause(trueCause) ? [{ what: trueCauseWords(trueCause, texts), count }] : [],
  )
  const truly = sumBy(told, ({ what }) => what)
    .slice(0, MOST_CAUSES)
    .map(([what, count]) => words.conclusion(what, countWords(count)))
  return words.opened(countWords(opened)) + (truly.length === 0 ? '' : words.truly(list(truly)))
}

const isCause = (text: string | null): text is Cause => (CAUSES as readonly (string | null)[]).includes(text)

const trueCauseWords = (cause: TrueCause, texts: Texts): string =>
  cause === 'other' || cause === 'no-fault' ? texts.cases[cause] : texts.push.causes[cause]
