import type { Judge } from '../judge.ts'
import { vendorFindings } from '../vendor-findings.ts'

/** The vendor takes the message for another class than the app may send. */
export const messageCategory: Judge = (each) => vendorFindings(each, 'message-category')
