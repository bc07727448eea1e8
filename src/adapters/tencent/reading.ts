import { z } from 'zod'
import { number, textOrEmpty } from './fields.ts'

/** What an answer says to the one who asked. `refused`: the one thing that was asked for was refused inside of it. */
export type Reading<Value> =
  | { kind: 'value'; value: Value }
  | { kind: 'refused'; code: number; info: string }
  | { kind: 'garbage' }

export const value = <Value>(value: Value): Reading<Value> => ({ kind: 'value', value })
export const refused = (code: number, info: string): Reading<never> => ({ kind: 'refused', code, info })
export const GARBAGE: Reading<never> = { kind: 'garbage' }

/** An answer's frame: the code (0: none; null: refused without one), and the object that it stands in. */
export interface Frame {
  code: number | null
  info: string
  body: unknown
}

const frame = z.object({
  ErrorCode: number.optional().catch(undefined),
  ActionStatus: z.string().optional().catch(undefined),
  ErrorInfo: textOrEmpty,
})

/** Null: not an answer of the server API. Some calls answer without `ActionStatus`, but then with a code. */
export function readFrame(json: string): Frame | null {
  let body: unknown
  try {
    body = JSON.parse(json)
  } catch {
    return null
  }
  const read = frame.safeParse(body)
  if (!read.success) return null
  const { ErrorCode: code, ActionStatus: status, ErrorInfo: info } = read.data
  if (code === undefined && status === undefined) return null
  const isFailure = status?.toUpperCase() === 'FAIL'
  return { code: isFailure && (code ?? 0) === 0 ? null : (code ?? 0), info, body }
}
