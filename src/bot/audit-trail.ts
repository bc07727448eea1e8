import { inTime } from './in-time.ts'
import type { Audit, AuditLine } from './ports/audit.ts'
import type { Trail } from './ports/trail.ts'

/** Lines on their way to the store at most; more of them mean that it is away, and the log has them all. */
const WAITING_MOST = 1_000

/** How long one may take, the opening of the store included; and so `flush`. */
const APPEND_MS = 5_000

/** Between two tellings of lines that were lost to the store. */
const TELL_EVERY_MS = 60_000

export interface AuditTrailDeps {
  /** Has every line. */
  log: Audit
  /** Null: no store is open, or none is to be opened for this. */
  trail: () => Promise<Trail | null>
  /** UNIX milliseconds. */
  now: () => number
  /** How many lines the store did not take since it was last told; at most once a minute. */
  onTrouble: (lost: number) => void
}

export interface AuditTrail extends Audit {
  /** Resolves when every line has been stored or given up, within five seconds. Never rejects. */
  flush(): Promise<void>
}

/** Writes the audit to the log and to the store. No command waits for the store, or fails by it. */
export function createAuditTrail({ log, trail, now, onTrouble }: AuditTrailDeps): AuditTrail {
  const waiting = new Set<Promise<void>>()
  let lost = 0
  let toldAt = Number.NEGATIVE_INFINITY

  function lose(): void {
    lost++
    if (now() - toldAt >= TELL_EVERY_MS) tell()
  }

  function tell(): void {
    toldAt = now()
    onTrouble(lost)
    lost = 0
  }

  async function append(line: AuditLine, at: number): Promise<void> {
    // A signal of its own: one that outlives the line would gather listeners.
    const done = await inTime(new AbortController().signal, APPEND_MS, async () => {
      await (await trail())?.append(line, at)
      return true
    })
    if (done === null) lose()
  }

  function store(line: AuditLine): void {
    if (waiting.size >= WAITING_MOST) {
      lose()
      return
    }
    const written = append(line, now()).finally(() => waiting.delete(written))
    waiting.add(written)
  }

  return {
    write(line) {
      store(line)
      log.write(line)
    },
    async flush() {
      await Promise.allSettled(waiting)
      if (lost > 0) tell()
    },
  }
}
