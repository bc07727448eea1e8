import type { Inline, Rich } from '../../bot/rich.ts'
import { ZERO_WIDTH_SPACE, escapedUnits, escapeText, inlineCode, strongText } from './escape-text.ts'

/** Markup that was made to fit; `cut` when something had to go. */
export interface Fitted {
  text: string
  cut: boolean
}

const ELLIPSIS = '…'
const LONGEST_SECONDS = 8_640_000_000_000

/** Rich text as Discord markup of at most `room` UTF-16 units, never cut inside an escape, a code span or a time. */
export function renderRich(rich: Rich, room: number): Fitted {
  const parts = rich.flatMap((inline) => {
    const markup = renderInline(inline)
    return markup === '' ? [] : [{ inline, markup }]
  })
  // `**a****b**` and two code spans side by side would be read as one.
  const joined = parts.map(({ inline, markup }, index) =>
    typeof inline === 'string' || typeof (parts[index - 1]?.inline ?? '') === 'string'
      ? markup
      : ZERO_WIDTH_SPACE + markup,
  )
  const whole = joined.join('')
  if (whole.length <= room) return { text: whole, cut: false }
  let text = ''
  for (const [index, markup] of joined.entries()) {
    if (text.length + markup.length >= room) {
      // Code, emphasis and times are shown whole or not at all.
      if (typeof parts[index]?.inline === 'string') text += cutMarkup(markup, room - text.length - ELLIPSIS.length)
      break
    }
    text += markup
  }
  return { text: room < 1 ? '' : text + ELLIPSIS, cut: true }
}

/** As much of escaped text as fits, cut between its units. */
export function cutMarkup(markup: string, room: number): string {
  let kept = ''
  for (const unit of escapedUnits(markup)) {
    if (kept.length + unit.length > room) break
    kept += unit
  }
  return kept
}

function renderInline(inline: Inline): string {
  if (typeof inline === 'string') return escapeText(inline)
  switch (inline.kind) {
    case 'code':
      return inlineCode(inline.value)
    case 'strong':
      return strongText(inline.value)
    case 'time':
      return timestamp(inline.at, inline.as)
    case 'person':
      return isMention(inline) ? `<@${inline.id}>` : escapeText(inline.id)
  }
}

const MEMBER_ID = /^\d{15,20}$/

/** Whether Discord shows a name in place of this person's id. It pings nobody: every call says so. */
const isMention = ({ platform, id }: Extract<Inline, { kind: 'person' }>): boolean =>
  platform === 'discord' && MEMBER_ID.test(id)

/** Whether it is nothing but letters and digits where no markup is shown. */
export const needsMarkup = (inline: Inline): boolean =>
  typeof inline !== 'string' && (inline.kind === 'time' || (inline.kind === 'person' && isMention(inline)))

/** Discord draws times in the reader's own zone. Beyond the years it knows, the number itself is shown. */
function timestamp(at: number, as: 'moment' | 'relative'): string {
  const seconds = Math.floor(at / 1000)
  if (!Number.isFinite(seconds) || Math.abs(seconds) > LONGEST_SECONDS) return escapeText(String(at))
  if (String(Math.abs(seconds)).length > 11) return inlineCode(new Date(at).toISOString())
  return `<t:${seconds}:${as === 'moment' ? 'f' : 'R'}>`
}

/** Rich text where no markup is shown: a fence, a button, a push notification. Times are absolute, in UTC. */
export function plainInline(rich: Rich): string {
  return rich.map((inline) => (typeof inline === 'string' ? inline : plainPart(inline))).join('')
}

function plainPart(inline: Exclude<Inline, string>): string {
  if (inline.kind === 'person') return inline.id
  if (inline.kind !== 'time') return inline.value
  const date = new Date(inline.at)
  if (Number.isNaN(date.getTime())) return String(inline.at)
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
