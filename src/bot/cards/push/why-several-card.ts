import type { Diagnosis } from '../../../diagnostics/push/diagnose-push.ts'
import type { Card } from '../../card.ts'
import { strong } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { shownUser } from '../../words/shown.ts'
import { TONE } from './why-card.ts'
import { pushFindingWords } from './finding-words.ts'
import { runButton } from './push-buttons.ts'

/** A verdict for each user with the way to the whole diagnosis. Holds no token. */
export function whySeveralCard(
  diagnoses: readonly Diagnosis[],
  { nobody, notAsked, simulated }: { nobody: readonly string[]; notAsked: readonly string[]; simulated: boolean },
  texts: Texts,
): Card {
  const { push, asked, conversation } = texts
  const failing = diagnoses.filter(({ verdict }) => verdict !== 'can-receive').length
  const tones = diagnoses.map(({ verdict }) => TONE[verdict])
  return {
    tone: tones.includes('bad') ? 'bad' : tones.includes('warn') ? 'warn' : 'good',
    title: asked.several.title(diagnoses.length, failing),
    blocks: [
      ...diagnoses.map((diagnosis) => {
        const { verdict, cause, findings } = diagnosis
        const { userId } = diagnosis.case.question
        const title = push.title(shownUser(userId), verdict, cause === null ? null : push.causes[cause])
        const [lead] = findings
        const remedy =
          lead === undefined || verdict === 'can-receive' ? [] : ['\n→ ', ...pushFindingWords(lead, texts).remedy]
        return { kind: 'text' as const, text: [strong(title), ...remedy] }
      }),
      ...(nobody.length === 0 ? [] : [{ kind: 'note' as const, text: asked.several.nobody(nobody.join(', ')) }]),
      ...(notAsked.length === 0
        ? []
        : [{ kind: 'note' as const, text: asked.several.more(notAsked.map((user) => shownUser(user)).join(', ')) }]),
      ...(simulated ? [{ kind: 'note' as const, text: conversation.simulated }] : []),
    ],
    actions: diagnoses.map(({ case: { question } }) =>
      runButton(shownUser(question.userId), 'push.why', { user: question.userId, app: question.app.name }),
    ),
  }
}
