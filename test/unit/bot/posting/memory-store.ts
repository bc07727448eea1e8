import type { Leases } from '../../../../src/bot/ports/leases.ts'
import type { PostRecord, Posts } from '../../../../src/bot/ports/posts.ts'

interface Kept extends PostRecord {
  owner: string | null
  until: number
  mayStand: boolean
}

/** Posts and leases as the ports describe them; `down` makes the next so many calls fail. */
export class MemoryStore implements Posts, Leases {
  readonly records = new Map<string, Kept>()
  readonly #leases = new Map<string, { owner: string; until: number }>()
  down = 0
  calls = 0

  readonly claim: Posts['claim'] = async (key, to, { owner, now, until }) => {
    this.#answer()
    const known = this.records.get(key)
    if (known !== undefined && known.end !== null) return { kind: 'ended', record: { ...known } }
    if (known !== undefined && known.until > now) return { kind: 'held', until: known.until }
    const mayStand = known?.mayStand ?? false
    const attempts = (known?.attempts ?? 0) + 1
    const since = known?.since ?? now
    const record = { key, to, end: null, message: null, attempts, since, owner, until, mayStand: true }
    this.records.set(key, record)
    return { kind: 'ours', mayStand, record: { ...record } }
  }

  release: {
    (key: string, owner: string, notBefore: number): Promise<boolean>
    (name: string, owner: string): Promise<void>
  } = async (name: string, owner: string, notBefore?: number): Promise<never> => {
    this.#answer()
    if (notBefore === undefined && this.#leases.get(name)?.owner === owner) this.#leases.delete(name)
    const kept = this.#own(name, owner)
    if (kept !== null && notBefore !== undefined)
      Object.assign(kept, { owner: null, until: notBefore, mayStand: false })
    return (kept !== null) as never
  }

  readonly settle: Posts['settle'] = async (key, owner, end, message) => {
    this.#answer()
    const kept = this.#own(key, owner)
    if (kept !== null) Object.assign(kept, { end, message })
    return kept !== null
  }

  readonly find: Posts['find'] = async (key) => this.records.get(key) ?? null

  readonly take: Leases['take'] = async (name, owner, now, until) => {
    this.#answer()
    const lease = this.#leases.get(name)
    if (lease !== undefined && lease.owner !== owner && lease.until > now) return false
    this.#leases.set(name, { owner, until })
    return true
  }

  #own(key: string, owner: string): Kept | null {
    const kept = this.records.get(key)
    return kept !== undefined && kept.owner === owner && kept.end === null ? kept : null
  }

  #answer(): void {
    this.calls++
    if (this.down <= 0) return
    this.down--
    throw new Error('the store is down')
  }
}
