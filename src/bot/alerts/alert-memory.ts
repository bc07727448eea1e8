import type { CredentialEvidence } from '../../diagnostics/alerts/alert-evidence.ts'
import type { ApiHealth } from '../../diagnostics/figures/report-figures.ts'
import type { VendorCounts } from '../../diagnostics/figures/vendor-counts.ts'

/** What is not asked anew at every look; `at` in UNIX milliseconds. */
export interface AppMemory {
  api: { at: number; health: ApiHealth } | null
  credentials: { at: number; seen: readonly CredentialEvidence[] } | null
  baseline: { of: string; counts: readonly VendorCounts[] } | null
}

/** What one process knows between two looks. All of it may be lost: it is asked for again, and a card is edited once too often. */
export interface AlertMemory {
  /** By the app's name. */
  apps: Map<string, AppMemory>
  /** By the key of a post, which version of it is shown; null: it does not stand there, and never will. */
  shown: Map<string, string | null>
}

export const newAlertMemory = (): AlertMemory => ({ apps: new Map(), shown: new Map() })

export function memoryOf({ apps }: AlertMemory, app: string): AppMemory {
  const known = apps.get(app)
  if (known !== undefined) return known
  const fresh: AppMemory = { api: null, credentials: null, baseline: null }
  apps.set(app, fresh)
  return fresh
}
