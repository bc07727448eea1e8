/** As the server tells it; `Unknown` for words that no page documents. */
export type ClientState = 'Online' | 'PushOnline' | 'Offline' | 'Unknown'

export interface Client {
  /** Tencent's word: `iPhone`, `Android`, `Web`, `PC`, `iPad`, `Mac`; others may come. */
  platform: string
  state: ClientState
}

export interface UserState {
  userId: string
  /** False: Tencent does not know the account (70107). */
  exists: boolean
  state: ClientState
  /** Empty also where the server gave no detail. */
  clients: readonly Client[]
  /** Why this one could not be told, where it is not 70107; else null. */
  errorCode: number | null
}
