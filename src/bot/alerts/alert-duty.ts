import type { Alarm } from '../../diagnostics/alerts/alarm.ts'
import { judgeAlarms } from '../../diagnostics/alerts/judge-alarms.ts'
import type { AlertRules } from '../../diagnostics/alerts/rules.ts'
import type { Duty } from '../duties/duty.ts'
import { reasonOf } from '../duties/bounded.ts'
import type { Posting } from '../posting/post-once.ts'
import type { AlertChannel } from '../ports/channels.ts'
import type { Incident, Incidents } from '../ports/incidents.ts'
import type { App } from '../services.ts'
import { memoryOf, newAlertMemory, type AlertMemory } from './alert-memory.ts'
import { gatherAlertEvidence, type AlertPorts } from './gather-alert-evidence.ts'
import { keepIncidents } from './keep-incidents.ts'
import { LONGEST_SILENCE_MS } from './longest-silence.ts'
import { tellIncidents } from './tell-incidents.ts'

interface AlertDutyOptions extends AlertPorts {
  apps: readonly App[]
  rules: AlertRules
  /** Where alerts of the app are told; none: they only stand in the list. */
  channelsFor: (app: App) => Promise<readonly AlertChannel[]>
  incidents: Incidents
  posting: Posting
  /** UNIX milliseconds. */
  clock: () => number
  onTrouble: Posting['onTrouble']
}

const EVERY_MS = 60_000
const BOUND_MS = 10_000

/** Looks at every app, keeps its incidents, and makes their cards show how they stand. */
export function createAlertDuty(options: AlertDutyOptions): Duty {
  const memory = newAlertMemory()
  return {
    name: 'alerts',
    everyMs: EVERY_MS,
    async run(now, signal) {
      const known = await options.incidents.list(now - LONGEST_SILENCE_MS)
      await Promise.all(
        options.apps.map((app) =>
          lookAt(
            app,
            known.filter((incident) => incident.app === app.name),
            { options, memory, now, signal },
          ).catch(
            // One app's trouble is not another's.
            (error: unknown) => options.onTrouble('alerts', { app: app.name, reason: reasonOf(error) }),
          ),
        ),
      )
      forget(memory)
    },
  }
}

interface Run {
  options: AlertDutyOptions
  memory: AlertMemory
  now: number
  signal: AbortSignal
}

async function lookAt(app: App, known: readonly Incident[], { options, memory, now, signal }: Run): Promise<void> {
  const { rules, incidents, channelsFor, posting, clock } = options
  const look = { rules, now, wrongSince: wrongSince(known) }
  const run = { clock, signal, boundMs: BOUND_MS }
  const evidence = await gatherAlertEvidence(app, options, memoryOf(memory, app.name), look, run)
  if (signal.aborted) return
  const alarms: readonly Alarm[] = judgeAlarms(evidence, rules, now)
  const current = await keepIncidents(known, { app: app.name, alarms, evidence }, { incidents, rules, now })
  if (current.length === 0) return
  await tellIncidents(current, await channelsFor(app), { rules, posting, memory, now }, signal)
}

/** Since when pushes of a vendor have not been as usual. */
function wrongSince(known: readonly Incident[]): number | null {
  const open = known.filter(({ closedAt, subject }) => closedAt === null && subject.startsWith('vendor:'))
  return open.length === 0 ? null : Math.min(...open.map(({ openedAt }) => openedAt))
}

const MOST_SHOWN = 10_000

/** Cards of long ago; what is still shown is edited once too often. */
function forget({ shown }: AlertMemory): void {
  if (shown.size > MOST_SHOWN) shown.clear()
}
