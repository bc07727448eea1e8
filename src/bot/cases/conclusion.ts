import { z } from 'zod'
import { CAUSES } from '../../diagnostics/push/cause.ts'
import type { Diagnosis } from '../../diagnostics/push/diagnose-push.ts'
import type { AnyPushFinding } from '../../diagnostics/push/push-finding.ts'
import { snapshotOf, snapshotSchema } from '../cards/push/changes.ts'
import { withoutTokens } from '../cards/push/without-tokens.ts'

const finding = z.object({
  code: z.enum(CAUSES),
  severity: z.enum(['error', 'warning', 'note']),
  effect: z.enum(['blocks', 'unlikely', 'undecided', 'none']),
  confidence: z.enum(['certain', 'very-likely', 'possible']),
  owner: z.enum(['user', 'developer', 'administrator', 'vendor', 'tencent']).nullable(),
  params: z.record(z.string(), z.unknown()),
  evidence: z.array(z.looseObject({ kind: z.string() })),
})

const schema = z.object({
  snapshot: snapshotSchema,
  confidence: z.enum(['certain', 'very-likely', 'possible']),
  findings: z.array(finding),
})

/** What a case keeps of a diagnosis: codes, parameters and evidence, from which it is told anew in any language. */
export interface StoredConclusion extends Omit<z.infer<typeof schema>, 'findings'> {
  findings: readonly AnyPushFinding[]
}

/** What was beyond the first few was counted, not read, when it was new. */
const MOST_FINDINGS = 10

/** Holds no token. */
export function conclusionOf(diagnosis: Diagnosis): StoredConclusion {
  const { confidence, findings } = diagnosis
  return {
    snapshot: snapshotOf(diagnosis),
    confidence,
    findings: withoutTokens(findings.slice(0, MOST_FINDINGS)) as readonly AnyPushFinding[],
  }
}

/** Null: another version of the program wrote it in a way that this one cannot read. */
export function readConclusion(stored: unknown): StoredConclusion | null {
  const read = schema.safeParse(stored)
  if (!read.success) return null
  // That parameters fit their code is a matter of the version that wrote them; whoever words them is ready for others.
  return { ...read.data, findings: read.data.findings as unknown as readonly AnyPushFinding[] }
}
