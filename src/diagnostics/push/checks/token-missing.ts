import type { Judge } from '../judge.ts'
import { missingRegistration } from '../missing-registration.ts'

/** The phone got no token from its vendor, or the app did not report it. */
export const tokenMissing: Judge = (each) =>
  missingRegistration(each, {
    cause: 'token-missing',
    code: -2,
    lacks: ({ token, certificateId, untold = [] }) =>
      token === null && certificateId !== null && !untold.includes('token'),
  })
