import { z } from 'zod'
import { cleanText } from './clean-text.ts'
import { statedTime, wholeNumber } from './event-time.ts'

/** Of user, group, message and push IDs, and of words such as `Reason`. */
const ID_CHARACTERS = 256
const INFO_CHARACTERS = 500

/** Tencent's servers write numbers as strings at times and leave out what is empty, so a field may be anything or missing. */
const field = z.unknown().optional()

/** Null: missing, or no text. */
export const idField = field.transform((value) => cleanText(value, ID_CHARACTERS))

/** An event without it is about nobody. */
export const neededIdField = field.transform((value, context) => {
  const text = cleanText(value, ID_CHARACTERS)
  if (text !== null) return text
  context.addIssue({ code: 'custom', message: 'needed' })
  return z.NEVER
})

export const infoField = field.transform((value) => cleanText(value, INFO_CHARACTERS) ?? '')

/** Null: missing, or no whole number. */
export const wholeField = field.transform(wholeNumber)

/** Null: left out, as servers do with zeros. What is there and no number must not pass as a success. */
export const resultField = field.transform((value, context) => {
  const result = wholeNumber(value)
  if (result !== null || value === undefined || value === null || value === '') return result
  context.addIssue({ code: 'custom', message: 'no number' })
  return z.NEVER
})

export const flagField = field.transform((value) => value === true || wholeNumber(value) === 1)

/** UNIX milliseconds as stated, which may lie in the future; null: missing, or absurd. */
export const timeField = field.transform(statedTime)

/** Whether there is any text; the text itself is not kept. */
export const presenceField = field.transform((value) => typeof value === 'string' && value.trim() !== '')

/** What a list holds, up to a bound; empty where it is none. */
export const listField = (most: number) =>
  field.transform((value): readonly unknown[] => (Array.isArray(value) ? value.slice(0, most) : []))
