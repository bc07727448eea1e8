import type { Message } from 'discord.js'

/** All that a person can read in a message, also of another bot: its text, its embeds, and a message it forwards. */
export function messageText(message: Message): string {
  const forwarded = message.messageSnapshots.map((snapshot) => [
    snapshot.content,
    ...snapshot.embeds.flatMap(embedText),
  ])
  return [message.content, ...message.embeds.flatMap(embedText), ...forwarded.flat()].filter((part) => part).join('\n')
}

const embedText = (embed: Message['embeds'][number]): readonly (string | null)[] => [
  embed.title,
  embed.description,
  ...embed.fields.flatMap(({ name, value }) => [name, value]),
  embed.footer?.text ?? null,
]
