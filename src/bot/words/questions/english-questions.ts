import { name } from './name.ts'
import type { Topic, UserQuestion } from './user-questions.ts'

const USER = `(?:(?:the )?(?:user|account|customer|member) )?${name('user')}`
const THEIRS = `(?:'s (?:new )?(?:phone|iphone|ipad|android|device|mobile|tablet|app))?`
const FROM = name('from')
const USERS = String.raw`(?<users>\S.{0,500}?)`

const WHY = `(?:why(?:'s| is it that)?|how come|what(?:'s| is) the reason(?: why)?)`
const AUX = `(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|(?:is|are|was|were|does|do|did|has|have|had|ca|could|wo|would|should)n'?t|cannot)`
const ADVERB = `(?:not|never|no longer|still|suddenly|stop|stops|stopped|unable to|able to|failing to|fails? to|failed to|supposed to|to|been|even|ever|really|currently|always|often|sometimes|just|also|now|actually|properly)`
const RECEIVE = `(?:get|gets|getting|got|gotten|receiv(?:e|es|ing|ed)|reciev(?:e|es|ing|ed)|see|sees|seeing|seen|have|has|had|having|miss|misses|missing|missed|los(?:e|es|ing|t)|lacks?)`

const KIND = `(?:push(?:es)?(?: ?(?:notifications?|notifs?|messages?|msgs?|alerts?))?|notifications?|notifs?|alerts?|messages?|msgs?)`
const WHICH = `(?:any|no|a|an|the|his|her|their|its|my|more|new|single|offline|mobile|background|ios|android|apple|phone|some|all|of|these|those|this|that|im|chat|enough|many|app|message)`
const OBJECT = `(?:${WHICH} ){0,5}${KIND}`
const OBJECT_OF = `(?:${WHICH} ){0,3}${FROM}'s? (?:${WHICH} ){0,3}${KIND}`
const BROKEN = `(?:(?:not|never|no longer|stopped|failing to|fails? to|still|always|is|are|be|being|get|getting|doesn't|don't|isn't|aren't|wasn't|weren't|didn't|does not|do not|did not|is not|are not|was not|were not) ){0,3}(?:work(?:s|ing|ed)?|broken|fail(?:s|ing|ed)?|dead|down|off|arriv(?:e|es|ing|ed)|deliver(?:ed|ing)|coming?|reach(?:es|ing|ed)?|show(?:s|ing)?(?: up)?|missing|lost|wrong|stuck|late|delayed|flaky|sent|pushed|received|ok|okay|fine)`
const WHEN = `(?: (?:at all|any ?more|now|right now|currently|today|again|lately|recently|these days|suddenly|yet|or not|though|then|at the moment|either|on (?:ios|android|iphone|mobile|huawei|xiaomi|oppo|vivo|honor|meizu)|(?:for|of|about) (?:any |all |new |the |his |her )?messages?|any longer|in the background|when (?:offline|away|(?:the app|it|he|she) is (?:closed|killed|in the background))|on (?:his|her|their|the|an?|my) (?:new )?(?:phone|iphone|android|device|mobile|ipad|tablet)s?)){0,3}`
const LOOK = `(?:run |do |start )?(?:a |the )?(?:diagnose|diagnosis|debug|troubleshoot|investigate|examine|analy[sz]e|check|look into|look at|verify|inspect|test)`

const LACKS =
  /\b(?:no|not|never|stop|stops|stopped|unable|fail|fails|failed|failing|miss|misses|missing|missed|lose|loses|losing|lost|lacks?|cannot)\b|n't\b|\b(?:is|does|do|did|has|have|ca|wo)nt\b/i
const ASKS = /^(?:[a-z' ]{0,60} )?(?:why|why's|how come|if|whether)\b|^what(?:'s| is) the reason/i
const AUX_FIRST = new RegExp(`^(?:[a-z]{1,10}, )?${AUX} `, 'i')

/** "alice gets pushes" is no question; with "why", "does", "no" or a question mark it is. */
const isAskedOrLacking = (words: string, marked: boolean): boolean =>
  marked || LACKS.test(words) || ASKS.test(words) || AUX_FIRST.test(words)

const of = (
  command: UserQuestion['command'],
  form: string,
  isAsked?: (words: string, marked: boolean) => boolean,
): UserQuestion => ({
  command,
  form: new RegExp(`^${form}$`, 'i'),
  ...(isAsked === undefined ? {} : { isAsked }),
})

const PUSHES: readonly UserQuestion[] = [
  of(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${FROM}'s? ${OBJECT} (?:${AUX} )?${BROKEN} (?:to|by|on) ${USER}${THEIRS}${WHEN}`,
  ),
  of(
    'push.why',
    `(?:there is |is there )?(?:an? |any )?(?:push|notification)s? (?:problems?|issues?|troubles?) (?:(?:for|of|with|on) )?${USER}`,
  ),
  of('push.why', `${USER}(?: (?:has|has got|having))?(?: an?)? (?:push|notification) (?:problems?|issues?|troubles?)`),
  of('push.why', `(?:diagnose|debug|troubleshoot|investigate) (?:the )?push ${USER}`),
  of(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${USER}${THEIRS}(?: (?:${AUX}|${ADVERB})){0,5} ${RECEIVE} ${OBJECT}${WHEN}`,
    isAskedOrLacking,
  ),
  of(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${USER}${THEIRS}(?: (?:${AUX}|${ADVERB})){0,5} ${RECEIVE} (?:${OBJECT} (?:for|of|about) )?${OBJECT_OF}${WHEN}`,
    isAskedOrLacking,
  ),
  of('push.why', `(?:${WHY} )?${USER}:? (?:(?:has|with|without|is|there is) )?(?:no|without|zero) ${OBJECT}${WHEN}`),
  of(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?(?:there )?(?:${AUX} )?no ${OBJECT} (?:\\w{2,12} )?(?:for|to|on|at|reaching|reaches) ${USER}${THEIRS}${WHEN}`,
  ),
  of(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${OBJECT} (?:${AUX} )?${BROKEN} (?:(?:for|to|on|with|at|by) )?${USER}${THEIRS}${WHEN}`,
  ),
  of('push.why', `(?:${WHY} )?(?:${AUX} )?${OBJECT} (?:sent )?(?:to|for|of) ${USER} (?:${AUX} )?${BROKEN}${WHEN}`),
  of('push.why', `(?:${WHY} )?(?:${AUX} )?${USER}'s? ${OBJECT} (?:${AUX} )?${BROKEN}${WHEN}`),
  of(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${FROM}'s? ${OBJECT} (?:sent )?(?:to|for) ${USER} (?:${AUX} )?${BROKEN}${WHEN}`,
  ),
  of(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${USER} (?:${AUX} )?(?:(?:not|never|no longer|being|been|be|get|gets|getting) ){0,3}(?:notified|pushed|alerted)(?: (?:of|about|for) (?:${OBJECT_OF}|new messages|messages))?${WHEN}`,
    isAskedOrLacking,
  ),
  of(
    'push.why',
    `what(?:'s|s| is| was)? (?:wrong|up|the (?:problem|matter|issue)|happening|going on|broken) with ${USER}(?:'s? ${OBJECT}| not ${RECEIVE} ${OBJECT})?${WHEN}`,
  ),
  of(
    'push.why',
    `what(?:'s|s| is| was)? (?:wrong|up|the (?:problem|matter|issue)|happening|going on|broken) with ${OBJECT} (?:for|of|to|on) ${USER}${WHEN}`,
  ),
  of(
    'push.why',
    `(?:run |do |start )?(?:an? )?(?:push )?(?:diagnose|diagnosis|diagnostics|debug|troubleshoot|investigate)(?: (?:of|for|on))? ${USER}(?:'s? ${OBJECT})?(?: (?:problems?|issues?))?`,
  ),
  of(
    'push.why',
    `${LOOK}(?: on)? ${OBJECT}(?: (?:problems?|issues?|delivery|reachability|status))? (?:for|of|to|on) ${USER}`,
  ),
  of(
    'push.why',
    `(?:diagnose|debug|troubleshoot|investigate|examine|analy[sz]e|check|look into|look at) ${USER}'s? ${OBJECT}(?: (?:problems?|issues?|delivery))?`,
  ),
  of('push.why', `(?:${AUX} )?${USER} (?:be )?(?:pushable|reachable by push|able to be pushed)`),
]

const TEST = `(?:a |another |one |the )?(?:(?:real|quick) )?(?:test|trial)[ -]?(?:push(?: notification| message)?|notification|message)|(?:a |another )?push test|(?:push )?detection`

const TESTS: readonly UserQuestion[] = [
  of(
    'push.check',
    `(?:(?:send|do|make|run|start|fire|trigger|try|perform|issue) )?(?:${TEST}) (?:to|for|on|with|of) ${USER}`,
  ),
  of('push.check', `(?:send|give) ${USER} (?:${TEST})`),
  of('push.check', `(?:${TEST}) ${USER}`),
  of('push.check', `test(?: (?:the )?(?:push(?:es)?|notifications?|delivery))? (?:to|on) ${USER}`),
  of('push.check', `test ${USER}'s? (?:push(?:es)?|notifications?|push notifications?)`),
]

const ASK = `(?:(?:show|list|get|give|see|print|display|find|check)(?: me| us)? |what (?:is|are|was) |what's |can i see )?(?:the |all |all the |full |recent |latest |last ){0,3}`
const DEVICES = `(?:registered |known |logged[- ]in |bound |push |mobile )?(?:devices?|phones?|handsets?|push tokens?|device tokens?|tokens?|certificates?)(?: and (?:tokens?|certificates?|devices?))?`

const DEVICE_QUESTIONS: readonly UserQuestion[] = [
  of(
    'push.devices',
    `(?:what|which|how many) (?:kind of |type of |of )?${DEVICES} (?:does|do|did|is|are|has|have) ${USER}(?: (?:have|has|use|uses|using|own|owns|got|on|registered|logged in (?:on|with)|log in with|bound))?(?: registered)?${WHEN}`,
  ),
  of(
    'push.devices',
    `(?:what|which|how many) ${DEVICES} (?:are |is )?(?:known |registered |bound |there )?(?:for|of|by) ${USER}`,
  ),
  of('push.devices', `(?:does|has) ${USER} (?:have |got )?(?:a |any )?${DEVICES}(?: registered| bound)?`),
  of('push.devices', `${ASK}${DEVICES} (?:of|for|from) ${USER}`),
  of('push.devices', `${ASK}${USER}'s? ${DEVICES}`),
]

const HISTORY = `(?:push |notification |event |delivery |state )?(?:history|timeline|time line|logs?|events|records?)(?: of (?:the )?(?:push(?:es)?|notifications?))?`

const HISTORY_QUESTIONS: readonly UserQuestion[] = [
  of('push.history', `${ASK}${HISTORY} (?:of|for|to) ${USER}(?:'s? ${OBJECT})?`),
  of('push.history', `${ASK}${USER}'s? ${HISTORY}`),
  of(
    'push.history',
    `what(?:'s|s| has| was| is)? (?:happened|happens|happening|been happening|been going on|went on) (?:to|with) ${USER}(?:'s? ${OBJECT})?${WHEN}`,
  ),
  of(
    'push.history',
    `what(?:'s|s| has| was| is)? (?:happened|happens|been happening|went on) (?:to|with) ${OBJECT} (?:of|for|to) ${USER}${WHEN}`,
  ),
  of(
    'push.history',
    `(?:what|which) (?:push(?:es)?|notifications?|push notifications?) (?:did|has|have|does|were|was) (?:sent to )?${USER}(?: (?:get|got|gotten|receive|received))?`,
  ),
  of('push.history', `(?:show|list|get|give)(?: me| us)? ${OBJECT} (?:sent )?(?:of|for|to) ${USER}`),
]

const NOW = `(?: (?:currently|right now|now|at the moment|again|already|yet|still|today|anywhere)){0,2}`
const ONLINE = `(?:online|offline|on ?line|off ?line|logged ?-?in|logged ?-?on|signed ?-?in|logged ?-?out|connected|disconnected|active|reachable|available|away|there)`
const STATE = `(?:(?:login|log-?in|online|current|im|presence|connection|account) )?(?:status(?:es)?|states?|presence)`

/** "is carol still online": of a list only its names are left. */
const STATUS_QUESTIONS: readonly UserQuestion[] = [
  of(
    'im.status',
    `(?:is|are|were|was|isn't|aren't) ${USERS}(?: (?:still|both|all|currently|now|really|already|not|even)){0,2} ${ONLINE}${NOW}(?: or (?:not|offline|online))?`,
  ),
  of(
    'im.status',
    `(?:who|which(?: one| ones| users?)?)(?: (?:of|among|out of|from|in))? ${USERS} (?:is|are) ${ONLINE}${NOW}`,
  ),
  of('im.status', `(?:in )?(?:what|which) ${STATE} (?:is|are|has|have) ${USERS}(?: in)?${NOW}`),
  of('im.status', `${ASK}${STATE} (?:of|for) ${USERS}${NOW}`),
  of('im.status', `${ASK}${USERS}'s? ${STATE}${NOW}`),
  of('im.status', `${USERS} (?:is|are) ${ONLINE}${NOW}`, (words, marked) => marked || ASKS.test(words)),
  of('im.status', `${USERS} ${ONLINE}${NOW}`, (_, marked) => marked),
  of('im.status', `(?:has|have|did) ${USERS} (?:logged|log|signed|sign) (?:in|on|out)${NOW}`),
]

/** English ways of asking about users, tried in turn. */
export const ENGLISH_QUESTIONS: readonly Topic[] = [
  { words: /\btest|trial|detection/i, questions: TESTS },
  { words: /device|phone|handset|token|certificate/i, questions: DEVICE_QUESTIONS },
  {
    words: /history|time ?line|log|event|record|happen|went on|going on|pushes|push|notification/i,
    questions: HISTORY_QUESTIONS,
  },
  {
    words:
      /push|notif|alert|messages?|msg|diagnos|debug|troubleshoot|investigate|what(?:['’]?s| is| was)? (?:wrong|up|the|going|broken)/i,
    questions: PUSHES,
  },
  {
    words: /stat(?:e|us)|presence|o[nf]f? ?line|log|sign|connected|active|reachable|available|away|there/i,
    questions: STATUS_QUESTIONS,
  },
]
