import { messageKey, type SimulatedMessage, seconds } from '../world/message.ts'
import { PLATFORM_OF, type Push, type PushStep, type PushToDevice } from '../world/push.ts'
import type { Callback } from './callback.ts'

/** One step of a push, as `Push.OfflinePush` or `Push.AllMemberPush`. The token is in neither; only the trace has it. */
export function pushStepped(push: Push, { device, delivery }: PushToDevice, step: PushStep): Callback {
  const platform = PLATFORM_OF[device.vendor]
  const shared = {
    EventTime: seconds(step.at),
    To_Account: push.userId,
    PushStage: step.stage,
    ErrCode: step.code,
    ErrInfo: step.info,
  }
  const { cause } = push
  if (cause.kind === 'message') {
    const command = 'Push.OfflinePush'
    const body = {
      CallbackCommand: command,
      ...shared,
      PushPlatform: platform,
      ...ofMessage(cause.message),
      PushID: push.id,
    }
    return { command, at: step.at, client: null, body }
  }
  const command = 'Push.AllMemberPush'
  const body = {
    CallbackCommand: command,
    ...shared,
    EventType: delivery === 'offline' ? 1 : 2,
    PushPlatform: delivery === 'offline' ? platform : 0,
    DeviceType: delivery === 'offline' ? 0 : platform,
    TaskId: cause.taskId,
    TaskTime: seconds(push.at),
    DataId: cause.dataId,
  }
  return { command, at: step.at, client: null, body }
}

function ofMessage(message: SimulatedMessage) {
  return {
    EventType: message.groupId === null ? 1 : 2,
    From_Account: message.from,
    ...(message.groupId === null ? { MsgKey: messageKey(message) } : { GroupID: message.groupId }),
    MsgSeq: message.seq,
    MsgRandom: message.random,
    MsgTime: seconds(message.at),
  }
}
