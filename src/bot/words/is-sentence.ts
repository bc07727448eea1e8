import type { Command } from '../command.ts'
import type { Token } from './tokens.ts'

/** Words that no argument begins with or holds, so that what holds them is a sentence. */
const OF_SENTENCES =
  /^(?:of|for|is|are|was|were|does|do|did|doesn't|don't|didn't|isn't|aren't|the|my|our|an?|not|no|why|when|where|what|how|to|from|with|fails?|failed|failing|gets?|got|getting|can|can't|cannot|could|please|pls|and|or|about|on|in|at|by|that|this|says?|has|have|hasn't|any|us|me|he|she|they|it)$/i

/** A rest is read by its command, whatever it holds; only UserIDs are known not to be words of a sentence. */
export function isSentence({ args }: Command, tokens: readonly Token[]): boolean {
  const places = Object.entries(args).filter(([, { place }]) => place === 'word' || place === 'list')
  if (!places.some(([name]) => name === 'user' || name === 'token')) return false
  return tokens.some(({ value, quoted }) => !quoted && OF_SENTENCES.test(value.replace(/[?.!,]$/, '')))
}
