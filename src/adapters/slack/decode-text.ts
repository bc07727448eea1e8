// `<…>` is always Slack's own: a `<` that a person typed arrives as `&lt;`.
const TOKEN = /<([^<>\n]*)>/g

/**
 * Text as a person typed it, out of what Slack makes of it: entities, automatic links and mentions of people. The bot's own
 * mention is taken out wherever it stands. Markup such as bold or code stays: it may be part of a signature.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function decodeText(text: string, botUserId: string | null): string {
  return decodeEntities(
    withoutAddress(text, botUserId).replace(TOKEN, (whole, inside: string) => token(inside) ?? whole),
  ).trim()
}

/** "hey @bot, …" is addressed to the bot as much as "@bot …"; no other words before the mention are dropped. */
const GREETING = /^\s*(?:hey|hi|hello|ok|please|你好|您好|嗨|请问)?(?: there)?[\s,，!！]*$/iu

function withoutAddress(text: string, botUserId: string | null): string {
  if (botUserId === null) return text
  const [before = '', ...after] = text.split(new RegExp(`<@${botUserId}(?:\\|[^<>]*)?>[ \\t]*[:,，：]?`))
  return after.length === 0 ? text : [GREETING.test(before) ? '' : before, ...after].join(' ')
}

/** Once, and `&amp;` last, so that a typed `&lt;` stays one. */
const decodeEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

function token(inside: string): string | null {
  const bar = inside.indexOf('|')
  const target = bar === -1 ? inside : inside.slice(0, bar)
  const label = bar === -1 ? '' : inside.slice(bar + 1)
  if (target.startsWith('@')) return label === '' ? target : `@${label.replace(/^@/, '')}`
  // A channel stays as Slack names it: by its id it is found without another scope, by its name it may not be.
  if (target.startsWith('#')) return null
  // `<!here>`, `<!subteam^S1|@team>`, `<!date^…|written out>`: the label is what was seen.
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1).replace(/\^.*/, '')}` : label
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return null
  return label === '' ? target.replace(/^mailto:/, '') : label
}
