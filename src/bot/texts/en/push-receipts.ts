import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import type { ReceiptSetup } from '../../../diagnostics/vendors/receipts.ts'
import { code, rich, strong, type Rich } from '../../rich.ts'
import { vendors } from './codes.ts'

/** Where each has its receipt address entered. */
const PLACES: Partial<Record<Vendor, string>> = {
  huawei: 'AppGallery Connect (Push Kit, message receipt)',
  honor: "Honor's developer console (push receipt)",
  vivo: "vivo's push console (receipt)",
  meizu: 'the Flyme push console (receipt management)',
}

/** What else it takes. */
const BESIDES: Partial<Record<Vendor, Rich>> = {
  vivo: rich` Then enter the receipt ID that vivo shows in the certificate in Tencent's console.`,
  meizu: rich` Check it twice: with a wrong URL, Meizu stops pushing.`,
}

export const pushReceipts = {
  lead: rich`${strong('Deliveries not counted')}`,
  /** No receipt of this vendor has ever come in, and what to do. */
  missing: (vendor: Vendor, setup: ReceiptSetup): Rich => {
    const name = vendors[vendor]
    switch (setup.kind) {
      case 'none':
        return rich`${name} has no delivery statistics, so a delivery can't be confirmed here.`
      case 'old-certificate':
        return rich`No receipt from ${name} has ever come in: certificates with an ID up to 11344 (here ${code(setup.certificateId)}) have none. Add the certificate again in Tencent's console for a new ID, and keep the old one until all apps report the new one.`
      case 'url':
        return setup.url === null
          ? rich`No receipt from ${name} has ever come in: receipts aren't set up. Tencent's documents list no receipt URL for the region ${code(setup.region)}: ask Tencent for it.`
          : rich`No receipt from ${name} has ever come in: receipts aren't set up. In ${PLACES[vendor] ?? name}, enter ${code(setup.url)}.${BESIDES[vendor] ?? []}`
    }
  },
}
