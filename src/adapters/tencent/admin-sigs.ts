import type { ImApp } from '../../diagnostics/im/im-app.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import { generateUsersig } from '../../diagnostics/usersig/generate-usersig.ts'
import { SECONDS_PER_DAY } from '../../diagnostics/usersig/limits.ts'

export interface AdminSig {
  administrator: string
  sig: Secret
}

interface Kept extends AdminSig {
  key: Secret
  issuedAt: number
  renewAt: number
}

export const administratorOf = (app: ImApp): string => app.administrators[0] ?? 'administrator'

/** The signatures with which the server API is called: good for a day, made anew after half of it. */
export class AdminSigs {
  readonly #kept = new Map<string, Kept>()
  readonly #now: () => number

  /** @param now UNIX milliseconds */
  constructor(now: () => number) {
    this.#now = now
  }

  /** `refused`: why none can be made, as the engine calls it. */
  of(app: ImApp): AdminSig | { refused: string } {
    const administrator = administratorOf(app)
    const name = `${app.sdkAppId}:${administrator}`
    const kept = this.#kept.get(name)
    const now = this.#now()
    // A clock that was set back makes a signature look as if it came from the future, which the server refuses.
    if (kept !== undefined && isKeyOf(app, kept) && now >= kept.issuedAt && now < kept.renewAt) return kept
    const made = generateUsersig({
      app,
      userId: administrator,
      ttlSeconds: SECONDS_PER_DAY,
      now,
      limits: { maxTtlSeconds: SECONDS_PER_DAY, allowAdministrator: true },
    })
    if (made.kind === 'refused') return { refused: made.reason }
    const { sig, issuedAt, expiresAt } = made
    const fresh = { administrator, sig, key: app.secretKey, issuedAt, renewAt: (issuedAt + expiresAt) / 2 }
    this.#kept.set(name, fresh)
    return fresh
  }

  /** The next one is made anew, unless that has happened since `refused` was handed out. */
  forget(app: ImApp, refused: AdminSig): void {
    const name = `${app.sdkAppId}:${refused.administrator}`
    if (this.#kept.get(name)?.sig === refused.sig) this.#kept.delete(name)
  }
}

const isKeyOf = (app: ImApp, { key }: Kept): boolean => key.reveal() === app.secretKey.reveal()
