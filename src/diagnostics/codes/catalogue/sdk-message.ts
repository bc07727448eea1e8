import type { CodeEntry } from '../entry.ts'
import {
  argument,
  checkNetwork,
  clientNetwork,
  concurrent,
  fixArgument,
  refreshRetry,
  sdkInternal,
  sdkLog,
} from './phrases.ts'
import { entries } from './rows.ts'

export const sdkMessage: readonly CodeEntry[] = [
  ...entries({ area: 'sdk-message', source: 'chat' }, [
    [
      '6004',
      ['The conversation does not exist.', '会话不存在。'],
      ['It is not known on this device.', '本设备上没有该会话。'],
      ['Check the conversation ID, or fetch the list again.', '核对会话 ID，或重新拉取会话列表。'],
    ],
    [
      '6006',
      ['The file transfer was not authorised.', '文件传输鉴权失败。'],
      ['The answer of the authorisation was malformed.', '鉴权返回的数据格式有误。'],
      sdkLog,
    ],
    [
      '6007',
      ['No list of upload servers was received.', '获取上传服务器列表失败。'],
      clientNetwork,
      ['Check the network, then collect the SDK log and open a ticket.', '先检查网络，再收集 SDK 日志提交工单。'],
    ],
    ['6008', ['No list of upload servers was received.', '获取上传服务器列表失败。'], clientNetwork, checkNetwork],
    [
      '6009',
      ['The file was not uploaded.', '文件上传失败。'],
      ['The network failed, or the file on the server has expired.', '网络异常，或服务端资源已过期。'],
      ['Check the network and send the file again.', '检查网络后重新发送文件。'],
    ],
    [
      '6010',
      ['An HTTP request failed.', 'HTTP 请求失败。'],
      ['The URL is wrong or not reachable.', 'URL 有误或无法访问。'],
      ['Open the URL in a browser to check it.', '在浏览器中打开该 URL 进行确认。'],
    ],
    [
      '6016',
      ['A message element is not valid.', '消息元素非法。'],
      argument,
      ['Correct the element before sending.', '修正消息元素后再发送。'],
    ],
    [
      '6031',
      ['The image was not uploaded.', '图片上传失败。'],
      ['The image is damaged or not supported.', '图片损坏或格式不支持。'],
      ['Check the image file.', '检查图片文件。'],
    ],
    [
      '6032',
      ['The receiver is not valid.', '接收方非法。'],
      ['The UserID or group ID is unknown.', 'UserID 或群 ID 不存在。'],
      ['Check the receiver.', '核对接收方 ID。'],
    ],
    [
      '8001',
      ['The message is longer than 12 KB.', '消息超过 12 KB。'],
      ['The text or custom data is too large.', '文本或自定义数据过大。'],
      ['Shorten the message, or send the content as a file.', '缩短消息，或改用文件发送。'],
    ],
    ['8002', ['The key of the packet does not match.', '数据包密钥不匹配。'], sdkInternal, sdkLog],
    ['8003', ['The image could not be converted.', '图片转换请求失败。'], sdkInternal, sdkLog],
    [
      '8004',
      ['The thumbnail was refused.', '缩略图被拒绝。'],
      ['Content review rejected the image.', '图片未通过内容审核。'],
      ['Send another image.', '更换图片。'],
    ],
    [
      '8005',
      ['The merged message is nested too deep.', '合并消息嵌套过深。'],
      ['It has more than 100 levels.', '嵌套超过 100 层。'],
      ['Flatten the message before forwarding it.', '减少嵌套层数后再转发。'],
    ],
    ['8006', ['The message was edited by someone else meanwhile.', '消息编辑冲突。'], concurrent, refreshRetry],
    [
      '8010',
      ['The signalling ID is not valid.', '信令 ID 非法。'],
      ['The invitation was already handled or never existed.', '邀请已被处理，或不存在。'],
      ['Check the invitation ID.', '核对邀请 ID。'],
    ],
    [
      '8011',
      ['The signalling action is not allowed.', '没有权限执行该信令操作。'],
      ['Only the inviter or an invitee may do this.', '只有邀请方或被邀请方可以操作。'],
      ['Check who is logged in and what role that user has.', '确认当前登录用户及其在邀请中的角色。'],
    ],
    [
      '8012',
      ['The invitation already exists.', '信令邀请已存在。'],
      ['It was sent twice.', '重复发送。'],
      [
        'Use the existing invitation, and collect the SDK log if it returns.',
        '使用已有邀请，若再次出现请收集 SDK 日志。',
      ],
    ],
    [
      '8020',
      ['The sending could not be cancelled.', '取消发送失败。'],
      ['The message was already sent.', '消息已发出。'],
      ['Recall the message instead.', '改用撤回消息。'],
    ],
    [
      '8021',
      ['The message was not sent.', '消息未发送。'],
      ['The app cancelled it.', '应用主动取消了发送。'],
      ['Check why the app cancels, then send again.', '确认取消原因后重新发送。'],
    ],
    ['114011', ['A parameter is not valid.', '参数非法。'], argument, fixArgument],
  ]),
  ...entries({ area: 'sdk-message', source: 'chat-2023' }, [
    [
      '114000',
      ['The resource file does not exist.', '资源文件不存在。'],
      ['The path is wrong.', '路径有误。'],
      ['Correct the path.', '修正文件路径。'],
    ],
    [
      '114001',
      ['The resource file is not accessible.', '资源文件无法访问。'],
      ['The read permission is missing.', '缺少读取权限。'],
      ['Grant the app access to the file.', '为应用授予文件访问权限。'],
    ],
    [
      '114002',
      ['The resource file is too large.', '资源文件过大。'],
      ['It exceeds the limit for uploads.', '超过上传大小上限。'],
      ['Compress the file, or send a link to it.', '压缩文件，或改发链接。'],
    ],
    [
      '114003',
      ['The user cancelled the sending.', '用户取消了发送。'],
      ['The app cancelled it, or the user logged out.', '应用取消发送，或用户已退出登录。'],
      ['Nothing to do, or send again if it was not meant.', '若属主动取消则无需处理，否则重新发送。'],
    ],
    [
      '114004',
      ['The resource file could not be read.', '读取资源文件失败。'],
      ['The file is locked, or the storage failed.', '文件被占用，或存储异常。'],
      ['Check the file and send it again.', '检查文件后重新发送。'],
    ],
    ['114005', ['The transfer of the resource timed out.', '资源传输超时。'], clientNetwork, checkNetwork],
    [
      '115066',
      ['The checksum of the file is wrong.', '文件校验和错误。'],
      ['The file changed or was damaged on the way.', '文件在传输中被修改或损坏。'],
      ['Send the file again.', '重新发送文件。'],
    ],
    [
      '115068',
      ['The checksum of a part of the file is wrong.', '文件分片校验和错误。'],
      ['A part was damaged on the way.', '分片在传输中损坏。'],
      ['Send the file again.', '重新发送文件。'],
    ],
  ]),
]
