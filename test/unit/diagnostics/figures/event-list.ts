import type { ImEvent } from '../../../../src/diagnostics/events/event.ts'
import {
  type Count,
  type Counted,
  type EventFigures,
  QUARTER,
} from '../../../../src/diagnostics/ports/event-figures.ts'

const quarterOf = (at: number) => Math.floor(at / QUARTER) * QUARTER

/** Counts over a list of events, made anew at each question. */
export class EventList implements EventFigures {
  readonly #events: { event: ImEvent; receivedAt: number }[] = []

  add(events: readonly ImEvent[], receivedAt: number): void {
    this.#events.push(...events.map((event) => ({ event, receivedAt })))
  }

  counts: EventFigures['counts'] = (_app, { from, to }, { kinds, stepMs }) => {
    const counts = new Map<string, Count>()
    for (const each of this.#events.flatMap(counted)) {
      if (!kinds.includes(each.of.kind) || each.quarter < from || each.quarter >= to) continue
      const step = stepMs === null ? from : from + Math.floor((each.quarter - from) / stepMs) * stepMs
      const name = JSON.stringify([each.of, step])
      const known = counts.get(name)
      if (known === undefined) counts.set(name, { of: each.of, from: step, count: 1, sample: each.sample })
      else known.count++
    }
    return Promise.resolve([...counts.values()].toSorted((one, other) => one.from - other.from))
  }

  since: EventFigures['since'] = () =>
    Promise.resolve(
      this.#events.length === 0 ? null : quarterOf(Math.min(...this.#events.map(({ receivedAt }) => receivedAt))),
    )
}

interface Each {
  of: Counted
  quarter: number
  sample: string | null
}

function counted({ event, receivedAt }: { event: ImEvent; receivedAt: number }): Each[] {
  const came: Each = { of: { kind: 'received' }, quarter: quarterOf(receivedAt), sample: null }
  const quarter = quarterOf(event.at)
  switch (event.kind) {
    case 'push': {
      const { delivery, chat, platform, stage, code, info } = event
      return [came, { of: { kind: 'push', delivery, chat, platform, stage, code }, quarter, sample: info || null }]
    }
    case 'state': {
      const { action, reason, kicked } = event
      return [came, { of: { kind: 'state', action, reason, kicked: kicked.length > 0 }, quarter, sample: null }]
    }
    case 'message':
    case 'block':
      return [came]
  }
}
