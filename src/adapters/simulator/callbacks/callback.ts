/** One webhook to be, before it is signed. Tencent's pages call them callbacks. */
export interface Callback {
  command: string
  /** When it happened, UNIX milliseconds. */
  at: number
  /** For push callbacks one entry of `Events`. */
  body: Readonly<Record<string, unknown>>
  /** `OptPlatform`, the client that caused it; null for push callbacks, whose URLs name none. */
  client: string | null
}

/** Push callbacks come in batches, all others alone. @see https://cloud.tencent.com/document/product/269/102567 */
export const isPush = ({ command }: Callback): boolean => command.startsWith('Push.')
