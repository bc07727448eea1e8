import { VENDORS, type Vendor } from './entry.ts'

export const isVendor = (word: string): word is Vendor => VENDORS.some((vendor) => vendor === word)
