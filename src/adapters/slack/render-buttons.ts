import type { types } from '@slack/bolt'
import type { ActionStyle } from '../../bot/card.ts'
import { clamp } from './clamp.ts'
import { LIMITS } from './limits.ts'

/** A button as it is sent: what it does stands behind the key, which only the bot can read. */
export interface Button {
  label: string
  style: ActionStyle
  key: string
  /** Set for a button that opens the form of this command: all it needs for that, it carries. */
  opens?: string
}

const PRESS = 'press.'
const FORM = 'form.'

export function renderButtons(buttons: readonly Button[]): types.ActionsBlock | null {
  if (buttons.length === 0) return null
  return {
    type: 'actions',
    elements: buttons.slice(0, LIMITS.actions).map(({ label, style, key, opens }, index) => ({
      type: 'button',
      text: { type: 'plain_text', text: clamp(label, LIMITS.buttonText), emoji: false },
      action_id: opens === undefined ? `${PRESS}${index}` : `${FORM}${opens}`,
      value: key,
      // Slack knows no style called default.
      ...(style === 'default' ? {} : { style }),
    })),
  }
}

/** What the bot is asked with when a button is pressed; a button that is not ours gives a key that nobody keeps. */
export const keyOfPress = (actionId: string, value: string | undefined): string =>
  actionId.startsWith(PRESS) ? (value ?? '') : ''

export interface OpenedForm {
  command: string
  /** What the button carries for the form: a sealed signature, or nothing of use. */
  value: string
}

/** The form that a pressed button opens; null for other buttons. */
export const formOfPress = (actionId: string, value: string | undefined): OpenedForm | null =>
  actionId.startsWith(FORM) ? { command: actionId.slice(FORM.length), value: value ?? '' } : null
