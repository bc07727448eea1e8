import type { Cast } from '../world/simulated-user.ts'
import { ACCEPTED, androidOf, DELIVERED, fromSam, HOUR, iPhoneOf, MINUTE, onPhone, refused, usedApp } from './props.ts'

const QUOTA = refused(10_070, 'daily total of operational messages exceeded')
const CATEGORY = refused(67, 'category or notify_level is not allowed')
const OUTAGE = refused(81_000_001, 'system inner error')
const CONTENT = refused(80_100_016, 'message contains sensitive content')

/** Those whose pushes Tencent hands over, and the vendor or the phone does not show. */
export const vendors: Cast = {
  heidi: {
    story: 'Switched notifications off on her iPhone: APNs accepts the push, and the phone shows nothing.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('heidi', { notifications: 'off', fate: ACCEPTED })],
    past: [
      ...usedApp('iPhone', 9 * HOUR, 8 * HOUR),
      fromSam(3 * HOUR, 4_101, 'The garden is in bloom.', { pushed: ACCEPTED }),
    ],
  },
  ivan: {
    story: 'The app’s daily quota at vivo is used up (10070), since its messages count as operational ones.',
    clients: [onPhone('Android')],
    devices: [androidOf('ivan', 'vivo', { fate: QUOTA })],
    past: [
      ...usedApp('Android', 14 * HOUR, 13 * HOUR),
      fromSam(10 * HOUR, 4_201, 'The first offer is out.', { pushed: DELIVERED }),
      fromSam(2 * HOUR, 4_202, 'The second offer is out.', { pushed: QUOTA }),
      fromSam(HOUR, 4_203, 'The last offer is out.', { pushed: QUOTA }),
    ],
  },
  quinn: {
    story: 'OPPO refuses the message’s category (67): the private channel does not allow it.',
    clients: [onPhone('Android')],
    devices: [androidOf('quinn', 'oppo', { fate: CATEGORY })],
    past: [
      ...usedApp('Android', 8 * HOUR, 7 * HOUR),
      fromSam(2 * HOUR, 4_301, 'The list is complete.', { pushed: CATEGORY }),
    ],
  },
  rosa: {
    story: 'Huawei’s push service fails at the moment (81000001); it is nothing about her.',
    clients: [onPhone('Android')],
    devices: [androidOf('rosa', 'huawei', { fate: OUTAGE })],
    past: [
      ...usedApp('Android', 8 * HOUR, 7 * HOUR),
      fromSam(5 * HOUR, 4_401, 'The shop opens at ten.', { pushed: DELIVERED, read: true }),
      fromSam(25 * MINUTE, 4_402, 'The shop is open now.', { pushed: OUTAGE }),
    ],
  },
  steve: {
    story: 'Honor accepts his pushes, but the receipts that used to come stay away.',
    clients: [onPhone('Android')],
    devices: [androidOf('steve', 'honor', { fate: ACCEPTED })],
    past: [
      ...usedApp('Android', 50 * HOUR, 48 * HOUR),
      fromSam(30 * HOUR, 4_501, 'The bus was late today.', { pushed: DELIVERED, read: true }),
      fromSam(20 * HOUR, 4_502, 'Tomorrow I take the train.', { pushed: DELIVERED }),
      fromSam(6 * HOUR, 4_503, 'The train was on time.', { pushed: ACCEPTED }),
      fromSam(4 * HOUR, 4_504, 'I am in the office.', { pushed: ACCEPTED }),
      fromSam(HOUR, 4_505, 'Coffee at four?', { pushed: ACCEPTED }),
    ],
  },
  xavier: {
    story: 'Huawei refused the text of the last message as sensitive (80100016).',
    clients: [onPhone('Android')],
    devices: [androidOf('xavier', 'huawei', { fate: CONTENT })],
    past: [
      ...usedApp('Android', 8 * HOUR, 7 * HOUR),
      fromSam(2 * HOUR, 4_601, 'Win a free phone, click now!', { pushed: CONTENT }),
    ],
  },
}
