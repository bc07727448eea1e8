import { missingIn } from '../../diagnostics/im/classify-refusal.ts'
import type { ImApp } from '../../diagnostics/im/im-app.ts'
import type { ImService } from '../../diagnostics/ports/im-service.ts'
import { askIm } from '../../diagnostics/push/probe.ts'
import { pushFinding } from '../../diagnostics/push/push-finding.ts'
import type { Block } from '../card.ts'
import { pushFindingWords } from '../cards/push/finding-words.ts'
import type { Context } from '../command.ts'
import type { Texts } from '../texts/texts.ts'

/** What is asked for does not wait long for this, milliseconds. */
const BOUND_MS = 4_000

/** Whether Tencent knows the account; null: it did not say. */
export async function accountExists(
  { app, userId }: { app: ImApp; userId: string },
  im: ImService,
  { clock, signal }: Pick<Context, 'clock' | 'signal'>,
): Promise<boolean | null> {
  const run = { clock, signal, boundMs: BOUND_MS }
  const probed = await askIm(run, (ending) => im.accountExists(app, userId, ending))
  if (probed.kind === 'absent') return missingIn(probed.refusal) === 'missing-account' ? false : null
  return probed.kind === 'seen' ? probed.value : null
}

/** That nobody has this UserID: most often it is misspelt, or the app is the wrong one. Nothing where that is not known. */
export function accountNote(userId: string, exists: boolean | null, texts: Texts): readonly Block[] {
  if (exists !== false) return []
  const weight = { effect: 'blocks', confidence: 'certain' } as const
  const { message, remedy } = pushFindingWords(pushFinding('account-not-found', weight, { userId }, []), texts)
  return [
    { kind: 'finding', tone: 'warn', label: texts.conversation.severities.warning, text: message, remedy, codes: null },
  ]
}
