import type { Block, Field, Tone } from '../../bot/card.ts'
import { cutPlain, escapeText, fence, strongText } from './escape-text.ts'
import { renderRich, type Fitted } from './render-rich.ts'
import { renderTable } from './render-table.ts'

export const TONE_EMOJI: Readonly<Record<Tone, string>> = { good: '✅', warn: '⚠️', bad: '❌', info: 'ℹ️' }

/** Below this much room a block is left out rather than shown as a stump. */
const STUMP = 40

/** A block as markup of at most `room` UTF-16 units. */
export function renderBlock(block: Block, room: number): Fitted {
  if (room < STUMP && block.kind !== 'image') return { text: '', cut: true }
  switch (block.kind) {
    case 'text':
      return renderRich(block.text, room)
    case 'fields':
      return renderFields(block.fields, room)
    case 'table':
      return renderTable(block, room)
    case 'code':
      return renderCode(block.text, room)
    case 'finding':
      return renderFinding(block, room)
    case 'note':
      return prefixed(renderRich(block.text, room - 3 - block.text.length * 4), '-# ', room)
    case 'image':
      // A file of its own, which the embed shows below all of its text.
      return { text: '', cut: false }
    case 'divider':
      return { text: '────────────', cut: false }
  }
}

function renderFields(fields: readonly Field[], room: number): Fitted {
  const lines: string[] = []
  let left = room
  for (const { label, value } of fields) {
    const head = `${strongText(label)} `
    const line = renderRich(value, left - head.length)
    if (line.text.length + head.length + 1 > left) return { text: lines.join('\n'), cut: true }
    lines.push(head + line.text)
    left -= head.length + line.text.length + 1
    if (line.cut) return { text: lines.join('\n'), cut: true }
  }
  return { text: lines.join('\n'), cut: false }
}

/** The fence is shortened from within, so that it is always closed. */
function renderCode(text: string, room: number): Fitted {
  const whole = fence(text)
  if (whole.length <= room) return { text: whole, cut: false }
  // Broken-up backticks grow to at most twice their length.
  const grown = whole.length - text.length
  return { text: fence(cutPlain(text, Math.max(1, Math.floor((room - grown) / 2)))), cut: true }
}

function renderFinding(finding: Extract<Block, { kind: 'finding' }>, room: number): Fitted {
  const head = `${TONE_EMOJI[finding.tone]} ${strongText(finding.label)} `
  const codes = finding.codes === null ? '' : `\n-# ${escapeText(finding.codes)}`
  const body = renderRich(finding.text, room - head.length - codes.length)
  const above = head + body.text + codes
  if (above.length > room) return { text: '', cut: true }
  if (finding.remedy.length === 0 || body.cut) return { text: above, cut: body.cut }
  const below = prefixed(
    renderRich(finding.remedy, room - above.length - 1 - 4 * finding.remedy.length),
    '> ',
    room - above.length - 1,
  )
  return { text: below.text === '' ? above : `${above}\n${below.text}`, cut: below.cut }
}

/** Puts the prefix before every line; what then is too long loses whole lines. */
function prefixed(fitted: Fitted, prefix: string, room: number): Fitted {
  let text = ''
  for (const line of fitted.text.split('\n')) {
    const next = `${text === '' ? '' : '\n'}${prefix}${line}`
    if (text.length + next.length > room) return { text, cut: true }
    text += next
  }
  return { text, cut: fitted.cut }
}
