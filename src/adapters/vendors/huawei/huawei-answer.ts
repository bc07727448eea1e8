import { z } from 'zod'

const code = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,10}$/))

/** What Push Kit answers, of every version. `msg` is a sentence, or JSON that says more of single tokens. */
export const huaweiAnswerSchema = z.object({
  code,
  msg: z.union([z.string(), z.record(z.string(), z.unknown()).transform((value) => JSON.stringify(value))]).catch(''),
  requestId: z.string().catch(''),
})

export const HUAWEI_SUCCESS = '80000000'
