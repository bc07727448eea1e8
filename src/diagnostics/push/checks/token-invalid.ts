import type { Judge } from '../judge.ts'
import { vendorFindings } from '../vendor-findings.ts'

/** The vendor no longer knows the token: the app was removed, or its data cleared. */
export const tokenInvalid: Judge = (each) => vendorFindings(each, 'token-invalid')
