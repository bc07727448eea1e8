import type { Cast } from '../world/simulated-user.ts'
import { GLOBAL_CERTIFICATE_IDS } from './demo-console.ts'
import { androidOf, DELIVERED, fromSam, HOUR, iPhoneOf, MINUTE, onPhone, refused, usedApp } from './props.ts'

const { apns, fcm } = GLOBAL_CERTIFICATE_IDS
const BAD_KEY = refused(403, 'InvalidProviderToken')

/** The cast of the second app, `demo-global`. */
export const globalCast: Cast = {
  sam: {
    story: 'The sender, as in the other app; his logins and phones there are not known here.',
    clients: [onPhone('Android')],
    devices: [androidOf('sam abroad', 'fcm', { certificateId: fcm })],
    past: usedApp('Android', 20 * HOUR, 19 * HOUR),
  },
  ines: {
    story: 'Healthy: her Android phone gets its pushes by FCM.',
    clients: [onPhone('Android')],
    devices: [androidOf('ines', 'fcm', { certificateId: fcm })],
    past: [
      ...usedApp('Android', 10 * HOUR, 9 * HOUR),
      fromSam(2 * HOUR, 7_101, 'The flight is on time.', { pushed: DELIVERED }),
    ],
  },
  jonas: {
    story: 'APNs rejects the app’s own key (403 InvalidProviderToken): no iPhone of this app gets pushes.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('jonas', { certificateId: apns, fate: BAD_KEY })],
    past: [
      ...usedApp('iPhone', 10 * HOUR, 9 * HOUR),
      fromSam(50 * MINUTE, 7_201, 'The gate has changed.', { pushed: BAD_KEY }),
    ],
  },
  hugo: {
    story: 'Logged in on a phone that never registered for pushes: no device is bound.',
    clients: [onPhone('Android')],
    past: [...usedApp('Android', 10 * HOUR, 9 * HOUR), fromSam(HOUR, 7_301, 'Boarding has begun.')],
  },
}
