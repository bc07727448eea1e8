import type { Judge } from '../judge.ts'
import { vendorFindings } from '../vendor-findings.ts'

/** The vendor refuses the text or the form of the notification. */
export const contentRejected: Judge = (each) => vendorFindings(each, 'content-rejected')
