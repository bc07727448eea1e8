import type { Cast } from '../world/simulated-user.ts'
import { androidOf, DAY, DELIVERED, fromSam, HOUR, iPhoneOf, MINUTE, onPhone, usedApp } from './props.ts'

/** Healthy phones; what matters is one message, its group, or its sender. */
export const receivers: Cast = {
  judy: {
    story: 'Healthy, but she muted the group “team”: its messages reach her without a push.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('judy')],
    past: [
      ...usedApp('iPhone', 12 * HOUR, 11 * HOUR),
      fromSam(3 * HOUR, 5_101, 'The cake is in the kitchen.', { pushed: DELIVERED }),
    ],
  },
  kim: {
    story: 'Has sam on the block list: sam sees his messages go out, and nothing reaches her.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('kim')],
    blocks: ['sam'],
    past: [
      ...usedApp('iPhone', 4 * DAY, 4 * DAY - HOUR),
      fromSam(3 * DAY, 5_201, 'Buy my old bicycle!', { pushed: DELIVERED, read: true }),
      { kind: 'block', ago: 2 * DAY, other: 'sam' },
      fromSam(HOUR, 5_202, 'It is cheaper now!', { stored: false }),
    ],
  },
  uma: {
    story: 'Healthy; sam’s message was for online users only, which is never pushed and not in the history.',
    clients: [onPhone('Android')],
    devices: [androidOf('uma', 'oppo')],
    past: [
      ...usedApp('Android', 12 * HOUR, 11 * HOUR),
      fromSam(9 * HOUR, 5_301, 'The seats are numbered.', { pushed: DELIVERED }),
      fromSam(35 * MINUTE, 5_302, 'sam is typing…', { onlineOnly: true }),
    ],
  },
  victor: {
    story: 'Healthy; sam’s custom message has no description, so there is nothing that a push could show.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('victor')],
    past: [
      ...usedApp('iPhone', 12 * HOUR, 11 * HOUR),
      fromSam(9 * HOUR, 5_401, 'I will send you an order.', { pushed: DELIVERED }),
      fromSam(30 * MINUTE, 5_402, '', { content: { kind: 'custom', data: '{"order":7}', description: '' } }),
    ],
  },
  wendy: {
    story: 'Healthy; sam sent his message with PushFlag 1, which asks for no push.',
    clients: [onPhone('Android')],
    devices: [androidOf('wendy', 'xiaomi')],
    past: [
      ...usedApp('Android', 12 * HOUR, 11 * HOUR),
      fromSam(9 * HOUR, 5_501, 'The lights are off.', { pushed: DELIVERED }),
      fromSam(30 * MINUTE, 5_502, 'No need to answer tonight.', { pushDisabled: true }),
    ],
  },
  yuki: {
    story: 'Healthy, and a member of “live”, an AVChatRoom, whose messages are for those who are online.',
    clients: [onPhone('Android')],
    devices: [androidOf('yuki', 'honor')],
    past: [
      ...usedApp('Android', 12 * HOUR, 11 * HOUR),
      fromSam(9 * HOUR, 5_601, 'The stream starts tonight.', { pushed: DELIVERED }),
    ],
  },
}
