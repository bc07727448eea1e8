import type { Cast } from '../world/simulated-user.ts'
import { CLICKED, DAY, DELIVERED, fromSam, HOUR, iPhoneOf, MINUTE, onPhone, usedApp } from './props.ts'

/** Those who get their pushes. */
export const healthy: Cast = {
  alice: {
    story: 'Healthy: her iPhone is PushOnline, and her pushes are delivered and opened.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('alice', { fate: CLICKED })],
    past: [
      ...usedApp('iPhone', 30 * HOUR, 26 * HOUR),
      fromSam(20 * HOUR, 1_101, 'The release is planned for Thursday.', { pushed: DELIVERED, read: true }),
      fromSam(5 * HOUR, 1_102, 'Could you look at the draft before lunch?', { pushed: CLICKED, read: true }),
      ...usedApp('iPhone', 5 * HOUR - MINUTE, 5 * HOUR - 10 * MINUTE),
      fromSam(40 * MINUTE, 1_103, 'Thank you, the draft is on its way.', { pushed: DELIVERED }),
    ],
  },
  leo: {
    story: 'Healthy on two devices: his iPhone is PushOnline while the Web client is Online.',
    clients: [onPhone('iPhone'), { platform: 'Web', state: 'Online' }],
    devices: [iPhoneOf('leo', { model: 'iPhone 14 Pro' })],
    past: [
      ...usedApp('iPhone', 12 * HOUR, 11 * HOUR),
      { kind: 'login', ago: 2 * HOUR, platform: 'Web' },
      fromSam(50 * MINUTE, 1_201, 'The meeting room has moved to the third floor.', { pushed: DELIVERED }),
    ],
  },
  sam: {
    story: 'The sender of the others’ messages; healthy himself.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('sam', { fate: CLICKED, model: 'iPhone 13' })],
    past: [
      ...usedApp('iPhone', 2 * DAY, 20 * HOUR),
      {
        kind: 'message',
        ago: 4 * HOUR,
        from: 'alice',
        seq: 1_301,
        random: 71_301,
        content: { kind: 'text', text: 'I have read the draft and left some notes.' },
        pushed: CLICKED,
        read: true,
      },
      ...usedApp('iPhone', 4 * HOUR - MINUTE, 30 * MINUTE),
    ],
  },
}
