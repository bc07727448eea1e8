import { ERROR_INFO } from './error-info.ts'

/** What an endpoint answers: its own fields, or an ErrorCode. */
export type Outcome =
  | { ok: true; fields: Readonly<Record<string, unknown>> /** Without ActionStatus. */; bare?: boolean }
  | { ok: false; code: number; fields?: Readonly<Record<string, unknown>> }

export type Refusal = Outcome & { ok: false }

export const answer = (fields: Readonly<Record<string, unknown>> = {}): Outcome => ({ ok: true, fields })

/** Two old endpoints answer without ActionStatus. */
export const bareAnswer = (fields: Readonly<Record<string, unknown>>): Outcome => ({ ok: true, fields, bare: true })

export const refuse = (code: number, fields: Readonly<Record<string, unknown>> = {}): Refusal => ({
  ok: false,
  code,
  fields,
})

/** The body of the HTTP response, whose status is 200 either way. @see https://trtc.io/document/34620 */
export function toBody(outcome: Outcome): Record<string, unknown> {
  if (!outcome.ok) {
    const info = ERROR_INFO[outcome.code] ?? 'request refused'
    return { ActionStatus: 'FAIL', ErrorInfo: info, ErrorCode: outcome.code, ...outcome.fields }
  }
  return { ...(outcome.bare ? {} : { ActionStatus: 'OK' }), ErrorInfo: '', ErrorCode: 0, ...outcome.fields }
}
