import type { Callback } from './callback.ts'

/** The names of clients in `KickedDevice`; other words are the same everywhere. */
const DEVICE_NAMES: Readonly<Record<string, string>> = { iPhone: 'iOS', PC: 'Windows' }

const deviceName = (platform: string): string => DEVICE_NAMES[platform] ?? platform

/** `OptPlatform` writes iOS in capitals here, and only here. */
const clientName = (platform: string): string => (platform === 'iPhone' ? 'IOS' : deviceName(platform))

export interface StateChange {
  userId: string
  platform: string
  action: 'Login' | 'Logout' | 'Disconnect'
  reason: 'Register' | 'Unregister' | 'LinkClose' | 'TimeOut'
  /** Platforms that a login threw out. */
  kicked?: readonly string[]
}

/** `State.StateChange`. @see https://cloud.tencent.com/document/product/269/2570 */
export function stateChanged({ userId, platform, action, reason, kicked = [] }: StateChange, at: number): Callback {
  const thrownOut = kicked.map((each) => ({ Platform: deviceName(each) }))
  return {
    command: 'State.StateChange',
    at,
    client: clientName(platform),
    body: {
      CallbackCommand: 'State.StateChange',
      EventTime: at,
      Info: { Action: action, To_Account: userId, Reason: reason },
      ...(thrownOut.length > 0 ? { KickedDevice: thrownOut } : {}),
    },
  }
}

/** `Sns.CallbackBlackListAdd`: `userId` put `other` on the block list. */
export function blockListed(userId: string, other: string, at: number): Callback {
  return {
    command: 'Sns.CallbackBlackListAdd',
    at,
    client: 'iOS',
    body: {
      CallbackCommand: 'Sns.CallbackBlackListAdd',
      PairList: [{ From_Account: userId, To_Account: other }],
      EventTime: at,
    },
  }
}
