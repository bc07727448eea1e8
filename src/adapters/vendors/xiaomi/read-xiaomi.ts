import { z } from 'zod'
import type { Answered } from '../judged.ts'
import { codeShape, failed, type NotRead, readAnswer } from '../read-answer.ts'
import { scrubbed } from '../read-reply.ts'
import type { HttpAnswer } from '../vendor-http.ts'

const Shape = z.object({
  result: z.string().optional(),
  code: codeShape,
  reason: z.string().nullish(),
  description: z.string().nullish(),
  data: z.unknown().optional(),
})

const OverQuota = z.object({ channel_exceed_quota: z.unknown().optional() })

export interface XiaomiTaken {
  ok: true
  answered: Answered
  data: unknown
  /** What the vendor says of it, scrubbed. */
  info: string
}

/** Any answer of Xiaomi, which is nearly always 200 in HTTP. A push over its channel's quota is called a success there. */
export function readXiaomi(answer: HttpAnswer, secrets: readonly string[]): XiaomiTaken | NotRead {
  const read = readAnswer(answer, Shape, secrets)
  if (!read.ok) return read
  const { answered, value } = read
  const { result, code, reason, description, data } = value
  const words = [...new Set([reason, description])].filter((word) => typeof word === 'string' && word !== '')
  const info = scrubbed(words.join(': '), secrets)
  if (code !== '0' || result === 'error') return failed('xiaomi', code, answered, info)
  if (isOverQuota(data) || isOverQuota(value)) {
    return failed('xiaomi', 'channel_exceed_quota', answered, info)
  }
  return { ok: true, answered, data, info: scrubbed(JSON.stringify(data ?? value), secrets) }
}

function isOverQuota(data: unknown): boolean {
  const { channel_exceed_quota: listed = null } = OverQuota.safeParse(data).data ?? {}
  const text = JSON.stringify(listed)
  return !['null', 'false', '[]', '{}', '""', '0', '"false"'].includes(text)
}
