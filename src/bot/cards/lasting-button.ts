import type { Action, ActionStyle } from '../card.ts'
import { runButton } from './push/push-buttons.ts'

/** A button on a card that stands in the channel for days. */
export const lastingButton = (
  label: string,
  command: string,
  args: Readonly<Record<string, unknown>>,
  style: ActionStyle = 'default',
): Action => ({ ...runButton(label, command, args, style), lasting: true })
