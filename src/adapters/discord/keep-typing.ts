import type { Message } from 'discord.js'
import { WAITS } from './limits.ts'

/** Shows "is typing…" once an answer is not there at once, and for as long as it is worked on. */
export function keepTyping(channel: Message['channel'], shown: () => void): { stop: () => void } {
  let next: NodeJS.Timeout | undefined
  const type = () => {
    next = setTimeout(type, WAITS.typing)
    // A sign of life only: when it is refused, the answer will say why.
    if (channel.isSendable()) channel.sendTyping().then(shown, () => undefined)
  }
  next = setTimeout(type, WAITS.quickAnswer)
  return { stop: () => clearTimeout(next) }
}
