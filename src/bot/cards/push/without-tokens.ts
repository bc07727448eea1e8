import { shown } from '../../words/shown.ts'

/** Characters of what a vendor says; more is read by nobody. */
const MOST_INFO = 200

/** What a vendor or Tencent says, for all to read: some repeat the token, or a key, that they refuse. */
export const infoWithoutTokens = (info: string, most = MOST_INFO): string => shown(info, most)

/** The same for every `info` within facts, however deep. */
export function withoutTokens(facts: unknown): unknown {
  if (Array.isArray(facts)) return facts.map(withoutTokens)
  if (typeof facts !== 'object' || facts === null) return facts
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      key === 'info' && typeof value === 'string' ? infoWithoutTokens(value) : withoutTokens(value),
    ]),
  )
}
