export interface TestPush {
  /** `DataId` of the push, chosen before it is sent. */
  caseNumber: string
  userId: string
  /** Null: not sent, or it is not known whether it was. */
  taskId: string | null
  /** UNIX milliseconds. */
  at: number
}

/** Which test pushes were sent, so that none is ever sent twice. Rejects when the store cannot be reached. */
export interface TestPushStore {
  /** Durable when it resolves. False: this case was reserved before, and must not be sent again. */
  reserve(sdkAppId: number, push: TestPush): Promise<boolean>
  sent(sdkAppId: number, caseNumber: string, taskId: string): Promise<void>
  find(sdkAppId: number, caseNumber: string): Promise<TestPush | null>
  /** The last one to this user that was sent at `since` (UNIX milliseconds) or later. */
  last(sdkAppId: number, userId: string, since: number): Promise<TestPush | null>
}
