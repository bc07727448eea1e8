export type FaultKind = 'error-code' | 'http-status' | 'garbage' | 'hang' | 'reset' | 'slow'

/** Something that goes wrong for calls of an endpoint. */
export interface Fault {
  /** `openim/query_online_status`, with or without `v4/`; an expression is tried on the name with it. */
  endpoint: string | RegExp
  /**
   * `error-code`: refused with ErrorCode `value` (91000). `http-status`: answered with status `value` (502) and a page.
   * `garbage`: status 200 and no JSON. `hang`: never answered. `reset`: the connection is cut. `slow`: answered after
   * `value` milliseconds (3000).
   */
  kind: FaultKind
  value?: number
  /** For so many calls; otherwise until it is taken back. */
  times?: number
}

/** The faults in force; the newest that fits a call is the one that happens. */
export class Faults {
  readonly #faults = new Set<{ fault: Fault; left: number }>()

  /** @returns takes the fault back */
  add(fault: Fault): () => void {
    const entry = { fault, left: fault.times ?? Infinity }
    this.#faults.add(entry)
    return () => {
      this.#faults.delete(entry)
    }
  }

  /** @param path as in `v4/openim/sendmsg` */
  take(path: string): Fault | null {
    const entry = [...this.#faults].reverse().find(({ fault }) => fits(fault.endpoint, path))
    if (entry === undefined) return null
    entry.left--
    if (entry.left <= 0) this.#faults.delete(entry)
    return entry.fault
  }
}

function fits(endpoint: string | RegExp, path: string): boolean {
  return typeof endpoint === 'string' ? path === endpoint || path === `v4/${endpoint}` : endpoint.test(path)
}
