import { name } from './name.ts'

const GREETING = '(?:hi|hello|hey|yo|dear|good (?:morning|afternoon|evening)|morning)'
const TO_ALL = '(?: (?:there|all|team|guys|folks|everyone|everybody))?'
const DOCTOR = '@?(?:im[ -]?)?doctor|@?im[ -]?bot|bot'
const SAID_FIRST =
  'ok|okay|so|well|but|and|then|also|please|pls|plz|sorry|help(?: me)?(?=[,:.!-])|need help|i need help|question|quick question|fyi|hmm?|um|urgent|important|p[0-4]|now|actually|apparently|(?:ticket|case|incident|issue) #?[a-z0-9-]{1,16}|#\\d{1,10}'
const BEFORE_WHY =
  "i wonder|just wondering|wondering|do (?:you|we) know|does anyone know|any (?:idea|clue)|no idea|tell me|explain|find out|figure out|trying to (?:find out|figure out|understand)|let me know|let us know|check|see|look into|investigate|i(?:'d like| want| need) to (?:know|understand)|we(?:'d like| want| need) to (?:know|understand)|i (?:don't|do not|can't|cannot) (?:understand|see|know)|not sure|is there (?:a|any) reason|what (?:is|could be|might be) the reason"
const BELIEF =
  '(?:it )?(?:seems|looks|appears)(?: like| that| as if)?|(?:i|we) (?:think|believe|guess|hear|heard|see|noticed?)(?: that)?|(?:we|i) (?:have|got|received) (?:a|another) (?:report|complaint|ticket)(?: that| about| of)?'

/** What people write before their question; a step at a time. */
export const LEAD = new RegExp(
  `^(?:(?:(?:${GREETING}${TO_ALL}|${DOCTOR}|${SAID_FIRST})(?:[ ,:;.!-]{1,4}))|(?:can|could|would|will) (?:you|someone|anyone|somebody|we)(?: please| pls)? (?=\\S)|(?:${BEFORE_WHY}) (?=why|how|if|whether|what|which|where|when)|(?:if|whether) |(?:there is|we have|we've got|i have) (?=(?:a|an|one|another) (?:user|customer|client)\\b)|(?:${BELIEF}) )`,
  'i',
)

const CALL_FOR_HELP =
  "any (?:idea|clue|thought|hint)s?(?: why)?|(?:do you )?know why|why(?: is that)?|how come|what(?:'s| is) (?:wrong|up|going on|happening|the (?:problem|reason|matter|issue|cause))|what (?:happened|could it be|can it be)|(?:can|could) (?:you|someone|anyone|somebody)(?: please| pls)? (?:check|help|look|take a look|have a look|investigate|look into (?:it|this|that))(?: (?:it|this|that|please))?|(?:please|pls) (?:check|help|advise|investigate|look into (?:it|this)|take a look|have a look)"

/** What they write after it. */
export const TRAIL = new RegExp(
  `(?:[ ,.;:!?-]{1,3}(?:but )?(?:please|pls|plz|thanks|thank you|thx|ty|cheers|in advance|asap|urgent|urgently|help|for (?:me|us)|(?:${DOCTOR})|:[a-z0-9_+-]{2,30}:|(?<call>${CALL_FOR_HELP}))(?=[ ,.;:!?-]|$)|[ .!,;:…~?-]){1,8}$`,
  'i',
)

const REPORTS =
  '(?:(?:has|have|is|was|just|also|again) ){0,4}(?:says?|said|saying|claims?|claimed|reports?|reported|reporting|complains?|complained|complaining|mentions?|mentioned|writes|wrote|tells? (?:me|us)|told (?:me|us)|telling (?:me|us)|lets us know|pinged (?:me|us)|contacted (?:me|us)|who)'
const REPORT = new RegExp(
  `^(?:(?:the|our|my|a|an|one|another|this|user|account|customer|client|member|named|called|id|userid|uid)[ :#,]{1,3}){0,6}${name('reporter')},? ${REPORTS}(?:,? (?:that|about|of|saying))?[ ,:]{1,3}(?<rest>.{1,400})$`,
  'i',
)
const THEMSELVES = /^(?:s?he|they|it|i)(?:'(?<short>s|re|m|ve))? /i
const THEIR = /(?:^|(?<= ))(?:his|her|their|its|my) /i
const LACKING =
  /^(?:no|not|never|nothing|without|missing|doesn't|does not|isn't|is not|can't|cannot|hasn't|didn't|gets?|getting|stopped|lost)\b/i

/**
 * "alice says she gets no push" is "alice gets no push". The readings that a text may have, the likelier ones first: what
 * somebody reports may as well be about somebody else.
 */
export function readings(words: string): readonly string[] {
  const whole = withoutShort(words)
  const { reporter, rest } = REPORT.exec(words)?.groups ?? {}
  if (reporter === undefined || rest === undefined) return [whole]
  const told = withoutShort(rest)
  if (THEMSELVES.test(rest))
    return [
      withoutShort(rest.replace(THEMSELVES, (_, short?: string) => `${reporter} ${short === undefined ? '' : 'is '}`)),
    ]
  if (THEIR.test(told)) return [whole, told.replace(THEIR, `${reporter}'s `)]
  return LACKING.test(told)
    ? [whole, told, `${reporter} ${told}`]
    : [whole, told, `${told} for ${reporter}`, `${told} on ${reporter}'s phone`]
}

const SHORT =
  /'(?:s|re) (?=(?:not|no longer|still|never|getting|receiving|missing|unable|having|just|always|suddenly)\b)/gi
const withoutShort = (words: string): string => words.replace(SHORT, ' is ')

/** A list of users in a text. */
export interface Several {
  /** The text with the first of them in place of all. */
  words: string
  names: readonly string[]
}

/** "alice and bob". */
const SEVERAL = new RegExp(
  String.raw`(?<=^|[ :])${name('first')}(?<others>(?:(?:,| ?&|,? and|,? or) ${name('second')}){1,50})(?=[ ']|$)`,
  'i',
)

/** A text that names several users, with one of them in place of all; null: it names no list. */
export function severalIn(words: string, isName: (word: string) => boolean): Several | null {
  const { first, others } = SEVERAL.exec(words)?.groups ?? {}
  if (first === undefined || others === undefined) return null
  const names = [first, ...others.split(/,? and |,? or | ?& |, /i)].filter((each) => each !== '')
  return names.every(isName) ? { words: words.replace(`${first}${others}`, first), names } : null
}
