import { personOf } from './policy/kept-actions.ts'
import type { Request } from './request.ts'

/** Under which names a conversation is remembered: by its thread, and by who asked in the place, for where there is none. */
export const conversationKeys = ({ actor, place }: Pick<Request, 'actor' | 'place'>): readonly string[] => [
  ...(place.thread === null ? [] : [`${actor.platform}:${place.id}/${place.thread}`]),
  `${actor.platform}:${place.id}/by/${personOf(actor)}`,
]
