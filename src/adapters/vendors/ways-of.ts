import type { VendorCredential } from '../../diagnostics/vendors/credential.ts'
import type { Way, Ways } from '../../diagnostics/vendors/vendor-reply.ts'

const quiet = (certainty: Way['certainty']): Way => ({ certainty, onPhone: 'nothing' })
const shown = (certainty: Way['certainty']): Way => ({ certainty, onPhone: 'notification' })

const APNS: Ways = {
  credential: quiet('observed'),
  token: { certainty: 'documented', onPhone: 'wakes-app' },
  test: shown('documented'),
}
const FCM: Ways = { credential: quiet('documented'), token: quiet('documented'), test: shown('documented') }
const HUAWEI: Ways = { credential: quiet('documented'), token: quiet('hint'), test: shown('documented') }
const HARMONY: Ways = { credential: quiet('hint'), token: null, test: shown('documented') }
const HONOR: Ways = { credential: quiet('observed'), token: null, test: shown('observed') }
const XIAOMI: Ways = { credential: quiet('observed'), token: quiet('hint'), test: shown('documented') }
const OPPO: Ways = { credential: quiet('documented'), token: null, test: shown('documented') }
const VIVO: Ways = { credential: quiet('documented'), token: shown('hint'), test: shown('documented') }
const MEIZU: Ways = { credential: quiet('documented'), token: quiet('documented'), test: shown('documented') }

/** How a vendor can be asked; the drivers say why. Apart from them, so that nothing is loaded before something is asked. */
export function waysOf({ vendor, kind }: VendorCredential): Ways {
  switch (vendor) {
    case 'apns':
      return APNS
    case 'fcm':
      return FCM
    case 'huawei':
      return kind === 'oauth-client' ? HUAWEI : HARMONY
    case 'honor':
      return HONOR
    case 'xiaomi':
      return XIAOMI
    case 'oppo':
      return OPPO
    case 'vivo':
      return VIVO
    case 'meizu':
      return MEIZU
  }
}
