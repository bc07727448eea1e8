/** What a button does, as JSON that `kept-actions` reads; it holds no secret. */
export interface StoredButton {
  body: string
  /** `platform:id` of the one who may press it; null: everyone. */
  owner: string | null
  /** UNIX milliseconds. */
  until: number
}

/** Buttons that outlive the process, and that any replica can answer. Rejects when the store cannot be reached. */
export interface Buttons {
  keep(key: string, button: StoredButton): Promise<void>
  find(key: string, now: number): Promise<StoredButton | null>
}
