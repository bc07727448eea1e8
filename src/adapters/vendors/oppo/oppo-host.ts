import type { Secret } from '../../../diagnostics/secret.ts'

export const MAINLAND = 'https://api.push.oppomobile.com'
const ABROAD = 'https://api-intl.push.oppomobile.com'

/** Where a token is sent to: its part before the last `_` is a region, as in `realme_IN_…`; without one it is of China. */
export function oppoHost(token: Secret): string {
  const region = token.reveal().split('_').at(-2)
  return region === undefined || region === 'CN' ? MAINLAND : ABROAD
}
