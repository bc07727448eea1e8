import type { GeneratedUsersig } from '../../diagnostics/usersig/generate-usersig.ts'
import type { Block, Card } from '../card.ts'
import { rich, type Rich } from '../rich.ts'
import type { App } from '../services.ts'
import type { Texts } from '../texts/texts.ts'
import { userbufFields } from './usersig-card.ts'

/** The one card that holds a signature; it is only ever shown to the person who asked. */
export function generatedCard(
  made: GeneratedUsersig,
  { user, app, warnings }: { user: string; app: App; warnings: readonly Rich[] },
  texts: Texts,
): Card {
  const { titles, fields } = texts.usersig
  const blocks: Block[] = [
    { kind: 'text', text: texts.usersig.generatedLead(user, app.name, made.expiresAt) },
    { kind: 'code', text: made.sig.reveal() },
    {
      kind: 'fields',
      fields: [
        { label: fields.lifetime, value: rich`${texts.usersig.lifetime(made.ttlSeconds)}` },
        { label: fields.expires, value: texts.usersig.expires(made.expiresAt) },
        ...(made.userbuf === null ? [] : userbufFields(made.userbuf, texts)),
      ],
    },
  ]
  for (const text of warnings)
    blocks.push({
      kind: 'finding',
      tone: 'warn',
      label: texts.conversation.severities.warning,
      text,
      remedy: [],
      codes: null,
    })
  if (app.simulated) blocks.push({ kind: 'note', text: texts.conversation.simulated })
  return {
    tone: warnings.length > 0 ? 'warn' : 'good',
    title: made.userbuf === null ? titles.generated(user) : titles.generatedRoom(user),
    blocks,
    actions: [],
  }
}
