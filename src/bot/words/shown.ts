import { looksLikeKey } from '../../diagnostics/usersig/looks-like-key.ts'
import { findCredential } from '../policy/credential-forms.ts'

const MOST = 40

/** Letters of a signature or a key in a row. */
const RUN = /[A-Za-z0-9*_+/=%-]{16,}/g

/** Long enough to be a signature, or a good part of one; also a key of 32 or 64 characters. */
const CREDENTIAL = /^(?=.{0,400}\d)(?=.{0,400}[A-Za-z]).{32,}|e[JAN].{14,}/

const SHOWN_OF_CREDENTIAL = 6

/** More of a word than is ever shown, and all that is looked at. */
const READ = 400

const masked = (text: string): string =>
  text.replace(RUN, (run) => (CREDENTIAL.test(run) ? `${run.slice(0, SHOWN_OF_CREDENTIAL)}…` : run))

/** A word of a person's, to be shown in an answer: cut to a decent length, and of a credential only its beginning. */
export function shown(word: string, most = MOST): string {
  const read = masked(word.slice(0, READ))
  return cut(read, findCredential(read) === null ? most : SHOWN_OF_CREDENTIAL)
}

/** Longest UserID, in characters. */
const USER_ID_LIMIT = 32

/** A UserID, to be shown or logged. Ids may well look like hashes, so only what surely is no id is taken for a credential. */
export function shownUser(user: string, most = MOST): string {
  if (looksLikeKey(user, 'user') !== null || findCredential(user) !== null) return cut(user, SHOWN_OF_CREDENTIAL)
  return user.length > USER_ID_LIMIT ? shown(user, most) : cut(user, most)
}

function cut(word: string, most: number): string {
  const letters = Array.from(word.slice(0, 2 * most + 2))
  return letters.length > most ? `${letters.slice(0, most).join('').replace(/…$/, '')}…` : word
}
