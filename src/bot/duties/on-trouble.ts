/**
 * Tells whoever runs the bot what went wrong, in a word with dots and the facts to it: codes and ids, never a secret. It may be
 * told many times of the same; saying so once in a while is its own affair. Never throws.
 */
export type OnTrouble = (what: string, facts: Readonly<Record<string, string | number>>) => void
