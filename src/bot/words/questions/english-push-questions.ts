import {
  ADVERB,
  AUX,
  BROKEN,
  english,
  FROM,
  isAskedOrLacking,
  isLacking,
  LOOK,
  OBJECT,
  OBJECT_OF,
  PERSON,
  PUSH,
  RECEIVE,
  THEIR_DEVICE,
  THEIRS,
  USER,
  WHEN,
  WHY,
} from './english-words.ts'
import type { UserQuestion } from './user-questions.ts'

/** Why a user gets no push. */
export const PUSH_QUESTIONS: readonly UserQuestion[] = [
  // The most usual first: a form that is not reached is not compiled.
  english(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${USER}${THEIRS}(?: (?:${AUX}|${ADVERB})){0,5} ${RECEIVE} ${OBJECT}${WHEN}`,
    isAskedOrLacking,
  ),
  english(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${FROM}'s? ${OBJECT} (?:${AUX} )?${BROKEN} (?:to|by|on) ${USER}${THEIRS}${WHEN}`,
  ),
  english(
    'push.why',
    `(?:there is |is there )?(?:an? |any )?(?:push|notification)s? (?:problems?|issues?|troubles?|failures?):? (?:(?:for|of|with|on|to) )?${USER}`,
  ),
  english(
    'push.why',
    `${USER}(?: (?:has|has got|having|got|a|an|some)){0,4}(?:'s|:)? (?:push|notification) (?:problems?|issues?|troubles?|failures?)`,
  ),
  english('push.why', `(?:diagnose|debug|troubleshoot|investigate) (?:the )?push ${USER}`),
  english(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${USER}${THEIRS}(?: (?:${AUX}|${ADVERB})){0,5} ${RECEIVE} (?:${OBJECT} (?:for|of|about) )?${OBJECT_OF}${WHEN}`,
    isAskedOrLacking,
  ),
  english(
    'push.why',
    `(?:${WHY} )?${USER}${THEIRS}(?::| -|,)? (?:(?:has|with|is|there is|still) ){0,4}(?:no|without|zero) ${OBJECT}${WHEN}`,
  ),
  english(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?(?:there )?(?:${AUX} )?no ${OBJECT} (?:\\w{2,12} )?(?:for|to|on|at|reaching|reaches) ${USER}${THEIRS}${WHEN}`,
  ),
  english(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${OBJECT} (?:${AUX} )?${BROKEN} (?:(?:for|to|on|with|at|by) )?${USER}${THEIRS}${WHEN}`,
  ),
  english('push.why', `(?:${WHY} )?(?:${AUX} )?${OBJECT} (?:sent )?(?:to|for|of) ${USER} (?:${AUX} )?${BROKEN}${WHEN}`),
  english('push.why', `(?:${WHY} )?(?:${AUX} )?${USER}(?:'s?|:| -)? ${OBJECT} (?:${AUX} )?${BROKEN}${WHEN}`),
  english(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${FROM}'s? ${OBJECT} (?:sent )?(?:to|for) ${USER} (?:${AUX} )?${BROKEN}${WHEN}`,
  ),
  english(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${USER} (?:${AUX} )?(?:(?:not|never|no longer|being|been|be|get|gets|getting) ){0,4}(?:notified|pushed|alerted)(?: (?:of|about|for) (?:${OBJECT_OF}|new messages|messages))?${WHEN}`,
    isAskedOrLacking,
  ),
  english(
    'push.why',
    `what(?:'s|s| is| was)? (?:wrong|up|the (?:problem|matter|issue)|happening|going on|broken) with ${USER}(?:'s? ${OBJECT}| not ${RECEIVE} ${OBJECT})?${WHEN}`,
  ),
  english(
    'push.why',
    `what(?:'s|s| is| was)? (?:wrong|up|the (?:problem|matter|issue)|happening|going on|broken) with ${OBJECT} (?:for|of|to|on) ${USER}${WHEN}`,
  ),
  english(
    'push.why',
    `(?:run |do |start )?(?:an? )?(?:push )?(?:diagnose|diagnosis|diagnostics|debug|troubleshoot|investigate)(?: (?:of|for|on))? ${USER}(?:'s? ${OBJECT})?(?: (?:problems?|issues?))?`,
  ),
  english(
    'push.why',
    `${LOOK}(?: on)? ${OBJECT}(?: (?:problems?|issues?|delivery|reachability|status|state))?(?: (?:for|of|to|on))? ${USER}`,
  ),
  english('push.why', `${LOOK}(?: at| into)? ${USER}(?:'s?)? ${OBJECT}(?: (?:problems?|issues?|delivery))?`),
  english('push.why', `(?:${AUX} )?${USER} (?:be )?(?:pushable|reachable by push|able to be pushed)`),
  english(
    'push.why',
    `${USER}${THEIRS} (?:(?:is|has|have|was|been|still|having|got|a|an|some|any|the|lots of|in) ){0,6}(?:trouble|problem|issue|difficult(?:y|ie))s? (?:(?:with|in|to|about) )?(?:${RECEIVE} )?${OBJECT}${WHEN}`,
  ),
  english(
    'push.why',
    `(?:(?:is|are|there|we|they|has|have|having|seeing|a|any|an|some) ){0,6}(?:trouble|problem|issue)s? (?:(?:with|in|delivering|sending|getting) ){0,4}${OBJECT} (?:for|to|of|on|with) ${USER}`,
  ),
  english('push.why', `what(?:'s| is) ${USER}'s (?:problem|issue|trouble)(?: with ${OBJECT})?`),
  english(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${USER}${THEIRS}(?: (?:${AUX}|${ADVERB})){0,5} (?:get|gets|getting|got|receiv(?:e|es|ing|ed)) (?:nothing|anything)${WHEN}`,
    isAskedOrLacking,
  ),
  english(
    'push.why',
    `${USER}${THEIRS}(?: (?:${AUX}|${ADVERB})){0,5} ${RECEIVE} ${OBJECT} (?:too |very |only |hours |much ){0,4}(?:late|later|delayed|sometimes|intermittently|sporadically|with (?:a |some |long |big )?delays?)`,
  ),
  // "can we push the release": of the verb the user is named without an article.
  english(
    'push.why',
    `(?:${WHY} )?(?:(?:${AUX}|we|you|i|they|it|im|the|server|be|not|able|unable|failed|fails|failing|to) ){0,6}(?:push|notify)(?: notifications?| messages?){0,4} (?:to )?${PERSON}${WHEN}`,
    (words, marked) => isAskedOrLacking(words, marked) && !/^push (?:to )?(?:\S+ ){0,4}push/i.test(words),
  ),
  english(
    'push.why',
    `(?:${WHY} )?(?:(?:${AUX}|we|you|i|they|be|not|able|unable|to) ){0,6}reach ${PERSON} (?:by|via|with|through) push`,
  ),
  english('push.why', `${USER}(?:'s|:| -)? ${PUSH}`, (_, marked) => marked),
  english(
    'push.why',
    `(?:${WHY} )?(?:(?:still|again|there is|is there|has) ){0,4}no ${PUSH}(?: at all)?:? ${PERSON}${WHEN}`,
  ),
  english(
    'push.why',
    `what(?:'s| is| could)? (?:be )?(?:stop|prevent|keep|block)(?:s|ping|ing)? (?:${OBJECT} (?:for|to|from reaching) ${USER}|${USER.replace('<user>', '<user2>')} from ${RECEIVE} ${OBJECT})${WHEN}`,
  ),
  english('push.why', `where (?:is|are|was|were|did|do) ${USER}'s? ${OBJECT}(?: go)?`),
  english(
    'push.why',
    `(?:${WHY} )?(?:${AUX} )?${USER}${THEIR_DEVICE}(?: (?:${AUX}|${ADVERB}|stays?)){0,5} (?:ring|rings|ringing|buzz|buzzes|buzzing|vibrate|vibrates|light up|silent|quiet)${WHEN}`,
    isAskedOrLacking,
  ),
  english(
    'push.why',
    `nothing (?:is |has |ever ){0,4}(?:arriv(?:es?|ed|ing)|com(?:es?|ing)(?: up| in)?|shows?(?: up)?|popp?(?:s|ing)? up|received) (?:for|on|at|to|by) ${USER}${THEIRS}${WHEN}`,
  ),
  english(
    'push.why',
    String.raw`(?:${WHY} )?${FROM} (?:(?:has|had|just) ){0,4}(?:sent|sends|wrote|writes|messaged|messages|texted|texts|pinged) (?:(?:an?|the|some|several|\d{1,4}) (?:message|msg|text|dm)s? )?(?:to )?${PERSON}(?: (?:an?|the|some|several|\d{1,4}) (?:message|msg|text|dm)s?)?(?:,? (?:but|and|yet|though|however),?|,)(?: (?!but )[\w']{1,20}){0,6} (?:${OBJECT}|it|anything|nothing|notified|pushed|arrived|delivered)${WHEN}`,
    (words) => isLacking(words),
  ),
  english(
    'push.why',
    `(?:(?:check|look at|look into|(?:take|have) a (?:quick |closer )?look (?:at|into)|help with)(?: on)?|what about push for) ${PERSON}`,
  ),
  english(
    'push.why',
    `(?:(?:show|get|check|what is|what's|the|me) ){0,4}(?:push|notification) (?:status|state|health|delivery)(?: (?:of|for))? ${USER}`,
  ),
  english(
    'push.why',
    `(?:(?:show|get|check|what is|what's|the|me) ){0,4}${USER}'s? (?:push|notification) (?:status|state|health|delivery)`,
  ),
]
