import { isVendor } from '../../../diagnostics/codes/is-vendor.ts'
import type { Refusal } from '../../../diagnostics/push/push-finding.ts'
import { adviceOn, type RefusalAdvice } from '../../../diagnostics/push/refusal-advice.ts'
import { code, rich, type Rich } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import { vendors } from './codes.ts'
import { networkRemedies } from './network.ts'

/** "5 minutes ahead of Tencent's". @param skewMs milliseconds, positive: ahead */
export const skewWords = (skewMs: number): string =>
  `${formatDuration(Math.round(Math.abs(skewMs) / 60_000) * 60, 'en')} ${skewMs > 0 ? 'ahead of' : 'behind'} Tencent's`

const SYNCHRONISE = 'Synchronise it (NTP, chrony), then check again.'

/** What to do about a refused or failed call to Tencent or a vendor; null: nothing particular is known. */
export function refusalRemedy(refusal: Refusal): Rich | null {
  const advice = adviceOn(refusal)
  return advice === null ? null : remedyOf(advice, refusal)
}

/** The most telling first: what Tencent answered, then what kept it from answering. */
export const firstRemedy = (refusals: readonly Refusal[]): Rich | null =>
  refusals
    .toSorted((one, other) => Number(other.code !== null) - Number(one.code !== null))
    .map(refusalRemedy)
    .find((remedy) => remedy !== null) ?? null

function remedyOf(advice: RefusalAdvice, { endpoint }: Refusal): Rich {
  const server = isVendor(endpoint) ? `the server of ${vendors[endpoint]}` : "Tencent's REST API"
  switch (advice.about) {
    case 'clock':
      return advice.skewMs === null
        ? rich`The signature was made a moment ago, so the clock of this machine is wrong. ${SYNCHRONISE}`
        : rich`The clock of this machine is ${skewWords(advice.skewMs)}, and every signature holds its time. ${SYNCHRONISE}`
    case 'administrator':
      return rich`The account in ${code('administrator')} is not an app administrator. Set it to one that the Chat console lists under App administrators, or add it there.`
    case 'app':
      return rich`Compare ${code('sdkAppId')} and ${code('region')} with the Chat console: this data centre does not know the app, or has no key for it.`
    case 'region':
      return rich`Set ${code('region')} in the configuration to the data centre that the Chat console shows for this app.`
    case 'address':
      return rich`The app allows its REST API from certain IP addresses only. Have the address of this machine added to that list.`
    case 'path':
      return rich`Tencent does not know the path that was called. Check ${code('baseUrl')} in the configuration (a proxy must keep the path ${code('/v4/…')} whole); without a ${code('baseUrl')}, the app's region or plan may not offer this call.`
    case 'parameters':
      return rich`Tencent got the URL without its parameters. Check ${code('baseUrl')} in the configuration: a proxy must keep the query whole.`
    case 'plan':
      return rich`The plan of this app has expired, was never bought, or is in arrears. Renew it in the Chat console; it takes some minutes to work.`
    case 'disabled':
      return rich`The app, or this call, is disabled. Look at the app's state in the Chat console, and ask Tencent's support if it looks active.`
    case 'product':
      return rich`This app was created for another product (push only, or chat only), which does not have this call. Set ${code('sdkAppId')} to the Chat app.`
    case 'trial':
      return rich`The trial plan's REST calls for 24 hours are used up. Wait, or upgrade the plan.`
    case 'push-service':
      return rich`The push service is not switched on for this app. Switch it on in the Chat console, or set ${code('push: self-integrated')} if you talk to the vendors yourself.`
    case 'network':
      return rich`${networkRemedies[advice.fault](server)}`
    case 'http':
      return advice.status >= 500
        ? rich`${server.startsWith('T') ? server : 'The server'} or a proxy before it failed with HTTP ${advice.status}. Check again in a minute.`
        : rich`HTTP ${advice.status} is no answer of this API. Check ${code('baseUrl')} and the proxy: something else answered.`
    case 'stand-in':
      return rich`Something else answered in place of ${server}: a proxy, a firewall or a captive portal. Check ${code('baseUrl')} and HTTPS_PROXY.`
  }
}
