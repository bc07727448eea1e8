import type { CodeEntry } from '../entry.ts'
import {
  argument,
  fixArgument,
  importAccount,
  passing,
  retry,
  sdkInternal,
  sdkLog,
  serverInternal,
  slowDown,
} from './phrases.ts'
import { entries } from './rows.ts'

export const sdkCommon: readonly CodeEntry[] = [
  ...entries({ area: 'sdk-common', source: 'chat' }, [
    ['6001', ['A protobuf message could not be parsed.', 'Protobuf 解析失败。'], sdkInternal, sdkLog],
    ['6002', ['A protobuf message could not be built.', 'Protobuf 序列化失败。'], sdkInternal, sdkLog],
    [
      '6005',
      ['The local database could not be loaded.', '本地数据库加载失败。'],
      ['The file is probably damaged.', '数据库文件可能已损坏。'],
      ['Clear the data of the app, or reinstall it.', '清除应用数据，或重新安装。'],
    ],
    [
      '6013',
      ['The SDK is not initialised.', 'SDK 未初始化。'],
      ['A call came before initSDK.', '在 initSDK 之前发起了调用。'],
      ['Call initSDK first.', '先调用 initSDK。'],
    ],
    [
      '6015',
      ['The previous call is still running.', '上一次调用尚未结束。'],
      ['The same call was made twice in parallel.', '同一接口被并发调用。'],
      ['Wait for the callback before calling again.', '等上一次回调返回后再调用。'],
    ],
    ['6017', ['A parameter is not valid.', '参数非法。'], argument, fixArgument],
    [
      '6019',
      ['The local database failed.', '本地数据库操作失败。'],
      ['The storage permission is missing, or the file is damaged.', '缺少存储权限，或数据库文件损坏。'],
      [
        'Check storage permission and free space, then reinstall if it persists.',
        '检查存储权限和剩余空间，仍失败则重装应用。',
      ],
    ],
    [
      '6022',
      ['Reading or writing a local file failed.', '本地 I/O 失败。'],
      ['The permission is missing, or the disk is full.', '缺少权限，或磁盘已满。'],
      ['Check storage permission and free space.', '检查存储权限和剩余空间。'],
    ],
    [
      '6027',
      ['The JSON is not valid.', 'JSON 格式错误。'],
      argument,
      ['Correct the JSON that the app passes.', '修正应用传入的 JSON。'],
    ],
    [
      '6028',
      ['The app is out of memory.', '内存不足。'],
      ['Memory leaks, or too much is loaded at once.', '存在内存泄漏，或一次加载过多。'],
      ['Profile the memory use of the app.', '分析应用的内存占用。'],
    ],
    ['7001', ['A call crossed threads inside the SDK.', 'SDK 内部跨线程调用出错。'], sdkInternal, sdkLog],
    [
      '7002',
      ['The internal number of the account is empty.', '账号内部标识为空。'],
      ['The UserID is unknown.', 'UserID 不存在。'],
      importAccount,
    ],
    [
      '7003',
      ['The UserID is not allowed.', 'UserID 不合法。'],
      ['It is empty, longer than 32 bytes, or not printable ASCII.', '为空、超过 32 字节，或含有非可打印 ASCII 字符。'],
      ['Use 1 to 32 bytes of printable ASCII.', '使用 1～32 字节的可打印 ASCII 字符。'],
    ],
    [
      '7004',
      ['The file was not found.', '文件不存在。'],
      ['The path is wrong, or the file was deleted.', '路径有误，或文件已删除。'],
      ['Correct the path before sending.', '发送前修正文件路径。'],
    ],
    [
      '7005',
      ['The file is too large.', '文件过大。'],
      [
        'It exceeds 28 MB for voice and images, or 100 MB for videos and files.',
        '语音、图片超过 28 MB，或视频、文件超过 100 MB。',
      ],
      ['Compress the file, or send a link to it.', '压缩文件，或改发链接。'],
    ],
    [
      '7006',
      ['The file is empty.', '文件为空。'],
      ['It has zero bytes.', '文件大小为 0 字节。'],
      ['Check the file before sending it.', '发送前检查文件内容。'],
    ],
    [
      '7007',
      ['The file cannot be opened.', '文件无法打开。'],
      ['It is missing, locked, or not readable.', '文件缺失、被占用或无读取权限。'],
      ['Check the path and the read permission.', '检查路径和读取权限。'],
    ],
    [
      '7008',
      ['The client calls the interface too often.', '客户端调用频率超限。'],
      ['The app calls it in a loop.', '应用在循环中调用。'],
      slowDown,
    ],
    [
      '7009',
      ['The call was interrupted by unInitSDK.', '调用被 unInitSDK 中断。'],
      ['The SDK was shut down while the call ran.', '调用过程中 SDK 被反初始化。'],
      ['Initialise the SDK again and repeat the call.', '重新初始化 SDK 后再次调用。'],
    ],
    [
      '7010',
      ['The local database is not available.', '本地数据库不可用。'],
      ['Nobody is logged in yet.', '尚未登录。'],
      ['Log in first.', '先完成登录。'],
    ],
    [
      '7011',
      ['The data is not in the local database.', '本地数据库中没有该数据。'],
      ['It was never cached on this device.', '该设备从未缓存过此数据。'],
      ['Fetch the data from the server.', '从服务端拉取数据。'],
    ],
    ['7012', ['The SDK had an internal error.', 'SDK 内部错误。'], sdkInternal, sdkLog],
    [
      '7013',
      ['The plan does not include this call.', '当前套餐不支持该接口。'],
      ['The interface belongs to a higher plan.', '该接口属于更高版本的套餐。'],
      ['Upgrade the plan in the console.', '在控制台升级套餐。'],
    ],
    [
      '7014',
      ['The request is not allowed.', '请求非法。'],
      ['The conditions of the interface are not met.', '不满足接口的使用条件。'],
      ['Read the conditions in the API reference.', '查看接口文档中的使用条件。'],
    ],
    [
      '7015',
      ['The local content review blocked the text.', '命中本地内容审核。'],
      ['The text holds sensitive words.', '文本包含敏感词。'],
      ['Change the text, or adjust the local word list.', '修改文本，或调整本地词库。'],
    ],
  ]),
  ...entries({ area: 'sdk-common', source: 'chat-2023' }, [
    [
      '4001',
      ['The file message failed because of its URL.', '文件消息发送失败：URL 不合法。'],
      ['The URL does not come from the storage of the service.', '该 URL 不属于 IM 的文件存储。'],
      ['Use the URL that the upload returned.', '使用上传接口返回的 URL。'],
    ],
    ['4002', ['The file message failed on the internal network.', '文件消息发送失败：内部网络异常。'], passing, retry],
    [
      '4003',
      ['The image message failed in the image service.', '图片消息发送失败：图片服务应答异常。'],
      serverInternal,
      retry,
    ],
    [
      '4004',
      ['The image message failed because of the image.', '图片消息发送失败：图片有误。'],
      ['The file is damaged or not an image.', '文件损坏或不是图片。'],
      ['Send a valid image file.', '换用有效的图片文件。'],
    ],
    [
      '4005',
      ['The file is banned.', '文件被禁用。'],
      ['Content review rejected it.', '文件未通过内容审核。'],
      ['Send another file.', '更换文件。'],
    ],
    [
      '6021',
      ['The object is not valid.', '对象非法。'],
      ['The app built an image object by hand.', '应用自行构造了图片对象。'],
      ['Create objects through the SDK.', '通过 SDK 接口创建对象。'],
    ],
  ]),
]
