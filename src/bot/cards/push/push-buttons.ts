import { Secret } from '../../../diagnostics/secret.ts'
import type { Action, ActionStyle } from '../../card.ts'

/** A button that asks a command as if it were typed. */
export const runButton = (
  label: string,
  command: string,
  args: Readonly<Record<string, unknown>>,
  style: ActionStyle = 'default',
): Action => ({ kind: 'run', label, style, intent: { command, args: new Secret(args) } })
