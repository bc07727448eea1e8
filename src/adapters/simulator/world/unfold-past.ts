import type { Callback } from '../callbacks/callback.ts'
import { directMessageSent, groupMessageSent } from '../callbacks/message-callbacks.ts'
import { pushStepped } from '../callbacks/push-callbacks.ts'
import { blockListed, stateChanged } from '../callbacks/state-callbacks.ts'
import { bodyOf, newMessage, type SimulatedMessage, wholeSecond } from './message.ts'
import { type Push, pushIdOf, planSteps } from './push.ts'
import type { SimulatedGroup } from './simulated-group.ts'
import type { Fate, PastEvent, SimulatedUser } from './simulated-user.ts'

/** All that a past comes to: what the REST API tells of it, and the webhooks that it once caused. */
export interface Past {
  messages: readonly SimulatedMessage[]
  pushes: readonly Push[]
  callbacks: readonly Callback[]
}

export const NO_PAST: Past = { messages: [], pushes: [], callbacks: [] }

/** The cast sends its messages from phones. */
const CLIENT = 'iOS'

/** @param startedAt UNIX milliseconds, from which `ago` counts */
export function unfoldUser(userId: string, user: SimulatedUser, startedAt: number): Past {
  return join((user.past ?? []).map((event) => unfoldEvent(userId, user, event, startedAt)))
}

export function unfoldGroup(
  groupId: string,
  group: SimulatedGroup,
  startedAt: number,
  userOf: (userId: string) => SimulatedUser | undefined,
): Past {
  return join(
    (group.past ?? []).map(({ ago, from, seq, random, content, pushed = {}, dropped = false }) => {
      const message = newMessage({
        from,
        groupId,
        seq,
        random,
        at: wholeSecond(startedAt - ago),
        body: bodyOf(content),
        stored: !dropped && group.type !== 'AVChatRoom',
        dropped,
      })
      const receivers = Object.entries(pushed).flatMap(([userId, fate]) => {
        const user = userOf(userId)
        return user === undefined ? [] : [pastPush(message, userId, user, fate)]
      })
      return join([
        { messages: [message], pushes: [], callbacks: [groupMessageSent({ message, client: CLIENT }, group.type)] },
        ...receivers,
      ])
    }),
  )
}

function unfoldEvent(userId: string, user: SimulatedUser, event: PastEvent, startedAt: number): Past {
  const at = wholeSecond(startedAt - event.ago)
  switch (event.kind) {
    case 'login': {
      const change = { userId, platform: event.platform, action: 'Login', reason: 'Register' } as const
      return { ...NO_PAST, callbacks: [stateChanged({ ...change, kicked: event.kicked ?? [] }, at)] }
    }
    case 'logout': {
      const change = { userId, platform: event.platform, action: 'Logout', reason: 'Unregister' } as const
      return { ...NO_PAST, callbacks: [stateChanged(change, at)] }
    }
    case 'disconnect': {
      const change = { userId, platform: event.platform, action: 'Disconnect', reason: event.reason } as const
      return { ...NO_PAST, callbacks: [stateChanged(change, at)] }
    }
    case 'block':
      return { ...NO_PAST, callbacks: [blockListed(userId, event.other, at)] }
    case 'message': {
      const {
        from,
        seq,
        random,
        content,
        onlineOnly = false,
        pushDisabled = false,
        stored = true,
        read = false,
        batch = false,
      } = event
      const message = newMessage({
        from,
        to: userId,
        seq,
        random,
        at,
        body: bodyOf(content),
        pushInfo: pushDisabled ? { PushFlag: 1 } : null,
        onlineOnly,
        stored: stored && !onlineOnly,
        read,
      })
      const callbacks = batch ? [] : [directMessageSent({ message, client: CLIENT })]
      const sent = { messages: [message], pushes: [], callbacks }
      return event.pushed === undefined ? sent : join([sent, pastPush(message, userId, user, event.pushed)])
    }
  }
}

function pastPush(message: SimulatedMessage, userId: string, user: SimulatedUser, fate: Fate): Past {
  const devices = (user.devices ?? []).map((device) => ({
    device,
    delivery: 'offline' as const,
    steps: planSteps(device, 'offline', fate).map(({ after, ...step }) => ({ ...step, at: message.at + after })),
  }))
  const push: Push = {
    id: pushIdOf(message, userId),
    cause: { kind: 'message', message },
    userId,
    at: message.at,
    devices,
  }
  const callbacks = devices.flatMap((each) => each.steps.map((step) => pushStepped(push, each, step)))
  return { messages: [], pushes: [push], callbacks }
}

function join(pasts: readonly Past[]): Past {
  return {
    messages: pasts.flatMap(({ messages }) => messages),
    pushes: pasts.flatMap(({ pushes }) => pushes),
    callbacks: pasts.flatMap(({ callbacks }) => callbacks),
  }
}
