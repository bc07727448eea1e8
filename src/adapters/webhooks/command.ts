import { z } from 'zod'

/** @see https://trtc.io/document/34355, and for the pushes https://trtc.io/document/67551 */
const command = z.enum([
  'State.StateChange',
  'C2C.CallbackAfterSendMsg',
  'Group.CallbackAfterSendMsg',
  'Group.CallbackSendMsgException',
  'Push.OfflinePush',
  'Push.AllMemberPush',
  'Sns.CallbackBlackListAdd',
  'Sns.CallbackBlackListDelete',
])

/** A callback of which something is kept. */
export type Command = z.infer<typeof command>

export function knownCommand(name: unknown): Command | null {
  const read = command.safeParse(name)
  return read.success ? read.data : null
}
