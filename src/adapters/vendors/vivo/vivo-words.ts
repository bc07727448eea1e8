import { clockNote } from '../clock-note.ts'

/** The login is wrong or has expired. */
export const LOGIN_REFUSED = '10000'

/** What vivo grants. */
const TOLERANCE_MS = 10 * 60 * 1000

/**
 * vivo's words, behind the reason that lies in this machine's clock where that may be why it refuses the login.
 * @param now UNIX milliseconds
 */
export function vivoWords(
  code: string,
  desc: string | null | undefined,
  answered: { date: number | null },
  now: number,
): string {
  const note = code === LOGIN_REFUSED ? clockNote(answered, now, TOLERANCE_MS) : ''
  return [note, desc ?? ''].filter(Boolean).join('; ')
}
