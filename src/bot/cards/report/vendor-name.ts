import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import type { Texts } from '../../texts/texts.ts'

export const vendorName = (vendor: Vendor | null, texts: Texts): string =>
  vendor === null ? texts.report.otherVendor : texts.errors.vendors[vendor]
