import { z } from 'zod'
import { accepted } from '../accepted.ts'
import { type Answered, judged, judgedByStatus } from '../judged.ts'
import type { Reading } from '../oauth/create-oauth-calls.ts'
import { readJson, scrubbed } from '../read-reply.ts'
import { fcmErrorSchema, type FcmError } from './fcm-error.ts'

const sentSchema = z.object({ name: z.string() })
const failureSchema = z.object({ error: fcmErrorSchema })

/** The answer of `messages:send`. */
export function readFcm(answer: Answered, secrets: readonly string[]): Reading {
  const body = readJson(answer.text)
  const sent = answer.status === 200 ? sentSchema.safeParse(body).data : undefined
  if (sent !== undefined) return { reply: accepted(scrubbed(sent.name, secrets)), isLoginRefused: false }
  const error = failureSchema.safeParse(body).data?.error
  const code = error === undefined ? null : codeOf(error)
  if (error === undefined || code === null)
    return { reply: judgedByStatus('fcm', answer), isLoginRefused: answer.status === 401 }
  const reply = judged('fcm', code, answer, scrubbed(wordsOf(error), secrets))
  return { reply, isLoginRefused: code === 'UNAUTHENTICATED' }
}

function codeOf({ status, message, fcmCode, violations, reasons }: FcmError): string | null {
  const isVague = fcmCode === undefined || (fcmCode === 'UNSPECIFIED_ERROR' && status !== undefined)
  const code = isVague ? (reasons.find((reason) => reason === 'SERVICE_DISABLED') ?? status) : fcmCode
  if (code !== 'INVALID_ARGUMENT') return code ?? null
  // Where Google does not name the field, its sentence does.
  const isAboutToken =
    violations.length === 0
      ? /registration token/i.test(message)
      : violations.some(({ field }) => field === 'message.token')
  return isAboutToken ? 'INVALID_ARGUMENT/message.token' : code
}

function wordsOf({ status, message, fcmCode, violations, apns }: FcmError): string {
  const fields = violations.map(({ field, description }) => `${field}: ${description}`)
  return [
    ...(status === 'NOT_FOUND' && fcmCode === undefined ? ['it may be the project that is not known'] : []),
    ...(apns === undefined ? [] : [`APNs ${apns.statusCode} ${apns.reason}`]),
    message,
    ...fields,
  ]
    .filter((part) => part !== '')
    .join('; ')
}
