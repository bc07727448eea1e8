import { isoTime } from '../cards/usersig-result.ts'
import type { Watch } from '../ports/watches.ts'

/** A watch for scripts. */
export const watchResult = ({ id, app, userId, until }: Watch) => ({ id, app, userId, until: isoTime(until) })
