import { setTimeout as delay } from 'node:timers/promises'
import type { Exclusively } from '../../bot/duties/duty.ts'
import { SurfaceStartError, type Surface, type SurfaceDeps } from '../surface.ts'
import { within } from '../within.ts'
import { WAITS } from './limits.ts'
import type { RunningDiscord } from './running-discord.ts'

/** Rejects with a SurfaceStartError; gives up when the signal ends. */
type Connect = (signal: AbortSignal) => Promise<RunningDiscord>

/**
 * The gateway connection as one of several replicas has it, since with two each event would come twice. The others stand by,
 * and connect when it is their turn. `start` resolves when connected or when another replica is.
 */
export function holdConnection(
  connect: Connect,
  exclusively: Exclusively,
  { log, now, onFatal }: Pick<SurfaceDeps, 'log' | 'now' | 'onFatal'>,
): Omit<Surface, 'name'> {
  const stopping = new AbortController()
  let deadline = 0
  let running: RunningDiscord | null = null
  let standing: Promise<void> | null = null

  async function hold(lost: AbortSignal, connected: () => void): Promise<void> {
    const held = await connect(lost)
    running = held
    connected()
    log.info('discord is held by this replica')
    await ended(lost)
    if (stopping.signal.aborted) await held.stop(deadline)
    else await held.leave()
    running = null
  }

  /** Stands by and holds in turn, until it is stopped or Discord refuses us for good. */
  async function stand(first: FirstTurn): Promise<void> {
    while (!stopping.signal.aborted) {
      const turn = async (lost: AbortSignal) => {
        first.begun()
        try {
          await hold(lost, first.connected)
        } catch (error) {
          // Given up halfway, because it is no longer our turn.
          if (!lost.aborted) throw error
        }
        first.connected()
      }
      try {
        await exclusively('discord', turn, stopping.signal)
      } catch (error) {
        if (first.failed(error)) return
        if (!(error instanceof SurfaceStartError)) throw error
        if (!error.passing) return onFatal(error)
        log.warn({ problem: error.message, remedy: error.remedy }, 'discord could not be taken over')
        await delay(WAITS.holdAgain, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }

  return {
    async start() {
      const first = new FirstTurn()
      standing = stand(first)
      // A store that takes longer than this to say who holds it does not keep anything else from starting.
      if (await within(first.hasBegun, WAITS.whoHolds, false)) await first.hasConnected
      else log.info('discord is held by another replica: standing by')
      first.over()
    },
    // Who stands by is ready as well: people reach the bot through the other.
    ready: () => standing !== null && !stopping.signal.aborted && (running?.ready() ?? true),
    async stop(until) {
      deadline = Math.min(until, now() + WAITS.holding)
      stopping.abort()
      // To its end, where the lease is let go of, so that another takes over at once.
      if (standing !== null)
        await within(
          standing.catch(() => {}),
          until - now(),
          undefined,
        )
    },
  }
}

/** What `start` waits for: its own turn if there is one, and how that went. */
class FirstTurn {
  readonly hasBegun: Promise<boolean>
  readonly hasConnected: Promise<void>
  begun: () => void = () => {}
  connected: () => void = () => {}
  #reject: (reason: unknown) => void = () => {}
  #over = false

  constructor() {
    this.hasBegun = new Promise((resolve) => {
      this.begun = () => resolve(true)
    })
    this.hasConnected = new Promise((resolve, reject) => {
      this.connected = resolve
      this.#reject = reject
    })
    this.hasConnected.catch(() => {})
  }

  over(): void {
    this.#over = true
  }

  /** Whether the failure is the start's to tell. */
  failed(error: unknown): boolean {
    this.#reject(error)
    return !this.#over
  }
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
