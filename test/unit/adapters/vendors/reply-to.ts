import type { CodeEntry } from '../../../../src/diagnostics/codes/entry.ts'

/** What a listed code must come back as: a refusal of its kind, or no answer where the vendor itself fails or is too busy. */
export function replyTo({ code, kind, http }: CodeEntry, status = http ?? (kind === 'server' ? 500 : 200)): object {
  if (status === 429 || (status >= 500 && kind === 'quota')) return { kind: 'unanswered', reason: 'busy', http: status }
  if (status >= 500 || kind === 'server') return { kind: 'unanswered', reason: 'broken', http: status }
  return { kind: 'refused', about: kind, code, http: status }
}
