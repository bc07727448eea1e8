import type { ConfigProblem } from './problem.ts'

/**
 * Hints at numbers that go with another region, or that are no SDKAppID. Tencent documents no ranges, and exceptions exist:
 * eight digits from 2000… were seen on the international site alone, ten digits from 14… and 16… mostly on the mainland one.
 * With a `baseUrl` the region says nothing.
 */
export function regionHints(
  apps: Readonly<Record<string, { sdkAppId: number; region: string; baseUrl?: string | undefined }>>,
): readonly ConfigProblem[] {
  return Object.entries(apps).flatMap(([name, { sdkAppId, region, baseUrl }]) => {
    const id = String(sdkAppId)
    if (/^(?:12[5-9]|13\d)\d{7}$/.test(id)) return [{ key: `apps.${name}.sdkAppId`, problem: 'account-app-id' }]
    if (baseUrl !== undefined) return []
    const key = `apps.${name}.region`
    if (/^20\d{6}$/.test(id) && region === 'china') return [{ key, problem: 'region-international' }]
    if (/^1[46]\d{8}$/.test(id) && region !== 'china') return [{ key, problem: `region-mainland:${region}` }]
    return []
  })
}
