import { createHash } from 'node:crypto'

export interface CaseNumber {
  /** `DataId` of a test push, at most 64 bytes: the same for the same act, so that no act sends twice. */
  text: string
  /** `MsgRandom`, a uint32 that follows from it. */
  random: number
}

/** @param act names what is done; see the bot's `Context.act` */
export function caseNumber(act: string, sdkAppId: number, userId: string): CaseNumber {
  const digest = createHash('sha256').update(`${act}\n${sdkAppId}\n${userId}`).digest()
  return { text: `imd-${digest.toString('hex').slice(0, 12)}`, random: digest.readUInt32BE(12) }
}
