import type { Logger } from 'pino'
import type { Appending } from './append-in-time.ts'
import type { Command } from './command.ts'
import { onceInAWhile } from '../once-in-a-while.ts'
import type { Outcome } from './outcome.ts'
import type { DeliveryReading } from './read-delivery.ts'

/** What the log says of deliveries: never a value of one, and no sentence more than once a minute. */
export interface Notes {
  /** Of outcomes that someone can mend; the others are only counted. */
  ended(app: string, outcome: Outcome): void
  unreadable(app: string, command: Command, reading: DeliveryReading): void
  unavailable(app: string, appending: Exclude<Appending, { kind: 'durable' }>): void
}

const IN_BETWEEN = 'look at the proxies between Tencent and this server: one of them changes bodies, or holds them up'

const REMEDIES: Partial<Record<Outcome, string>> = {
  'wrong-app': "give this URL only to the console's app whose SDKAppID is configured under this name",
  'wrong-sign': "switch webhook authentication on in the console, and configure the console's token",
  stale: "set this machine's clock; if it is right, someone sends old webhooks again",
  encoded: IN_BETWEEN,
  'too-large': IN_BETWEEN,
  'too-slow': IN_BETWEEN,
  'not-json': IN_BETWEEN,
}

export function createNotes(log: Logger, now: () => number): Notes {
  const isTime = onceInAWhile(now)
  const withoutToken = new Set<string>()

  return {
    ended(app, outcome) {
      const remedy = REMEDIES[outcome]
      if (outcome === 'no-token' && !withoutToken.has(app)) {
        withoutToken.add(app)
        log.warn({ app, remedy: tokenRemedy(app) }, 'webhooks of this app are refused: it has no webhook token')
      } else if (remedy !== undefined && isTime(`${app} ${outcome}`))
        log.warn({ app, reason: outcome, remedy }, 'webhook refused')
    },
    unreadable(app, command, { events, unreadable, paths }) {
      if (isTime(`${app} ${command} ${paths.join(' ')}`))
        log.warn({ app, command, readable: events.length, unreadable, paths }, 'webhook with unreadable events')
    },
    unavailable(app, appending) {
      if (!isTime(`${app} ${appending.kind}`)) return
      const err = appending.kind === 'failed' ? appending.error : undefined
      log.error(
        { app, reason: appending.kind, err },
        'webhook not acknowledged: its events could not be stored in time',
      )
    },
  }
}

const tokenRemedy = (app: string): string =>
  `switch webhook authentication on in the console, and set apps.${app}.webhook.token (or IM_WEBHOOK_TOKEN) to its token`
