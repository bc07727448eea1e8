import { z } from 'zod'

/** A text, also one that YAML has read as a number. */
const text = z.union([z.string().trim().min(1, { error: 'empty' }), z.number().int().transform(String)], {
  error: (issue) => (issue.input === '' ? 'empty' : 'text'),
})

/** An id, which goes into addresses and headers. */
export const idField = text.pipe(z.string().regex(/^[\w.:-]{1,128}$/, { error: 'credential-id' }))

export const digitsField = text.pipe(z.string().regex(/^\d{1,64}$/, { error: 'digits' }))

/** Apple's ids of keys and teams. */
export const tenCharactersField = text.pipe(z.string().regex(/^[A-Z0-9]{10}$/, { error: 'ten-characters' }))

/** A name that the team gave, such as that of a channel. */
export const nameField = text.pipe(z.string().max(128, { error: 'credential-id' }))

/** A secret of one line. Never a number: YAML would have changed it. */
export const secretField = z
  .string({ error: 'text' })
  .trim()
  .min(1, { error: 'empty' })
  .regex(/^[\x21-\x7e]+$/, { error: 'secret-blanks' })

/** A text whose blanks count. */
export const passwordField = z.string({ error: 'text' })

/** PEM or JSON. */
export const documentField = z.string({ error: 'text' }).trim().min(1, { error: 'empty' })
