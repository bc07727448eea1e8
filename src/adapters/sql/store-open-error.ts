/** Why a store could not be opened. The message names the place, never a password. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError'
  /** One line: what to do. */
  readonly remedy: string

  constructor(message: string, remedy: string) {
    super(message)
    this.remedy = remedy
  }
}
