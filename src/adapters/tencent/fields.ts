import { z } from 'zod'

/** Fields as the server may write them: numbers as text and text as numbers, lists with items that cannot be read. */

export const number = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^-?\d{1,15}(?:\.\d+)?$/)
    .transform(Number),
])

export const text = z.union([z.string(), z.number().transform(String)])

/** Null where there is none, where it is empty, and where it is something else. */
export const textOrNull = text
  .transform((value) => (value === '' ? null : value))
  .nullable()
  .catch(null)

export const textOrEmpty = text.catch('')

export const numberOrNull = number.nullable().catch(null)

/** The items that can be read; none where there is no list. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .unknown()
    .optional()
    .transform((value): z.output<Item>[] =>
      Array.isArray(value)
        ? value.flatMap((each) => {
            const read = item.safeParse(each)
            return read.success ? [read.data] : []
          })
        : [],
    )
