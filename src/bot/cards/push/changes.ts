import { z } from 'zod'
import { CAUSES } from '../../../diagnostics/push/cause.ts'
import type { Diagnosis } from '../../../diagnostics/push/diagnose-push.ts'
import { seen } from '../../../diagnostics/push/evidence.ts'
import type { Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'

/** What is kept of a diagnosis to compare the next one with: codes, no sentences. */
export const snapshotSchema = z.object({
  at: z.number(),
  verdict: z.enum(['can-receive', 'cannot-receive', 'unlikely', 'unknown']),
  state: z.string().nullable(),
  causes: z.array(z.enum(CAUSES)),
})

export type WhySnapshot = z.infer<typeof snapshotSchema>

export const snapshotOf = ({ case: each, verdict, findings }: Diagnosis): WhySnapshot => ({
  at: each.now,
  verdict,
  state: stateWords(each.evidence.state),
  causes: [...new Set(findings.map(({ code }) => code))],
})

/** "PushOnline (iPhone PushOnline, Web Online)": Tencent's own words, the same in every language. */
function stateWords(state: Diagnosis['case']['evidence']['state']): string | null {
  const value = seen(state)
  if (value === null) return null
  const clients = value.clients.map(({ platform, state }) => `${platform} ${state}`).toSorted()
  return clients.length === 0 ? value.state : `${value.state} (${clients.join(', ')})`
}

/** What is different from last time, line by line; null where there was none that can be read. */
export function changesSince(before: unknown, now: WhySnapshot, texts: Texts): readonly Rich[] | null {
  const read = snapshotSchema.safeParse(before)
  if (!read.success) return null
  const { changed } = texts.push
  const old = read.data
  const lines: Rich[] = []
  if (old.verdict !== now.verdict) lines.push(changed.verdict(old.verdict, now.verdict))
  if (old.state !== null && now.state !== null && old.state !== now.state)
    lines.push(changed.state(old.state, now.state))
  for (const cause of old.causes) if (!now.causes.includes(cause)) lines.push(changed.gone(cause))
  for (const cause of now.causes) if (!old.causes.includes(cause)) lines.push(changed.come(cause))
  if (lines.length === 0) return [changed.nothing(old.at)]
  return [changed.lead(old.at), ...lines.map((line): Rich => ['• ', ...line])]
}
