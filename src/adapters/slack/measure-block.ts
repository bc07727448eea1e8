import type { types } from '@slack/bolt'
import { clamp } from './clamp.ts'
import type { SlackBlock } from './render-block.ts'

/**
 * Text in a block, as Slack adds it up over a message. In UTF-16 units, which are never fewer than characters and cost
 * nothing to count.
 */
export function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let length = 0
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'string') length += textLength(part)
    else if (key === 'text' || key === 'fallback') length += part.length
  }
  return length
}

/** The block cut to at most `room` characters; null where it cannot be cut, as what is copied must be whole. */
export function cutBlock(block: SlackBlock, room: number): SlackBlock | null {
  if (block.type !== 'rich_text') return null
  const [first] = block.elements
  if (first?.type === 'rich_text_section') {
    const elements = cutElements(first.elements, room)
    return elements.length === 0 ? null : { ...block, elements: [{ ...first, elements }] }
  }
  if (first?.type === 'rich_text_list') {
    let left = room
    const items = first.elements.filter((item) => (left -= textLength(item)) >= 0)
    return items.length === 0 ? null : { ...block, elements: [{ ...first, elements: items }] }
  }
  return null
}

function cutElements(elements: readonly types.RichTextElement[], room: number): types.RichTextElement[] {
  const kept: types.RichTextElement[] = []
  let left = room
  for (const element of elements) {
    const length = textLength(element)
    if (length <= left) kept.push(element)
    else if (element.type === 'text' && left > 1) kept.push({ ...element, text: clamp(element.text, left) })
    left -= length
    if (left <= 0) break
  }
  return kept
}
