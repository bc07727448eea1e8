import type { Judge } from '../judge.ts'
import { vendorFindings } from '../vendor-findings.ts'

/** A daily or rate limit of the vendor is used up. */
export const quota: Judge = (each) => vendorFindings(each, 'quota')
