import type { CodeEntry } from '../entry.ts'
import { concurrent, nothingToDo, passing, refreshRetry, retry, slowDown } from './phrases.ts'
import { entries } from './rows.ts'

export const messageC2c: readonly CodeEntry[] = entries({ area: 'message-c2c', source: 'chat' }, [
  [
    '20001',
    ['The request packet is not valid.', '请求包非法。'],
    ['Its structure does not follow the protocol.', '数据包结构不符合协议。'],
    ['Update the SDK, and open a ticket if it persists.', '升级 SDK，若仍出现请提交工单。'],
  ],
  [
    '20002',
    ['The UserSig or an internal key has expired.', 'UserSig 或内部票据已失效。'],
    ['The login state was lost.', '登录态已丢失。'],
    [
      'Log in again, or renew the UserSig of the administrator for REST calls.',
      '重新登录；REST 调用请更新管理员的 UserSig。',
    ],
  ],
  [
    '20003',
    ['The sender or the receiver does not exist.', '发送方或接收方不存在。'],
    ['One of the two UserIDs was never imported, or has been deleted.', '其中一方的 UserID 未导入或已删除。'],
    ['Correct the UserIDs, or import the missing account.', '核对双方 UserID，或导入缺失的账号。'],
  ],
  ['20004', ['The network failed.', '网络异常。'], passing, retry],
  ['20005', ['The message service had an internal error.', '消息服务内部错误。'], passing, retry],
  [
    '20006',
    ['The before-send webhook of the app refused the message.', '消息被应用的发消息前回调拦截。'],
    ['The webhook server answered with a refusal.', '回调服务器返回了拒绝。'],
    [
      'Check the rules of your webhook server; without the message there is no push either.',
      '检查回调服务的拦截规则；消息未下发，也就不会有推送。',
    ],
  ],
  [
    '20007',
    ['The sender is on the blocklist of the receiver.', '发送方在接收方的黑名单中。'],
    [
      'The receiver blocked the sender, and the console is set to report that as a failure.',
      '接收方拉黑了发送方，且控制台设置为返回失败。',
    ],
    [
      'Have the receiver lift the block; with the other setting the sender sees success although nothing arrives.',
      '请接收方解除拉黑；若设置为“返回成功”，发送方看似成功但对方收不到。',
    ],
  ],
  [
    '20008',
    ['Sender and receiver belong to different apps.', '收发双方不属于同一应用。'],
    ['A client changed its SDKAppID but kept its old database.', '客户端更换了 SDKAppID，却保留了旧数据库。'],
    ['Clear the data of the client, or reinstall the app.', '清除客户端数据，或重新安装应用。'],
  ],
  [
    '20009',
    ['The two users are not friends.', '收发双方不是好友。'],
    ['The app only allows messages between friends.', '应用开启了好友关系校验。'],
    ['Make them friends, or switch off the friend check in the console.', '先加好友，或在控制台关闭好友关系校验。'],
  ],
  [
    '20010',
    ['The receiver is not a friend of the sender.', '对方不是你的好友。'],
    ['The relation exists on one side only.', '只存在单向好友关系。'],
    ['Let the sender add the receiver as a friend.', '让发送方把接收方加为好友。'],
  ],
  [
    '20011',
    ['The sender is not a friend of the receiver.', '你不是对方的好友。'],
    ['The relation exists on one side only.', '只存在单向好友关系。'],
    ['Let the receiver add the sender as a friend.', '让接收方把发送方加为好友。'],
  ],
  [
    '20012',
    ['The sender is muted.', '发送方被禁言。'],
    ['A global or one-to-one mute is set for the account.', '该账号被设置了全局或单聊禁言。'],
    [
      'Query the mute with getnospeaking, and lift it if it should not be there.',
      '用 getnospeaking 查询禁言状态，不应禁言则解除。',
    ],
  ],
  [
    '20016',
    ['The message can no longer be recalled.', '已超过消息撤回时限。'],
    ['The recall window, two minutes by default, is over.', '撤回时限（默认 2 分钟）已过。'],
    ['Lengthen the recall window in the console if that is too short.', '如时限过短，可在控制台调长。'],
  ],
  ['20018', ['Stored messages could not be deleted.', '删除漫游消息失败。'], passing, retry],
  [
    '20022',
    ['The message to recall was not found.', '找不到要撤回的消息。'],
    ['The message key is wrong.', '消息 Key 有误。'],
    ['Use the MsgKey that sending returned.', '使用发送时返回的 MsgKey。'],
  ],
  [
    '20023',
    ['The message was already recalled.', '消息已被撤回。'],
    ['The recall was sent twice.', '重复发起了撤回。'],
    nothingToDo,
  ],
  ['20027', ['The version of the message is out of date.', '消息版本冲突。'], concurrent, refreshRetry],
  ['20028', ['The message was edited by someone else meanwhile.', '消息编辑冲突。'], concurrent, refreshRetry],
  [
    '23001',
    ['The sequence of a message extension is out of date.', '消息扩展的序列号冲突。'],
    ['Another writer changed the same key.', '同一个 Key 被其他人修改过。'],
    ['Fetch the newest sequence and write again.', '拉取最新序列号后重新写入。'],
  ],
  [
    '23002',
    ['The message does not support extensions.', '该消息不支持扩展。'],
    ['SupportMessageExtension was not set when it was sent.', '发送时未设置 SupportMessageExtension。'],
    ['Set SupportMessageExtension when sending such messages.', '发送此类消息时设置 SupportMessageExtension。'],
  ],
  [
    '23003',
    ['Message extensions are written too often.', '消息扩展写入过于频繁。'],
    ['One message takes 200 writes a minute at most.', '单条消息每分钟最多写入 200 次。'],
    slowDown,
  ],
  [
    '23004',
    ['The one-to-one message does not exist.', '该单聊消息不存在。'],
    ['The message key is wrong.', '消息 Key 有误。'],
    ['Use the MsgKey that sending returned.', '使用发送时返回的 MsgKey。'],
  ],
  [
    '120001-130000',
    ["A custom code of the app's own before-send webhook.", '应用自己的发消息前回调返回的自定义错误码。'],
    ['The webhook server of the app refused the message.', '应用的回调服务器拒绝了该消息。'],
    ['Look the code up in the webhook server of the app.', '到应用的回调服务中查询该错误码的含义。'],
  ],
])
