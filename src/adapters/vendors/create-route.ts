import type { TestText } from '../../diagnostics/ports/push-vendors.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import type { ApnsCertificate, ApnsKey, VendorCredential } from '../../diagnostics/vendors/credential.ts'
import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'
import { createFcm } from './fcm.ts'
import { createHonor } from './honor.ts'
import { createHuawei } from './huawei.ts'
import { createHuaweiHarmony } from './huawei-harmony.ts'
import { createMeizu } from './meizu.ts'
import { createOppo } from './oppo.ts'
import type { VendorDriver } from './vendor-driver.ts'
import type { VendorHttp } from './vendor-http.ts'
import { createVivo } from './vivo.ts'
import { createXiaomi } from './xiaomi.ts'

/** A driver with its credential in hand. */
interface Bound {
  probeCredential(signal: AbortSignal): Promise<VendorReply>
  probeToken(token: Secret, signal: AbortSignal): Promise<VendorReply>
  sendTest(token: Secret, text: TestText, signal: AbortSignal): Promise<VendorReply>
}

export interface RouteParts {
  http: VendorHttp
  apns: VendorDriver<ApnsKey | ApnsCertificate>
  /** UNIX milliseconds. */
  now: () => number
}

/** Every credential to the driver that can use it. */
export type Route = (credential: VendorCredential) => Bound

/** Loads the drivers of all vendors. */
export function createRoute({ apns, ...parts }: RouteParts): Route {
  const fcm = createFcm(parts)
  const huawei = createHuawei(parts)
  const harmony = createHuaweiHarmony(parts)
  const honor = createHonor(parts)
  const xiaomi = createXiaomi(parts)
  const oppo = createOppo(parts)
  const vivo = createVivo(parts)
  const meizu = createMeizu(parts)

  return (credential) => {
    switch (credential.vendor) {
      case 'apns':
        return bound(apns, credential)
      case 'fcm':
        return bound(fcm, credential)
      case 'huawei':
        return credential.kind === 'oauth-client' ? bound(huawei, credential) : bound(harmony, credential)
      case 'honor':
        return bound(honor, credential)
      case 'xiaomi':
        return bound(xiaomi, credential)
      case 'oppo':
        return bound(oppo, credential)
      case 'vivo':
        return bound(vivo, credential)
      case 'meizu':
        return bound(meizu, credential)
    }
  }
}

function bound<Credential extends VendorCredential>(driver: VendorDriver<Credential>, credential: Credential): Bound {
  return {
    probeCredential: (signal) => driver.probeCredential(credential, signal),
    probeToken: (token, signal) => driver.probeToken(credential, token, signal),
    sendTest: (token, text, signal) => driver.sendTest(credential, token, text, signal),
  }
}
