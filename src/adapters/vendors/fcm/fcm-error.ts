import { z } from 'zod'

const text = z.string().catch('')

const detailSchema = z.discriminatedUnion('@type', [
  z.object({
    '@type': z.literal('type.googleapis.com/google.firebase.fcm.v1.FcmError'),
    errorCode: z.string().regex(/^[A-Z_]{1,60}$/),
  }),
  z.object({
    '@type': z.literal('type.googleapis.com/google.rpc.BadRequest'),
    fieldViolations: z.array(z.object({ field: text, description: text })),
  }),
  z.object({
    '@type': z.literal('type.googleapis.com/google.firebase.fcm.v1.ApnsError'),
    statusCode: z.number(),
    reason: text,
  }),
  z.object({ '@type': z.literal('type.googleapis.com/google.rpc.ErrorInfo'), reason: z.string() }),
])

type Detail = z.infer<typeof detailSchema>

/** The `error` of Google's answers, with those of its details that FCM documents; the others are left out. */
export const fcmErrorSchema = z
  .object({
    status: z
      .string()
      .regex(/^[A-Z_]{1,60}$/)
      .optional()
      .catch(undefined),
    message: text,
    details: z.array(detailSchema.nullable().catch(null)).catch([]),
  })
  .transform(({ status, message, details }) => {
    const all = details.filter((detail): detail is Detail => detail !== null)
    const of = <Name extends Detail['@type']>(name: Name) =>
      all.filter((detail): detail is Extract<Detail, { '@type': Name }> => detail['@type'] === name)
    return {
      status,
      message,
      fcmCode: of('type.googleapis.com/google.firebase.fcm.v1.FcmError')[0]?.errorCode,
      violations: of('type.googleapis.com/google.rpc.BadRequest').flatMap(({ fieldViolations }) => fieldViolations),
      /** What Apple said to Google. */
      apns: of('type.googleapis.com/google.firebase.fcm.v1.ApnsError')[0],
      reasons: of('type.googleapis.com/google.rpc.ErrorInfo').map(({ reason }) => reason),
    }
  })

export type FcmError = z.infer<typeof fcmErrorSchema>
