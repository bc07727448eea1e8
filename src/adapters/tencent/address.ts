import type { ImApp } from '../../diagnostics/im/im-app.ts'

/** The host of each data centre; an app of another one is refused there (60026). @see https://trtc.io/document/34621 */
const HOSTS: ReadonlyMap<string, string> = new Map([
  ['china', 'console.tim.qq.com'],
  ['singapore', 'adminapisgp.im.qcloud.com'],
  ['seoul', 'adminapikr.im.qcloud.com'],
  ['tokyo', 'adminapijpn.im.qcloud.com'],
  ['frankfurt', 'adminapiger.im.qcloud.com'],
  ['siliconvalley', 'adminapiusa.im.qcloud.com'],
  ['jakarta', 'adminapiidn.im.qcloud.com'],
  ['riyadh', 'adminapiksa.im.qcloud.com'],
])

/**
 * Where an app's calls go, without a slash at the end, as in `https://console.tim.qq.com`; null: nobody knows.
 * @param override takes the place of the app's own address, as for a simulated app
 */
export function baseOf(app: ImApp, override: string | null): string | null {
  const base = override ?? app.baseUrl
  if (base === null) {
    const host = HOSTS.get(app.region)
    return host === undefined ? null : `https://${host}`
  }
  if (!URL.canParse(base)) return null
  const { protocol, host, pathname } = new URL(base)
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${host}${pathname.replace(/\/+$/, '')}` : null
}

/** The whole address of one call. The signature is in it: it must not be shown. */
export function addressOf(
  base: string,
  call: { endpoint: string; sdkAppId: number; identifier: string; usersig: string; random: number },
): string {
  const identifier = encodeURIComponent(call.identifier)
  const usersig = encodeURIComponent(call.usersig)
  const who = `sdkappid=${call.sdkAppId}&identifier=${identifier}&usersig=${usersig}`
  return `${base}/${call.endpoint}?${who}&random=${call.random}&contenttype=json`
}
