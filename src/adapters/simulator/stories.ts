import type { AppWorld } from './world/app-world.ts'
import { messageKey } from './world/message.ts'

/** One of the cast, as documentation and the playground list them. */
export interface UserStory {
  app: string
  userId: string
  story: string
  /** MsgKeys of the one-to-one messages to the user, newest first. They differ from start to start. */
  messages: readonly string[]
}

export function tellStories(world: AppWorld): UserStory[] {
  return [...world.users()].map(([userId, { story }]) => ({
    app: world.app.name,
    userId,
    story,
    messages: world
      .messages()
      .filter(({ to }) => to === userId)
      .map(messageKey)
      .reverse(),
  }))
}
