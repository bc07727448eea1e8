import type { Action } from '../card.ts'
import type { Command } from '../command.ts'
import { inTime } from '../in-time.ts'
import type { Buttons } from '../ports/buttons.ts'
import { readAction, writeAction } from './stored-action.ts'

/** What is being written at most; a store that is away must not fill the memory. */
const WRITING_MOST = 500

/** How long one of them may take. */
const WRITE_MS = 10_000

/** One for each wait: a signal that outlives it would gather its listeners. */
const unending = (): AbortSignal => new AbortController().signal

interface KeptButton {
  action: Action
  /** `platform:id`; null: everyone. */
  owner: string | null
  /** UNIX milliseconds. */
  until: number
}

/** Buttons as the store holds them. Writing goes on behind the caller's back and never fails it. */
export function createButtonStore(commands: readonly Command[], open: () => Promise<Buttons | null>) {
  let writing = 0

  /** A store that is opened late, or never, costs the answer nothing: whoever shows the button waits for none of this. */
  async function write(key: string, { action, owner, until }: KeptButton): Promise<void> {
    const buttons = await open().catch(() => null)
    const body = buttons === null ? null : writeAction(action, commands)
    if (buttons === null || body === null) return
    await inTime(unending(), WRITE_MS, () => buttons.keep(key, { body, owner, until }))
  }

  return {
    keep(key: string, button: KeptButton): void {
      if (writing >= WRITING_MOST) return
      writing++
      void write(key, button).finally(() => {
        writing--
      })
    },

    /** Null: not there, or not to be read. Rejects when the store cannot be reached. */
    async find(key: string, now: number): Promise<KeptButton | null> {
      const found = await (await open())?.find(key, now)
      if (found === undefined || found === null) return null
      const action = readAction(found.body)
      return action === null ? null : { action, owner: found.owner, until: found.until }
    },
  }
}
