import { PUSH_QUESTIONS } from './english-push-questions.ts'
import { english, isAsking, OBJECT, PERSON, USER, USERS, WHEN } from './english-words.ts'
import type { Topic, UserQuestion } from './user-questions.ts'

const OTHER_USER = PERSON.replace('<user>', '<user2>')
const SYSTEM = '(?:an? )?(?:ios|iphone|android|huawei|xiaomi|oppo|vivo|honor|meizu|samsung)'

const TEST = `(?:a |another |one |the )?(?:(?:real|quick) )?(?:test|trial)[ -]?(?:push(?: notification| message)?|notification|message)|(?:a |another )?push test|(?:push )?detection`

const TESTS: readonly UserQuestion[] = [
  english(
    'push.check',
    `(?:(?:send|do|make|run|start|fire|trigger|try|perform|issue) )?(?:${TEST}) (?:to|for|on|with|of|at) ${USER}`,
  ),
  english('push.check', `(?:send|give) ${USER} (?:${TEST})`),
  english('push.check', `(?:(?:send|run|do) ){0,4}(?:${TEST}) ${USER}`),
  english('push.check', `test(?: (?:the )?(?:push(?:es)?|notifications?|delivery))? (?:to|on) ${USER}`),
  english('push.check', `(?:send|try|fire|make) a (?:push|notification|push notification) to ${USER}`),
  english('push.check', `push a test(?: message)? to ${USER}`),
  english('push.check', `test ${USER}'s? (?:push(?:es)?|notifications?|push notifications?)`),
]

const ASK = `(?:(?:show|list|get|give|see|print|display|find|check)(?: me| us)? |what (?:is|are|was) |what's |whats |can i see )?(?:the |all |all the |full |recent |latest |last ){0,4}`
const DEVICES = `(?:registered |known |logged[- ]in |bound |push |mobile )?(?:devices?|phones?|handsets?|push tokens?|device tokens?|tokens?|certificates?)(?: and (?:tokens?|certificates?|devices?))?`

const DEVICE_QUESTIONS: readonly UserQuestion[] = [
  english(
    'push.devices',
    `(?:what|which|how many) (?:kind of |type of |of )?${DEVICES} (?:does|do|did|is|are|has|have) ${USER}(?: (?:have|has|use|uses|using|own|owns|got|on|registered|logged in (?:on|with)|log in with|bound))?(?: registered)?${WHEN}`,
  ),
  english(
    'push.devices',
    `(?:what|which|how many) ${DEVICES} (?:are |is )?(?:known |registered |bound |there )?(?:for|of|by) ${USER}`,
  ),
  english('push.devices', `(?:does|has) ${USER} (?:have |got )?(?:a |any )?${DEVICES}(?: registered| bound)?`),
  english('push.devices', `${ASK}${DEVICES} (?:of|for|from) ${USER}`),
  english('push.devices', `${ASK}${USER}'s? ${DEVICES}`),
  english(
    'push.devices',
    `${ASK}(?:${USER} (?:push |device )?(?:devices|tokens)|(?:push |device )?(?:devices|tokens):? ${OTHER_USER})`,
  ),
  english('push.devices', `(?:is|does) ${USER} (?:on|using|use|have|has) ${SYSTEM}(?: or ${SYSTEM})?`),
]

const HISTORY = `(?:push |notification |event |delivery |state )?(?:history|timeline|time line|logs?|events|records?)(?: of (?:the )?(?:push(?:es)?|notifications?))?`

const HISTORY_QUESTIONS: readonly UserQuestion[] = [
  english('push.history', `${ASK}${HISTORY} (?:of|for|to) ${USER}(?:'s? ${OBJECT})?`),
  english('push.history', `${ASK}${USER}'s? ${HISTORY}`),
  english(
    'push.history',
    `${ASK}(?:${USER} (?:push )?(?:history|timeline)|(?:push )?(?:history|timeline):? ${OTHER_USER})`,
  ),
  english(
    'push.history',
    `when (?:was|were|did|has|is) ${USER} (?:(?:the|last|get|got|go|went|receive|log|sign|come|been|a|an|any|most recently) ){0,6}(?:online|offline|seen|active|in|out|on|connect|connected|disconnect|disconnected|kicked|pushed|notified|${OBJECT})(?: last| the last time)?`,
  ),
  english(
    'push.history',
    `(?:the )?last (?:seen|online|push(?:es)?|notifications?|login|log-?in|activity)(?: (?:of|for|to|by))? ${PERSON}`,
  ),
  english('push.history', `${USER}'?s? last (?:seen|online|push|notification|login|activity)`),
  english(
    'push.history',
    `(?:(?:show|tell) (?:me|us) )?what(?:'s|s| has| was| is)? (?:happened|happens|happening|been happening|been going on|went on) (?:to|with) ${USER}(?:'s? ${OBJECT})?${WHEN}`,
  ),
  english(
    'push.history',
    `what(?:'s|s| has| was| is)? (?:happened|happens|been happening|went on) (?:to|with) ${OBJECT} (?:of|for|to) ${USER}${WHEN}`,
  ),
  english(
    'push.history',
    `(?:what|which|how many) (?:push(?:es)?|notifications?|push notifications?) (?:did|has|have|does|were|was) (?:sent to )?${USER}(?: (?:get|got|gotten|receive|received))?`,
  ),
  english('push.history', `(?:show|list|get|give)(?: me| us)? ${OBJECT} (?:sent )?(?:of|for|to) ${USER}`),
]

const NOW = `(?: (?:currently|right now|now|at the moment|again|already|yet|still|today|anywhere)){0,4}`
const ONLINE = `(?:online|offline|on ?line|off ?line|logged ?-?in|logged ?-?on|signed ?-?in|signed ?-?out|logged ?-?out|connected|disconnected|active|reachable|available|away|there)`
const STATE = `(?:(?:login|log-?in|online|current|im|presence|connection|account) )?(?:status(?:es)?|states?|presence)`

/** "is carol still online": of a list only its names are left. */
const STATUS_QUESTIONS: readonly UserQuestion[] = [
  english(
    'im.status',
    `(?:is|are|were|was|isn't|aren't) ${USERS}(?: (?:still|both|all|currently|now|really|already|not|even)){0,4} (?:${ONLINE}|on|around|here|kicked(?: off| out)?|(?:in )?(?:the )?(?:background|foreground))${NOW}(?: or (?:not|offline|online|background|foreground|in (?:the )?(?:background|foreground)))?`,
  ),
  english(
    'im.status',
    `(?:who(?:'s| is) ${ONLINE}[:,]?(?: of| among| out of)? ${USERS}|where (?:is|are) ${USERS.replace('users', 'users2')} (?:logged|signed) (?:in|on)|on (?:which|what) (?:devices?|clients?|platforms?) (?:is|are) ${USERS.replace('users', 'users3')} (?:logged|signed) (?:in|on))`,
  ),
  english(
    'im.status',
    `(?:who|which(?: one| ones| users?)?)(?: (?:of|among|out of|from|in))? ${USERS} (?:is|are) ${ONLINE}${NOW}`,
  ),
  english('im.status', `(?:in )?(?:what|which) ${STATE} (?:is|are|has|have) ${USERS}(?: in)?${NOW}`),
  english('im.status', `${ASK}${STATE}(?: (?:of|for)|:)? ${USERS}${NOW}`),
  english('im.status', `${ASK}${USERS}(?:'s?)? ${STATE}${NOW}`),
  english('im.status', `do(?:es)? ${USERS} exist`),
  english('im.status', `is ${USERS}(?:'s app) in (?:the )?(?:background|foreground)`),
  english('im.status', `${ONLINE} ${USERS}`, (_, marked) => marked),
  english('im.status', `${USERS} (?:is|are) ${ONLINE}${NOW}`, (words, marked) => isAsking(words, marked)),
  english('im.status', `${USERS} ${ONLINE}${NOW}`, (_, marked) => marked),
  english('im.status', `(?:has|have|did) ${USERS} (?:logged|log|signed|sign) (?:in|on|out)${NOW}`),
]

/** English ways of asking about users, tried in turn. */
export const ENGLISH_QUESTIONS: readonly Topic[] = [
  { words: /\btest|trial|detection|\b(?:send|try|fire|make) a /i, questions: TESTS },
  { words: /device|phone|handset|token|certificate|ios|android|huawei/i, questions: DEVICE_QUESTIONS },
  {
    words:
      /history|time ?line|log|event|record|happen|went on|going on|\b(?:what|which|how many|show|list|give|get) .{0,20}(?:push|notif)|when (?:was|were|did|has|is)|last/i,
    questions: HISTORY_QUESTIONS,
  },
  {
    words:
      /push|notif|alert|messages?|msg|nothing|anything|diagnos|debug|troubleshoot|investigate|check|look|help with|ring|buzz|vibrat|light up|silent|quiet|what(?:'?s| is| was)? (?:wrong|up|the|going|broken|happening)/i,
    questions: PUSH_QUESTIONS,
  },
  {
    words:
      /stat(?:e|us)|presence|o[nf]f? ?line|log|sign|connected|active|reachable|available|away|there|exist|kicked|background|foreground|^is .{1,200} (?:on|around|here)\b/i,
    questions: STATUS_QUESTIONS,
  },
]
