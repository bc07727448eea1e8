import { z } from 'zod'
import { LOCALES, type Locale } from '../../bot/texts/locale.ts'

/** What a modal carries about itself in `private_metadata`: names and ids, and secrets only under seal. */
export interface FormMetadata {
  command: string
  channel: string | null
  /** The sealed response url of what opened it. */
  origin: string | null
  /** The sealed signature that was found in a message, which the form therefore does not ask for. */
  found: string | null
  locale: Locale
  timeZone: string | null
}

const schema = z.object({
  command: z.string(),
  channel: z.string().nullable(),
  origin: z.string().nullable(),
  found: z.string().nullable(),
  locale: z.enum(LOCALES),
  timeZone: z.string().nullable(),
})

export const writeMetadata = (metadata: FormMetadata): string => JSON.stringify(metadata)

/** Null for a modal that is not ours, or of another version. */
export function readMetadata(text: string): FormMetadata | null {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
