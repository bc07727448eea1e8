import { oneOrMore, optionalSince, optionalText, requiredText } from '../argument.ts'
import type { Context } from '../command.ts'
import { sinceToTime, type Since } from '../words/since.ts'

/** UserIDs have at most 32 bytes; room for one that is wrong, so that it can be said. */
export const userArgument = () => requiredText({ place: 'word' }, { maxLength: 100, exact: true })

/** Somebody may list a whole team; the first few are answered about. */
const MOST_USERS = 50

/** One user, or several where a question or a script names them. */
export const usersArgument = () => oneOrMore(userArgument(), MOST_USERS)

export const sinceArgument = () => optionalSince()

/** Ids of Tencent's: messages, groups, other users. */
export const idArgument = () => optionalText({ place: 'option' }, { maxLength: 200, exact: true })

const DAY = 86_400_000

/** From when on a question is meant, UNIX milliseconds: 24 hours where it does not say. */
export const sinceOf = (since: Since | undefined, { now, timeZone }: Pick<Context, 'now' | 'timeZone'>): number =>
  since === undefined ? now - DAY : Math.min(now, sinceToTime(since, now, timeZone))
