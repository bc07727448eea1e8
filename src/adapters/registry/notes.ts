import type { Logger } from 'pino'
import { ExpiringMap } from '../expiring-map.ts'
import type { Outcome } from './outcome.ts'
import { tokenRemedy } from './outcome.ts'

/** What the log says of requests: never a value of one, and no sentence more than once a minute. */
export interface Notes {
  /** Of outcomes that someone can mend; the others are only counted. */
  ended(app: string, outcome: Outcome): void
  /** @param error what the store rejected with; undefined: it did not answer in time */
  unavailable(app: string, error?: unknown): void
}

const MINUTE = 60_000

export function createNotes(log: Logger, now: () => number): Notes {
  const said = new ExpiringMap<true>({ most: 1_000, keptFor: MINUTE, now })
  const isTime = (name: string) => {
    if (said.get(name) !== undefined) return false
    said.set(name, true)
    return true
  }

  return {
    ended(app, outcome) {
      const remedy = remedyOf(app, outcome)
      if (remedy !== null && isTime(`${app} ${outcome}`))
        log.warn({ app, reason: outcome, remedy }, 'device registry: request refused')
    },
    unavailable(app, error) {
      const reason = error === undefined ? 'late' : 'failed'
      if (isTime(`${app} ${reason}`))
        log.error({ app, reason, ...kindOf(error) }, 'device registry: the store did not take a request in time')
    },
  }
}

function remedyOf(app: string, outcome: Outcome): string | null {
  if (outcome === 'not-set-up') return tokenRemedy(app)
  if (outcome === 'wrong-token') return `give the app's backend the token that stands in apps.${app}.registry`
  if (outcome === 'wrong-shape') return 'look at the answers that the backend of the app gets: they name each problem'
  return null
}

/** Not its message: databases quote the row that they refuse, and with it the token of a device. */
function kindOf(error: unknown): { name?: string; code?: string } {
  if (!(error instanceof Error)) return {}
  return { name: error.name, ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}) }
}
