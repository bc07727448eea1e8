/** Between two characters that Discord must not read as one token; shows nothing. */
export const ZERO_WIDTH_SPACE = '\u200b'

// Control characters and the bidirectional overrides, with which a name could rewrite the line it stands in.
// Half a surrogate pair is no character at all, and JSON cannot carry it.
// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu

/** Makes characters that draw nothing, but change how others are drawn, visible. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '\ufffd')
}

/**
 * Plain text as Discord markup that shows it letter by letter: no emphasis, link, list, heading, quote, spoiler, emoji or
 * mention. discord.js's `escapeMarkdown` leaves links, mentions and line starts alone, so it is not used. A backslash
 * before punctuation is always hidden by Discord's clients, which makes escaping too much harmless.
 */
export function escapeText(text: string): string {
  return visible(text)
    .replace(/[\\*_~|`<>[\]]/g, '\\$&')
    .replace(/:(?=[\w+-]+:|\/\/)/g, '\\:')
    .replace(/^(\s*)(#|-#|-|\+)/gm, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s|$)/gm, '$1\\.')
    .replace(/(?<=<)@|@(?=everyone|here)/gi, `@${ZERO_WIDTH_SPACE}`)
}

/** The smallest parts that may be separated: an escape and its character, `@` and what defuses it, one code point. */
export const escapedUnits = (escaped: string): readonly string[] => escaped.match(/\\.|@\u200b|./gsu) ?? []

/** Text in bold; nothing where there is nothing to show, since `****` would swallow what follows. */
export const strongText = (text: string): string => (text.trim() === '' ? '' : `**${escapeText(text)}**`)

/** Inline code. A backtick cannot be escaped in it, so it becomes a look-alike. */
export function inlineCode(value: string, maximum = INLINE_CODE_MAXIMUM): string {
  const shown = visible(value).replace(/\s/g, ' ').replaceAll('`', 'ˋ')
  return `\`${shown === '' ? ' ' : cutPlain(shown, maximum)}\``
}

const INLINE_CODE_MAXIMUM = 300

/** A fence around text to be copied; a fence inside the text is broken up. */
export function fence(text: string): string {
  return `\`\`\`\n${visible(text).replace(/`(?=``)|(?<=``)`/g, `\`${ZERO_WIDTH_SPACE}`)}\n\`\`\``
}

/** Cuts unformatted text to so many UTF-16 units, between code points, with an ellipsis. */
export function cutPlain(text: string, maximum: number): string {
  if (text.length <= maximum) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > maximum - 1) break
    kept += character
  }
  return `${kept}…`
}
