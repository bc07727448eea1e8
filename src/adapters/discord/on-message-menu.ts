import type { MessageContextMenuCommandInteraction } from 'discord.js'
import { findSignature } from '../../bot/words/find-signature.ts'
import { Secret } from '../../diagnostics/secret.ts'
import { answerInteraction, type InteractionWork } from './answer-interaction.ts'
import { openId } from './custom-id.ts'
import { messageText } from './message-text.ts'
import { say } from './say.ts'
import { DISCORD_TEXTS } from './texts.ts'

/**
 * "Verify this UserSig" on a message: verifies what looks like one where the message says whose it is; else inspects it, and
 * offers to verify it for a user.
 */
export async function onMessageMenu(
  interaction: MessageContextMenuCommandInteraction,
  work: InteractionWork,
): Promise<void> {
  const found = findSignature(messageText(interaction.targetMessage))
  if (found === null) return say(interaction, 'no-signature', work)
  const sig = found.sig.reveal()
  if (found.user !== null) {
    const args = new Secret({ sig, user: found.user })
    return answerInteraction(interaction, { kind: 'call', intent: { command: 'usersig.verify', args } }, work)
  }
  const args = new Secret({ sig })
  await answerInteraction(
    interaction,
    { kind: 'call', intent: { command: 'usersig.inspect', args } },
    {
      ...work,
      more: ({ status, locale }) => {
        if (status !== 'ok') return []
        const key = work.context.held.hold({ command: 'usersig.verify', args }, interaction.user.id)
        return [{ label: DISCORD_TEXTS[locale].verifyForUser, style: 'primary', customId: openId(key) }]
      },
    },
  )
}
