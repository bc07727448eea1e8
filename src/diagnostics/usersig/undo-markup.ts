import type { RecoveryNotes } from './recovery-notes.ts'

/** What a chat client does around a text: links, quote marks, code fences, spoilers and strikes. */
export function undoMarkup(text: string, notes: RecoveryNotes): string {
  return dropSpoilers(dropFences(dropQuoteMarks(dropLinks(text, notes), notes), notes), notes)
}

function dropLinks(text: string, notes: RecoveryNotes): string {
  if (!text.includes('<') && !text.includes('](')) return text
  const dropped = text
    .replace(/<[^<>|\s]{1,9000}\|([^<>|]{1,9000})>/g, '$1')
    .replace(/<((?:https?|mailto):[^<>|\s]{1,9000})>/g, '$1')
    .replace(/^\[([^\][]{1,9000})\]\((?:https?|mailto):[^()\s]{0,9000}\)$/, '$1')
  if (dropped !== text) notes.repairs.add('link')
  return dropped.replace(/^(?:https?|mailto):(?:\/\/)?(?=e[A-Za-z0-9*-]{59,}_*$)/, '')
}

function dropQuoteMarks(text: string, notes: RecoveryNotes): string {
  if (!text.startsWith('>')) return text
  notes.repairs.add('quote-mark')
  return text.replace(/^[ \t]*>+[ \t]?/gm, '')
}

function dropFences(text: string, notes: RecoveryNotes): string {
  const start = text.indexOf('```')
  if (start < 0) return text
  notes.repairs.add('code-fence')
  const end = text.indexOf('```', start + 3)
  const inside = end < 0 ? (start === 0 ? text.slice(3) : text.slice(0, start)) : text.slice(start + 3, end)
  const language = /^[A-Za-z0-9+#-]{1,20}[ \t]*\r?\n/.exec(inside)?.[0] ?? ''
  return inside.slice(language.length)
}

function dropSpoilers(text: string, notes: RecoveryNotes): string {
  const dropped = text.replace(/^[~|]{1,4}/, '').replace(/[~|]{1,4}$/, '')
  if (dropped !== text) notes.repairs.add('emphasis')
  return dropped
}
