import type { InFlight } from '../in-flight.ts'
import type { SlackMessage } from './render-card.ts'
import type { Called } from './retry.ts'
import type { Tries } from './call-slack.ts'

/** A place on the screen that is written over and over: a message, or a modal. */
export interface Slate {
  /** One attempt: what fails is made good by what is written next. */
  show(message: SlackMessage): Promise<Called<null>>
  /** Writes what is to stay. */
  finish(message: SlackMessage): Promise<Called<null>>
}

type Write = (message: SlackMessage, tries: Tries) => Promise<Called<null>>

export function createSlate(write: Write, inFlight: InFlight): Slate {
  let underWay: Promise<unknown> | null = null
  return {
    show(message) {
      const showing = write(message, 'once').finally(() => {
        underWay = null
      })
      underWay = showing
      return showing
    },
    async finish(message) {
      const before = underWay
      const finished = await write(message, 'repeated')
      // Slack may do the two in either order, so what is to stay is written once more when both are done.
      if (before !== null && finished.ok) void inFlight.track(before.then(() => write(message, 'repeated')))
      return finished
    },
  }
}
