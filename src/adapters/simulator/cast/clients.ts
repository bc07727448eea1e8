import type { Cast } from '../world/simulated-user.ts'
import { androidOf, DAY, DELIVERED, fromSam, HOUR, MINUTE, usedApp } from './props.ts'

/** Those whose logins decide: who is not reachable on a phone, or does not need a push. */
export const clients: Cast = {
  carol: {
    story: 'Online on her Android phone: the app shows messages itself, so the vendor is not asked.',
    clients: [{ platform: 'Android', state: 'Online' }],
    devices: [androidOf('carol', 'huawei')],
    past: [
      ...usedApp('Android', 28 * HOUR, 22 * HOUR),
      fromSam(8 * HOUR, 2_101, 'Good morning, the numbers are in.', { pushed: DELIVERED, read: true }),
      { kind: 'login', ago: 20 * MINUTE, platform: 'Android' },
      fromSam(10 * MINUTE, 2_102, 'Are you at your phone?', { read: true }),
    ],
  },
  dave: {
    story: 'Logged out two hours ago: nothing is pushed until he logs in again.',
    clients: [],
    past: [
      ...usedApp('iPhone', 30 * HOUR, 25 * HOUR),
      { kind: 'login', ago: 3 * HOUR, platform: 'iPhone' },
      { kind: 'logout', ago: 2 * HOUR, platform: 'iPhone' },
      fromSam(HOUR, 2_201, 'Dinner at seven?'),
    ],
  },
  erin: {
    story: 'A login on the Web threw out her iPhone three hours ago; only the Web client is left.',
    clients: [{ platform: 'Web', state: 'Online' }],
    past: [
      ...usedApp('iPhone', 26 * HOUR, 24 * HOUR),
      { kind: 'login', ago: 3 * HOUR, platform: 'Web', kicked: ['iPhone'] },
      fromSam(2 * HOUR, 2_301, 'The parcel has arrived.', { read: true }),
    ],
  },
  frank: {
    story: 'Has not opened the app for nine days; seven days after the connection was lost he went Offline.',
    clients: [],
    devices: [androidOf('frank', 'xiaomi')],
    past: [...usedApp('Android', 9 * DAY + 2 * HOUR, 9 * DAY), fromSam(3 * HOUR, 2_401, 'Long time no see!')],
  },
  mia: {
    story: 'Uses the Web client only and never logged in on a phone.',
    clients: [{ platform: 'Web', state: 'Online' }],
    past: [
      { kind: 'login', ago: HOUR, platform: 'Web' },
      fromSam(30 * MINUTE, 2_501, 'The invoice is attached.', { read: true }),
    ],
  },
  pat: {
    story: 'The account was imported, but nobody ever logged in with it.',
    clients: [],
    past: [fromSam(6 * HOUR, 2_601, 'Welcome aboard!')],
  },
}
