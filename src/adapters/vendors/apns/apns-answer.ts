import type { HttpAnswer } from '../vendor-http.ts'

export type ApnsAnswer =
  /** `text`: the body, JSON where something is refused. `id`: the `apns-id`, by which Apple finds the push. */
  | (Extract<HttpAnswer, { kind: 'answer' }> & { id: string | null })
  | Extract<HttpAnswer, { kind: 'unanswered' }>
  /** Refused before any push: by TLS, by the words that come with GOAWAY, or here, since the credential cannot be used. */
  | { kind: 'rejected'; reason: string; info: string }
