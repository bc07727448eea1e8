import type { InFlight } from '../../in-flight.ts'
import { inBatches } from '../callbacks/batches.ts'
import type { Callback } from '../callbacks/callback.ts'
import type { CallbackSender } from '../callbacks/callback-sender.ts'
import { directMessageSent, groupMessageSent } from '../callbacks/message-callbacks.ts'
import { pushStepped } from '../callbacks/push-callbacks.ts'
import type { Wait } from '../simulator-options.ts'
import type { AppWorld } from './app-world.ts'
import { qualifiesForPush, type SimulatedMessage } from './message.ts'
import { planSteps, type Push, type PushCause, type PushToDevice, pushIdOf } from './push.ts'
import { pushesToMembers, type SimulatedGroup } from './simulated-group.ts'
import type { SimulatedUser } from './simulated-user.ts'

export interface TrafficOptions {
  sender: CallbackSender
  now: () => number
  wait: Wait
  signal: AbortSignal
  /** Told of all that is under way. */
  inFlight: InFlight
}

/** What happens after an answer was given: webhooks go out, and pushes make their way to the phones. */
export class Traffic {
  readonly #options: TrafficOptions

  constructor(options: TrafficOptions) {
    this.#options = options
  }

  /** Takes a message that REST sent, tells of it, and pushes it to whoever should get a push. */
  message(world: AppWorld, message: SimulatedMessage, { tell }: { tell: boolean }): void {
    world.addMessage(message)
    const group = message.groupId === null ? undefined : world.group(message.groupId)
    const sending = { message, client: 'RESTAPI' }
    const callback = group ? groupMessageSent(sending, group.type) : directMessageSent(sending)
    if (tell) void this.#options.inFlight.track(this.#send(world, callback))
    if (!qualifiesForPush(message)) return
    for (const userId of receiversOf(message, group)) {
      const push = this.#begin(world, userId, { kind: 'message', message }, pushIdOf(message, userId))
      if (push.devices.length > 0) this.#run(world, push)
    }
  }

  /** A push to one named user, such as a test push; or to the one device that the push SDK names so. */
  task(world: AppWorld, name: string, cause: PushCause & { kind: 'task' }): void {
    const only = world.exists(name) ? null : world.registered(name)
    if (only === null) return this.#run(world, this.#begin(world, name, cause, cause.taskId))
    const user = world.user(only.userId)
    const devices = (user === undefined ? [] : reachableDevices(user, true)).filter(
      ({ device }) => device === only.device,
    )
    // Callbacks and the trace tell of it under the name that was asked for: an assumption of ours.
    const push: Push = { id: cause.taskId, cause, userId: name, at: this.#options.now(), devices }
    world.addPush(push)
    this.#run(world, push)
  }

  #begin(world: AppWorld, userId: string, cause: PushCause, id: string): Push {
    const user = world.user(userId)
    const devices = user === undefined ? [] : reachableDevices(user, cause.kind === 'task')
    const push: Push = { id, cause, userId, at: this.#options.now(), devices }
    if (cause.kind === 'task' || devices.length > 0) world.addPush(push)
    return push
  }

  #run(world: AppWorld, push: Push): void {
    for (const each of push.devices) void this.#options.inFlight.track(this.#deliver(world, push, each))
  }

  async #deliver(world: AppWorld, push: Push, to: PushToDevice): Promise<void> {
    const { now, wait, signal } = this.#options
    // One after the other, so that a step is never told before the one ahead of it.
    let told: Promise<unknown> = Promise.resolve()
    let waited = 0
    for (const { after, ...planned } of planSteps(to.device, to.delivery, to.device.fate)) {
      try {
        await wait(after - waited, signal)
      } catch {
        // The simulator closes.
        break
      }
      waited = after
      const step = { ...planned, at: now() }
      to.steps.push(step)
      told = told.then(() => this.#send(world, pushStepped(push, to, step)))
    }
    await told
  }

  async #send(world: AppWorld, callback: Callback): Promise<void> {
    for (const delivery of inBatches([callback])) await this.#options.sender.send(world.app, delivery)
  }
}

/** Chat pushes go offline only. A push to named users also reaches the app that is running, by the app's own channel. */
function reachableDevices({ clients, devices = [] }: SimulatedUser, alsoOnline: boolean): PushToDevice[] {
  return devices.flatMap((device): PushToDevice[] => {
    const state = clients.find(({ platform }) => platform === device.platform)?.state
    if (state === 'PushOnline') return [{ device, delivery: 'offline', steps: [] }]
    return state === 'Online' && alsoOnline ? [{ device, delivery: 'online', steps: [] }] : []
  })
}

function receiversOf({ to, from }: SimulatedMessage, group: SimulatedGroup | undefined): string[] {
  if (to !== null) return [to]
  if (group === undefined || !pushesToMembers(group)) return []
  return Object.entries(group.members)
    .filter(([userId, { receiveOption }]) => userId !== from && receiveOption === 'AcceptAndNotify')
    .map(([userId]) => userId)
}
