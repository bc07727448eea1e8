import type { Cast } from '../world/simulated-user.ts'
import { CERTIFICATE_IDS } from './demo-console.ts'
import { androidOf, DELIVERED, fromSam, HOUR, iPhoneOf, MINUTE, onPhone, refused, usedApp } from './props.ts'

const UNREGISTERED = refused(410, 'Unregistered')
const BAD_TOKEN = refused(400, 'BadDeviceToken')
const NO_TARGET = refused(20_301, 'No valid targets')
const SANITY = refused(-201, 'certificate id or token is invalid')

/** Those whose phones reported a token or a certificate that does not do. */
export const registrations: Cast = {
  bob: {
    story: 'His token died: pushes arrived until yesterday, and since then APNs answers 410 Unregistered.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('bob', { fate: UNREGISTERED, model: 'iPhone 12' })],
    past: [
      ...usedApp('iPhone', 40 * HOUR, 32 * HOUR),
      fromSam(26 * HOUR, 3_101, 'The tickets are booked.', { pushed: DELIVERED, read: true }),
      fromSam(5 * HOUR, 3_102, 'Did you get the tickets?', { pushed: UNREGISTERED }),
      fromSam(3 * HOUR, 3_103, 'Please call me back.', { pushed: UNREGISTERED }),
      fromSam(HOUR, 3_104, 'The train leaves at nine.', { pushed: UNREGISTERED }),
    ],
  },
  grace: {
    story: 'Her production build reports the development certificate, so APNs answers 400 BadDeviceToken.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('grace', { certificateId: CERTIFICATE_IDS.apnsDevelopment, fate: BAD_TOKEN })],
    past: [
      ...usedApp('iPhone', 10 * HOUR, 9 * HOUR),
      fromSam(4 * HOUR, 3_201, 'The new build is in the store.', { pushed: BAD_TOKEN }),
      fromSam(2 * HOUR, 3_202, 'Have you installed it?', { pushed: BAD_TOKEN }),
    ],
  },
  nina: {
    story: 'Her app reports no certificate ID ("0"), so nothing is handed to the vendor.',
    clients: [onPhone('iPhone')],
    devices: [iPhoneOf('nina', { certificateId: '0' })],
    past: [
      ...usedApp('iPhone', 8 * HOUR, 7 * HOUR),
      fromSam(3 * HOUR, 3_301, 'The contract is signed.', { pushed: DELIVERED }),
    ],
  },
  oscar: {
    story: 'His app never got a token from the vendor, so there is none to push to.',
    clients: [onPhone('Android')],
    devices: [androidOf('oscar', 'vivo', { token: '' })],
    past: [
      ...usedApp('Android', 8 * HOUR, 7 * HOUR),
      fromSam(2 * HOUR, 3_401, 'Your order has been shipped.', { pushed: DELIVERED }),
    ],
  },
  tina: {
    story: 'Two causes at once: Xiaomi no longer knows her token, and notifications are switched off.',
    clients: [onPhone('Android')],
    devices: [androidOf('tina', 'xiaomi', { notifications: 'off', fate: NO_TARGET })],
    past: [
      ...usedApp('Android', 12 * HOUR, 10 * HOUR),
      fromSam(6 * HOUR, 3_501, 'The rehearsal starts at six.', { pushed: NO_TARGET }),
      fromSam(45 * MINUTE, 3_502, 'We are waiting for you.', { pushed: NO_TARGET }),
    ],
  },
  zoe: {
    story: 'Her phone reports a certificate ID that the app does not have, so Tencent’s own check fails (-201).',
    clients: [onPhone('Android')],
    devices: [androidOf('zoe', 'fcm', { certificateId: '15099', fate: SANITY })],
    past: [
      ...usedApp('Android', 9 * HOUR, 8 * HOUR),
      fromSam(2 * HOUR, 3_601, 'The keys are at the reception.', { pushed: SANITY }),
    ],
  },
}
