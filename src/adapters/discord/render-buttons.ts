import { ButtonStyle, ComponentType } from './discord-js.ts'
import type { APIActionRowComponent, APIButtonComponentWithCustomId } from 'discord.js'
import type { ActionStyle } from '../../bot/card.ts'
import { cutPlain, visible } from './escape-text.ts'
import { LIMITS } from './limits.ts'

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>

export interface Button {
  label: string
  style: ActionStyle
  customId: string
}

const STYLES = {
  default: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} satisfies Readonly<Record<ActionStyle, APIButtonComponentWithCustomId['style']>>

/** Buttons in rows of five; what is beyond five rows is left out. */
export function renderButtons(buttons: readonly Button[]): ButtonRow[] {
  const rows: ButtonRow[] = []
  for (const { label, style, customId } of buttons.slice(0, LIMITS.rows * LIMITS.buttonsPerRow)) {
    let row = rows.at(-1)
    if (!row || row.components.length === LIMITS.buttonsPerRow) {
      row = { type: ComponentType.ActionRow, components: [] }
      rows.push(row)
    }
    row.components.push({
      type: ComponentType.Button,
      style: STYLES[style],
      label: cutPlain(visible(label).trim() || '…', LIMITS.buttonLabel),
      custom_id: customId,
    })
  }
  return rows
}
