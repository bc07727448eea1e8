import { code, moment, relative, rich, strong, type Rich } from '../../rich.ts'

export const pushDevices = {
  title: (user: string) => `Devices of ${user}`,
  columns: ['Device', 'Vendor', 'Certificate', 'Token', 'Notifications', 'Seen'],
  none: rich`No device is known.`,
  noApi: rich`Tencent has no API that lists the tokens a user has now. What is known comes from past pushes: it may be out of date. A test push finds out.`,
  notReported: 'not reported',
  unknown: 'not known',
  notifications: { on: 'on', off: 'off', unknown: 'not known' },
  sources: { trace: 'push trace', callback: 'callback', registry: 'own records' },
  seen: (at: number, source: string): Rich => rich`${moment(at)} (${relative(at)}), ${source}`,
  numbered: (number: number, name: string) => `#${number} ${name}`,
  /** Before a test push to one of them. */
  confirmOne: (user: string, number: number, name: string): Rich =>
    rich`This shows a ${strong('real notification')} on one device of ${code(user)}: #${number} ${name}. It says that it is a test.`,
  untested: rich`Sent to the device's RegistrationID, which needs SDK 8.5.6864 or later on the phone. This way has not been tried on a live app yet.`,
  noRegistration: (number: number, name: string): Rich =>
    rich`The RegistrationID of device #${number} (${name}) is unknown, so a push can't be sent to it alone. Tencent has no API for it: have the app read ${code('getRegistrationID')} and your backend report it as ${code('registrationId')} to the device registry. Without ${code('--device')} the test push goes to all devices.`,
}
