import type { FindingParams } from '../../../diagnostics/push/push-finding.ts'
import { sendResultEntry } from '../../../diagnostics/push/send-result.ts'
import { code, moment, rich, type Rich } from '../../rich.ts'

type NotFound = FindingParams['message-not-found']

export const messageNotFound: Readonly<
  Record<NotFound['reason'], (params: NotFound) => { message: Rich; remedy: Rich }>
> = {
  'no-such-group': ({ groupId }) => ({
    message: rich`没有 ${code(groupId ?? '')} 这个群：已解散，或 GroupID 有误。`,
    remedy: rich`请核对 GroupID（注意大小写），以及应用是否选对。`,
  }),
  'not-a-member': ({ groupId }) => ({
    message: rich`用户不在群 ${code(groupId ?? '')} 里。`,
    remedy: rich`请把用户加入群，或核对 GroupID。`,
  }),
  'no-such-sender': ({ from }) => ({
    message: rich`没有 ${code(from ?? '')} 这个账号，也就没有它发来的消息。`,
    remedy: rich`请核对发送方的 UserID（注意大小写），以及应用是否选对。`,
  }),
  'sender-unknown': ({ key }) => ({
    message: rich`没有消息 ${code(key ?? '')} 的记录，不知道发送方就无法向腾讯云查询。`,
    remedy: rich`请加上 ${code('--from')} 和发送方的 UserID 再问一次。`,
  }),
  withdrawn: ({ key }) => ({
    message: rich`消息${key === null ? '' : rich` ${code(key)} `}已被撤回、删除，或已过存储期限：腾讯云的历史消息里只剩占位。`,
    remedy: rich`请换一条较新的消息查询。这条消息之前有没有推送过，只有推送回调能说明。`,
  }),
  'not-kept': ({ from, groupId }) => ({
    message: rich`${groupId === null ? rich`${code(from ?? '')} 与该用户之间` : rich`群 ${code(groupId)} `}没有可查的历史消息，无法在腾讯云核对这条消息。`,
    remedy: rich`请在控制台打开发送后回调，之后的每条消息这里都会有记录。`,
  }),
  own: ({ key, groupId }) => ({
    message:
      key === null && groupId !== null
        ? rich`群 ${code(groupId)} 里只有用户自己发的消息。自己发的消息不会推送给自己。`
        : rich`${key === null ? rich`发送方和接收方都是该用户` : rich`消息 ${code(key)} 是用户自己发的`}。自己发的消息不会推送给自己。`,
    remedy: rich`请查别人发来的消息：加上 ${code('--from')} 和发送方的 UserID，或把 ${code('--since')} 放长。`,
  }),
  notice: ({ key, groupId }) => ({
    message:
      key === null
        ? rich`群${groupId === null ? '' : rich` ${code(groupId)} `}里只有系统通知（如成员加入）。系统通知不推送。`
        : rich`${code(key)} 是群系统通知，不是成员发的消息。系统通知不推送。`,
    remedy: rich`请查成员发的消息，或把 ${code('--since')} 放长。`,
  }),
  'other-receiver': ({ key, to = null }) => ({
    message: rich`${key === null ? '这条消息' : rich`消息 ${code(key)} `}是发给${to === null ? '别人' : rich` ${code(to)} `}的，不是发给该用户的。`,
    remedy: rich`请改用发给该用户的消息 Key${to === null ? '' : rich`，或改查 ${code(to)}`}。`,
  }),
  'other-sender': ({ key, from }) => ({
    message: rich`${key === null ? '这条消息' : rich`消息 ${code(key)} `}的发送方是${from === null ? '别人' : rich` ${code(from)}`}，不是所填的发送方。`,
    remedy: rich`请去掉 ${code('--from')} 再查${from === null ? '' : rich`，或改成 ${code(`--from ${from}`)}`}。`,
  }),
  absent: ({ from, groupId, key }) => ({
    message: rich`找不到这条消息${key === null ? '' : rich`（${code(key)}）`}${from === null ? '' : rich`，发送方 ${code(from)}`}${groupId === null ? '' : rich`，群 ${code(groupId)}`}：没有发送、只发给在线用户，或在存储前被丢弃。`,
    remedy: rich`请核对 ID 和时间（${code('--since')}），再看发送方日志里发送接口的返回，以及应用的发送前回调。`,
  }),
}

/** By the catalogue's words for the code; Tencent's own are quoted where it is not listed. */
export const messageDropped = ({
  from,
  code: result,
  info,
  at,
  inGroup,
}: FindingParams['message-dropped']): { message: Rich; remedy: Rich } => {
  const listed = result === null ? null : sendResultEntry(result, inGroup)
  const quoted = info === '' ? '' : `腾讯云原文：“${info}”。`
  const message = rich`${code(from)} 的消息（${moment(at)}）没有下发`
  if (listed !== null)
    return {
      message: rich`${message}：${code(result ?? '')}，${listed.zh.meaning}${listed.zh.cause}`,
      remedy: [listed.zh.remedy],
    }
  return {
    message: rich`${message}${result === null ? '' : rich`：${code(result)}，未收录的错误码`}。${quoted}`,
    remedy: rich`请查看发送方日志里发送接口的返回，再检查应用的发送前回调和内容审核。`,
  }
}
