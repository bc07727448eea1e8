import type { ImApp } from '../../../diagnostics/im/im-app.ts'
import type { Callback } from '../callbacks/callback.ts'
import type { SimulatedMessage } from './message.ts'
import type { Push } from './push.ts'
import type { SimulatedGroup } from './simulated-group.ts'
import type { SimulatedDevice, SimulatedUser } from './simulated-user.ts'
import { type Past, unfoldGroup, unfoldUser } from './unfold-past.ts'

/** What is kept of what happens while the simulator runs; the oldest goes first. */
const MOST = { messages: 5_000, pushes: 1_000, users: 10_000, groups: 1_000 } as const

/** Everything that Tencent would know of one app. Users and groups bring their pasts along, and take them away again. */
export class AppWorld {
  readonly app: ImApp
  readonly #startedAt: number
  readonly #users = new Map<string, SimulatedUser>()
  readonly #groups = new Map<string, SimulatedGroup>()
  readonly #pastOfUsers = new Map<string, Past>()
  readonly #messages: SimulatedMessage[] = []
  readonly #pushes: Push[] = []

  /** @param startedAt UNIX milliseconds, from which the pasts count */
  constructor(app: ImApp, startedAt: number) {
    this.app = app
    this.#startedAt = startedAt
  }

  putUser(userId: string, user: SimulatedUser): void {
    if (!this.#users.has(userId) && this.#users.size >= MOST.users) throw new RangeError('Too many simulated users.')
    this.#users.set(userId, user)
    this.#pastOfUsers.set(userId, unfoldUser(userId, user, this.#startedAt))
  }

  users(): ReadonlyMap<string, SimulatedUser> {
    return this.#users
  }

  user(userId: string): SimulatedUser | undefined {
    return this.#users.get(userId)
  }

  /** The device that the push SDK names so, and whose it is. */
  registered(registrationId: string): { userId: string; device: SimulatedDevice } | null {
    for (const [userId, { devices = [] }] of this.#users) {
      const device = devices.find((each) => each.registrationId === registrationId)
      if (device !== undefined) return { userId, device }
    }
    return null
  }

  /** Administrators have accounts, although they are nobody's phone. */
  exists(userId: string): boolean {
    return this.#users.has(userId) || this.app.administrators.includes(userId)
  }

  putGroup(groupId: string, group: SimulatedGroup): void {
    if (!this.#groups.has(groupId) && this.#groups.size >= MOST.groups)
      throw new RangeError('Too many simulated groups.')
    this.#groups.set(groupId, group)
  }

  group(groupId: string): SimulatedGroup | undefined {
    return this.#groups.get(groupId)
  }

  addMessage(message: SimulatedMessage): void {
    keep(this.#messages, message, MOST.messages)
  }

  addPush(push: Push): void {
    keep(this.#pushes, push, MOST.pushes)
  }

  /** In the order of their time. */
  messages(): readonly SimulatedMessage[] {
    return [...this.#pasts().flatMap(({ messages }) => messages), ...this.#messages].sort((a, b) => a.at - b.at)
  }

  pushes(): readonly Push[] {
    return [...this.#pasts().flatMap(({ pushes }) => pushes), ...this.#pushes]
  }

  /** The webhooks of all pasts, in the order of their time. */
  pastCallbacks(): readonly Callback[] {
    return this.#pasts()
      .flatMap(({ callbacks }) => callbacks)
      .sort((a, b) => a.at - b.at)
  }

  /** A group's past is unfolded late, for its pushes go to devices of users that may be put on the stage after it. */
  #pasts(): Past[] {
    const ofGroups = [...this.#groups].map(([groupId, group]) =>
      unfoldGroup(groupId, group, this.#startedAt, (userId) => this.#users.get(userId)),
    )
    return [...this.#pastOfUsers.values(), ...ofGroups]
  }
}

function keep<Item>(items: Item[], item: Item, most: number): void {
  items.push(item)
  if (items.length > most) items.splice(0, items.length - most)
}
