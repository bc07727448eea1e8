import type { types } from '@slack/bolt'
import type { Block } from '../../bot/card.ts'
import { plainRich, type Reader } from '../../bot/cards/plain-text.ts'
import type { Rich } from '../../bot/rich.ts'
import { lengthOf, wellFormed } from './clamp.ts'
import { LIMITS } from './limits.ts'
import { plainElement, richElements, strongElement } from './render-rich.ts'
import { slackTexts } from './texts.ts'

type Table = Extract<Block, { kind: 'table' }>

/**
 * A table as Slack's own where Slack takes it: in messages only, few columns, not too long. Else as a list, a row an
 * item, each cell with its column's name.
 */
export function renderTable(table: Table, reader: Reader, surface: 'message' | 'modal'): types.KnownBlock | null {
  if (table.rows.length === 0 || table.columns.length === 0) return null
  return surface === 'message' && fits(table, reader) ? asTable(table, reader) : asList(table, reader)
}

function fits({ columns, rows }: Table, reader: Reader): boolean {
  if (columns.length > LIMITS.tableColumns || rows.length >= LIMITS.tableRows) return false
  const characters = rows
    .flat()
    .reduce((sum, cell) => sum + lengthOf(plainRich(cell, reader)), lengthOf(columns.join('')))
  return characters <= LIMITS.tableCharacters / 2
}

function asTable({ columns, rows }: Table, reader: Reader): types.KnownBlock {
  const cell = (text: Rich): types.TableBlock['rows'][number][number] => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: orDash(richElements(text, reader)) }],
  })
  return {
    type: 'table',
    rows: [
      columns.map((name) => ({
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: orDash(name === '' ? [] : [strongElement(name)]) }],
      })),
      ...rows.map((row) => columns.map((_, index) => cell(row[index] ?? []))),
    ],
  }
}

function asList({ columns, rows }: Table, reader: Reader): types.KnownBlock {
  const { colon } = slackTexts(reader.locale)
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: rows.map((row) => ({
          type: 'rich_text_section',
          elements: columns.flatMap((name, index) => [
            ...(index > 0 ? [plainElement(' · ')] : []),
            strongElement(`${wellFormed(name)}${colon}`),
            ...orDash(richElements(row[index] ?? [], reader)),
          ]),
        })),
      },
    ],
  }
}

/** An empty cell is refused by Slack. */
const orDash = (elements: readonly types.RichTextElement[]): types.RichTextElement[] =>
  elements.length === 0 ? [plainElement('–')] : [...elements]
