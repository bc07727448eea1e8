import type { Judge } from '../judge.ts'
import { vendorFindings } from '../vendor-findings.ts'

/** The vendor, or the way to it, does not work. */
export const vendorOutage: Judge = (each) => vendorFindings(each, 'vendor-outage')
