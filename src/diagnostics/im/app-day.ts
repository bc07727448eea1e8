/** Tencent's own count of one day of an app; null where it gave no number. */
export interface AppDay {
  /** `YYYY-MM-DD`, as Tencent counts days. */
  date: string
  /** `CallBackReq`: webhooks that Tencent sent. */
  callbackRequests: number | null
  /** `CallBackRsp`: webhooks that were answered. */
  callbackResponses: number | null
  /** `APNSMsgNum`. */
  apnsMessages: number | null
  /** `LoginTimes`. */
  logins: number | null
  /** `LoginUserNum`. */
  loginUsers: number | null
  /** `ActiveUserNum`. */
  activeUsers: number | null
  /** `UpMsgNum`. */
  sentMessages: number | null
}
