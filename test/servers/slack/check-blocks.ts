import { LIMITS } from '../../../src/adapters/slack/limits.ts'

type Fields = Readonly<Record<string, unknown>>

const count = (text: string): number => [...text].length

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Everything in blocks that Slack would refuse, or that could page people; empty when all is well. */
export function problemsInBlocks(blocks: unknown, surface: 'message' | 'modal'): string[] {
  if (!Array.isArray(blocks)) return ['blocks are no list']
  const problems: string[] = []
  const most = surface === 'message' ? LIMITS.messageBlocks : LIMITS.modalBlocks
  if (blocks.length === 0 || blocks.length > most) problems.push(`${blocks.length} blocks`)
  if (blocks.filter((block) => isFields(block) && block['type'] === 'table').length > (surface === 'message' ? 1 : 0))
    problems.push('too many tables')
  const ids = blocks.flatMap((block) =>
    isFields(block) && typeof block['block_id'] === 'string' ? [block['block_id']] : [],
  )
  if (new Set(ids).size < ids.length) problems.push('a block_id twice')
  blocks.forEach((block, index) => {
    const found = isFields(block) ? problemsInBlock(block) : ['no block']
    problems.push(...found.map((problem) => `blocks[${index}]: ${problem}`))
  })
  const characters = blocks.reduce((sum: number, block: unknown) => sum + charactersIn(block), 0)
  if (surface === 'message' && characters > LIMITS.messageCharacters) problems.push(`${characters} characters`)
  return problems
}

function problemsInBlock(block: Fields): string[] {
  switch (block['type']) {
    case 'header':
      return plainText(block['text'], LIMITS.header)
    case 'section':
      return plainText(block['text'], LIMITS.sectionText)
    case 'divider':
      return []
    case 'context':
      return list(block['elements'], 1, 10).flatMap((element) => plainText(element, LIMITS.contextText))
    case 'rich_text':
      return list(block['elements'], 1, 100).flatMap(richPart)
    case 'table':
      return tableProblems(block)
    case 'image':
      return imageProblems(block)
    case 'actions':
      return actionProblems(block)
    case 'input':
      return inputProblems(block)
    default:
      return [`unexpected type ${String(block['type'])}`]
  }
}

/** Anything but plain text could be read as markup; the emoji of a colon form as well. */
function plainText(value: unknown, most: number): string[] {
  if (!isFields(value) || value['type'] !== 'plain_text' || value['emoji'] !== false) return ['no plain text']
  return text(value['text'], most)
}

function text(value: unknown, most: number): string[] {
  if (typeof value !== 'string') return ['text is no string']
  if (value.length === 0) return ['empty text']
  if (/\p{Surrogate}/u.test(value)) return ['half a character']
  return count(value) > most ? [`${count(value)} characters of ${most}`] : []
}

function list(value: unknown, least: number, most: number): Fields[] {
  if (!Array.isArray(value) || value.length < least || value.length > most) return [{ wrong: 'length' }]
  return value.map((item) => (isFields(item) ? item : { wrong: 'item' }))
}

const RICH_PARTS = new Set(['rich_text_section', 'rich_text_list', 'rich_text_preformatted'])

function richPart(part: Fields): string[] {
  if (!RICH_PARTS.has(String(part['type']))) return [`unexpected ${JSON.stringify(part['type'])}`]
  if (part['type'] === 'rich_text_list') return list(part['elements'], 1, 1000).flatMap(richPart)
  return list(part['elements'], 1, 5000).flatMap((element) => {
    if (element['type'] === 'text') return text(element['text'], 40_000)
    if (element['type'] === 'date')
      return Number.isInteger(element['timestamp']) ? text(element['fallback'], 200) : ['no timestamp']
    if (element['type'] === 'user') return /^[UW][A-Z0-9]+$/.test(String(element['user_id'])) ? [] : ['no user id']
    return [`unexpected element ${JSON.stringify(element['type'])}`]
  })
}

function tableProblems(block: Fields): string[] {
  const rows = block['rows']
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > LIMITS.tableRows) return ['rows']
  const widths = new Set(rows.map((row) => (Array.isArray(row) ? row.length : 0)))
  if (widths.size !== 1 || [...widths].some((width) => width < 1 || width > LIMITS.tableColumns)) return ['columns']
  return rows.flat().flatMap((cell) => (isFields(cell) ? list(cell['elements'], 1, 1).flatMap(richPart) : ['cell']))
}

/** Only pictures of our own: the address of another would be fetched by Slack, and show who reads. */
function imageProblems(block: Fields): string[] {
  const { slack_file: file, alt_text: alt, type: _, ...more } = block
  const id = isFields(file) && Object.keys(file).length === 1 ? file['id'] : undefined
  return [
    ...(typeof id === 'string' && id !== '' ? [] : ['no slack_file']),
    ...(Object.keys(more).length === 0 ? [] : [`unexpected ${Object.keys(more).join()}`]),
    ...text(alt, LIMITS.altText),
  ]
}

function actionProblems(block: Fields): string[] {
  const elements = list(block['elements'], 1, LIMITS.actions)
  const ids = new Set(elements.map((element) => element['action_id']))
  return [
    ...(ids.size === elements.length ? [] : ['an action_id twice']),
    ...elements.flatMap((element) => [
      ...(element['type'] === 'button' ? [] : ['no button']),
      ...plainText(element['text'], LIMITS.buttonText),
      ...text(element['value'], LIMITS.buttonValue),
      ...([undefined, 'primary', 'danger'].includes(element['style'] as string | undefined) ? [] : ['style']),
    ]),
  ]
}

function inputProblems(block: Fields): string[] {
  const element = block['element']
  if (!isFields(element) || element['type'] !== 'plain_text_input') return ['no input']
  const longest = Number(element['max_length'])
  return [
    ...(typeof block['block_id'] === 'string' ? [] : ['input without block_id']),
    ...plainText(block['label'], LIMITS.inputLabel),
    ...(block['hint'] === undefined ? [] : plainText(block['hint'], LIMITS.inputHint)),
    ...(longest >= 1 && longest <= LIMITS.inputValue ? [] : ['max_length']),
    ...(element['initial_value'] === undefined ? [] : text(element['initial_value'], LIMITS.inputValue)),
  ]
}

/** The sentence that notifications show is mrkdwn, so these three must never stand bare in it. */
export function problemsInText(value: unknown): string[] {
  const problems = text(value, LIMITS.topLevelText)
  if (typeof value !== 'string') return problems
  return [...problems, ...(/[<>]|&(?!(?:amp|lt|gt);)/.test(value) ? ['unescaped text'] : [])]
}

export function problemsInView(view: unknown): string[] {
  if (!isFields(view) || view['type'] !== 'modal') return ['no modal']
  const hasInput =
    Array.isArray(view['blocks']) && view['blocks'].some((block) => isFields(block) && block['type'] === 'input')
  return [
    ...plainText(view['title'], LIMITS.modalTitle),
    ...plainText(view['close'], LIMITS.modalButton),
    ...(hasInput ? plainText(view['submit'], LIMITS.modalButton) : []),
    ...(typeof view['private_metadata'] === 'string' && count(view['private_metadata']) <= LIMITS.privateMetadata
      ? []
      : ['metadata']),
    ...problemsInBlocks(view['blocks'], 'modal'),
  ]
}

function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + charactersIn(item), 0)
  if (!isFields(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, part]) => sum + (key === 'text' && typeof part === 'string' ? count(part) : charactersIn(part)),
    0,
  )
}

/** What a person reads in blocks, in order. */
export function readable(value: unknown): string {
  if (Array.isArray(value)) return value.map(readable).join('')
  if (!isFields(value)) return ''
  const own = ['text', 'fallback', 'alt_text'].map((key) => value[key]).filter((part) => typeof part === 'string')
  const end = ['header', 'rich_text', 'context', 'section', 'button', 'image'].includes(String(value['type']))
    ? '\n'
    : ''
  return own.join('') + Object.values(value).map(readable).join('') + end
}
