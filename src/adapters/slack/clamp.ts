const ELLIPSIS = '…'

/** Slack counts code points, not UTF-16 units. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}

/** Half of a character pair is not text, and Slack refuses the whole message for it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** At most `maximum` code points, with a mark where something was cut. */
export function clamp(text: string, maximum: number): string {
  const whole = wellFormed(text)
  if (whole.length <= maximum) return whole
  const characters = [...whole]
  return characters.length <= maximum ? whole : characters.slice(0, maximum - 1).join('') + ELLIPSIS
}
