import type { Judge } from '../judge.ts'
import { missingRegistration } from '../missing-registration.ts'

/** The app never told Tencent which certificate to push with (`businessID`). */
export const certificateMissing: Judge = (each) =>
  missingRegistration(each, {
    cause: 'certificate-missing',
    code: -1,
    lacks: ({ certificateId, untold = [] }) => certificateId === null && !untold.includes('certificateId'),
  })
