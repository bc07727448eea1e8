import { name } from './name.ts'
import type { UserQuestion } from './user-questions.ts'

// Repetitions are of four or more on purpose: of up to three, and many optional words in a row, are written out by the
// engine, copy by copy, and take ten times as long to compile as a counted loop.

/** A user without an article: "push the release" pushes nobody. */
export const PERSON = `(?:(?:user|account|customer|client|member)[ :]{1,4}){0,4}${name('user')}`
export const USER = `(?:(?:the|our|my|a|an|this|one|of|another|ios|android|end|test|vip|user|account|customer|client|member|named|called|userid|id|uid)[ :#,]{1,4}){0,6}${name('user')}`
const DEVICE = `(?:(?:new|old|work|android|huawei|xiaomi|samsung|apple|lock|home) ){0,4}(?:phone|iphone|ipad|android|ios|device|mobile|tablet|app|handset|huawei|xiaomi|oppo|vivo|honor|meizu|samsung|pixel|screen|lockscreen)s?`
const WHOSE = `(?:(?:a|an|the|his|her|their|its|my) ){0,4}`
export const THEIR_DEVICE = `(?:'s|'| with| on| using) ${WHOSE}${DEVICE}`
export const THEIRS = `(?:${THEIR_DEVICE}){0,4}`
export const FROM = name('from')
export const USERS = String.raw`(?<users>\S.{0,500}?)`

const REASON = `(?:what(?:'s| is| could be| might be)|is there) (?:the|a|any) reason(?: why)?`
export const WHY = `(?:why(?:'s| is it that| on earth| the hell| exactly)?|how come|how is it that|for what reason|${REASON})`
export const AUX = `(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|might|may|must|(?:is|are|was|were|does|do|did|has|have|had|ca|could|wo|would|should|ai)n'?t|cannot)`
export const ADVERB = `(?:not|never|only|no longer|still|suddenly|stop|stops|stopped|unable to|able to|failing to|fails? to|failed to|supposed to|seems?|seemed|appears?|appeared|to|be|been|being|even|ever|really|currently|always|often|sometimes|just|also|both|all|now|actually|properly|reliably|consistently)`
export const RECEIVE = `(?:get|gets|getting|got|gotten|receiv(?:e|es|ing|ed)|reciev(?:e|es|ing|ed)|see|sees|seeing|seen|have|has|had|having|miss|misses|missing|missed|los(?:e|es|ing|t)|lacks?|show|shows|showing|display|displays|displaying)`

const KIND = `(?:push(?:es)?(?: ?(?:notifications?|notifs?|messages?|msgs?|alerts?)){0,4}|notifications?|notifs?|notifys?|alerts?|messages?|msgs?|banners?)`
const WHICH = `(?:any|no|a|an|the|his|her|their|its|my|more|new|single|offline|mobile|background|ios|android|apple|phone|some|all|of|these|those|this|that|im|chat|group|call|voice|voip|incoming|huawei|xiaomi|oppo|vivo|honor|meizu|fcm|apns|enough|many|app|message)`
export const OBJECT = `(?:${WHICH} ){0,5}${KIND}`
export const OBJECT_OF = `(?:${WHICH} ){0,4}${FROM}'s? (?:${WHICH} ){0,4}${KIND}`
/** Only pushes: "no messages alice" is less of a question. */
export const PUSH = `(?:${WHICH} ){0,5}(?:push(?:es)?(?: ?(?:notifications?|notifs?|messages?)){0,4}|notifications?|notifs?)`
const STATE_WORD = `(?:not|never|no longer|stopped|failing to|fails? to|still|always|often|just|is|are|was|were|be|been|being|get|gets|getting|has|have|does|do|did|(?:is|are|was|were|does|do|did|has|have|wo|ca)n'?t)`
export const BROKEN = `(?:${STATE_WORD} ){0,4}(?:work(?:s|ing|ed)?|broken|broke|fail(?:s|ing|ed|ure)?|dead|down|off|arriv(?:e|es|ing|ed)|deliver(?:ed|ing)|com(?:e|es|ing)|came|get(?:s|ting)?|reach(?:es|ing|ed)?|show(?:s|n|ing)?(?: up)?|appear(?:s|ing)?|missing|lost|gone|disappear(?:s|ed|ing)?|stop(?:s|ped)?|wrong|stuck|late|slow|delayed|flaky|unreliable|blocked|dropped|sent|pushed|received|ok|okay|fine)`
export const WHEN = `(?: (?:at all|any ?more|now|right now|currently|today|again|lately|recently|these days|suddenly|yet|or not|though|then|at the moment|either|reliably|properly|on (?:ios|android|iphone|mobile|huawei|xiaomi|oppo|vivo|honor|meizu)|(?:for|of|about) (?:any |all |new |the |his |her ){0,4}messages?|any longer|in (?:the )?background|(?:when|while|if|after|once|unless|until) (?:offline|away|locked|closed|opening the app|closing the app|(?:the|his|her|their) (?:app|phone|screen|iphone|device)(?: is|'s) (?:not )?(?:open|closed|killed|locked|off|offline|terminated|swiped away|in (?:the )?(?:background|foreground))|app(?: is)? (?:closed|killed|locked|in (?:the )?background)|(?:it|s?he|they)(?: is| are|'s|'re) (?:not )?(?:offline|online|away|closed|killed|in the (?:background|foreground|app))|(?:it|s?he|they) (?:opens?|closes?|locks?|reopens?|kills?) (?:the|his|her|their) (?:app|phone|screen))|(?:since|after)(?: (?:the|an|last|latest|app|os|ios|android)){0,4} (?:update|upgrade|release|reinstall|reinstalling|updating)|on ${WHOSE}${DEVICE})){0,4}`
export const LOOK = `(?:(?:run|do|start|please|quickly|take|have|a|the|quick|deeper) ){0,5}(?:diagnose|diagnosis|debug|troubleshoot|investigate|examine|analy[sz]e|check|look into|look at|verify|inspect|test)`

const LACKS =
  /\b(?:no|not|never|only|nothing|zero|stop|stops|stopped|unable|fail|fails|failed|failing|miss|misses|missing|missed|lose|loses|losing|lost|lacks?|cannot|late|delayed|silent)\b|n't\b|\b(?:is|does|do|did|has|have|ca|wo)nt\b/i
const ASKS =
  /^(?:[a-z', ]{0,60} )?(?:why|why's|how come|how is it|for what reason|if|whether)\b|^(?:what|is there)\b.{0,12} reason/i
const AUX_FIRST = new RegExp(`^(?:[a-z]{1,10}, )?${AUX} `, 'i')

export const isLacking = (words: string): boolean => LACKS.test(words)
export const isAsking = (words: string, marked: boolean): boolean => marked || ASKS.test(words)

/** "alice gets pushes" is no question; with "why", "does", "no" or a question mark it is. */
export const isAskedOrLacking = (words: string, marked: boolean): boolean =>
  isAsking(words, marked) || LACKS.test(words) || AUX_FIRST.test(words)

export const english = (
  command: UserQuestion['command'],
  form: string,
  isAsked?: (words: string, marked: boolean) => boolean,
): UserQuestion => ({
  command,
  form: new RegExp(`^${form}$`, 'i'),
  ...(isAsked === undefined ? {} : { isAsked }),
})
