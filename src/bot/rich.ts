/**
 * Text as a person will read it, free of any platform's markup. A plain string is shown letter by letter, whatever it
 * contains; emphasis, code and times are values of their own. So nothing a user typed can become markup or a mention.
 */
export type Inline =
  | string
  | { kind: 'code'; value: string }
  | { kind: 'strong'; value: string }
  /** `at` in UNIX milliseconds. `moment` is date and time in the reader's zone, `relative` is "3 hours ago". */
  | { kind: 'time'; at: number; as: 'moment' | 'relative' }
  /** Somebody of a platform, by their id there: shown by name on that platform, and pinging nobody but on Slack. */
  | { kind: 'person'; platform: string; id: string }

export type Rich = readonly Inline[]

export const code = (value: string | number): Inline => ({ kind: 'code', value: String(value) })
export const strong = (value: string): Inline => ({ kind: 'strong', value })
export const moment = (at: number): Inline => ({ kind: 'time', at, as: 'moment' })
export const person = (platform: string, id: string): Inline => ({ kind: 'person', platform, id })
export const relative = (at: number): Inline => ({ kind: 'time', at, as: 'relative' })

type Part = Inline | Rich | number

/** Template tag: `rich\`Signed for ${code(user)}\`` makes Rich. Values keep their kind, the rest is plain text. */
export function rich(literals: TemplateStringsArray, ...parts: readonly Part[]): Rich {
  const inlines: Inline[] = []
  literals.forEach((literal, index) => {
    if (literal !== '') inlines.push(literal)
    const part = parts[index]
    if (part === undefined) return
    if (Array.isArray(part)) inlines.push(...part)
    else inlines.push(typeof part === 'number' ? String(part) : (part as Inline))
  })
  return inlines
}
