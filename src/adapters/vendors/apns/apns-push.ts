import type { TestText } from '../../../diagnostics/ports/push-vendors.ts'

/** A push apart from whom it goes to. */
export interface ApnsPush {
  headers: Readonly<Record<string, string>>
  body: string
}

/** Seconds for which Apple keeps a test push for a phone that is offline. */
const TEST_KEPT = 300

/** Shows nothing and makes no sound; it may wake the app for a moment. */
export const quietPush: ApnsPush = {
  headers: { 'apns-push-type': 'background', 'apns-priority': '5', 'apns-expiration': '0' },
  body: JSON.stringify({ aps: { 'content-available': 1 } }),
}

/** @param now UNIX milliseconds */
export const testPush = ({ title, text }: TestText, now: number): ApnsPush => ({
  headers: {
    'apns-push-type': 'alert',
    'apns-priority': '10',
    'apns-expiration': String(Math.floor(now / 1_000) + TEST_KEPT),
  },
  body: JSON.stringify({ aps: { alert: { title, body: text }, sound: 'default' } }),
})
