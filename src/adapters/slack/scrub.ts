const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\bx(?:ox[a-z]|app)-[\w-]+/g, '[token]'],
  // Response urls and socket addresses are capabilities.
  [/\b(?:https?|wss?):\/\/[^\s"'<>]+/g, '[url]'],
  [/(?<![A-Za-z0-9])e[AJN][A-Za-z0-9*_\-+/=%]{20,}/g, '[signature]'],
]

const LONGEST = 300

/** What the SDK or Slack said, fit for a log: no token, no url, no signature, not a whole page of HTML. */
export const scrub = (text: string): string =>
  SECRETS.reduce((cleaned, [secret, mask]) => cleaned.replace(secret, mask), text.slice(0, LONGEST * 4)).slice(
    0,
    LONGEST,
  )
