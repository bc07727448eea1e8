import type { CodeEntry } from '../entry.ts'
import { checkNetwork, clientNetwork, sdkInternal, sdkLog, slowDown, support } from './phrases.ts'
import { entries } from './rows.ts'

export const sdkNetwork: readonly CodeEntry[] = entries({ area: 'sdk-network', source: 'chat' }, [
  ['9501', ['A packet could not be encrypted.', '数据包加密失败。'], sdkInternal, support],
  ['9502', ['A packet could not be decrypted.', '数据包解密失败。'], sdkInternal, support],
  [
    '9503',
    ['The connection is not authenticated yet.', '连接尚未完成鉴权。'],
    ['The login is not complete.', '登录尚未完成。'],
    ['Wait for the login, then try again.', '登录成功后重试。'],
  ],
  ['9504', ['A packet could not be compressed.', '数据包压缩失败。'], sdkInternal, support],
  ['9505', ['A packet could not be decompressed.', '数据包解压失败。'], sdkInternal, support],
  [
    '9506',
    ['The client calls too often.', '客户端调用频率超限。'],
    ['More than five calls a second.', '每秒超过 5 次调用。'],
    slowDown,
  ],
  [
    '9507',
    ['The sending queue is full.', '发送队列已满。'],
    [
      'More than 1,000 packets wait, as the network fails while the app sends.',
      '网络异常时仍在发送，积压超过 1000 个数据包。',
    ],
    checkNetwork,
  ],
  ['9508', ['The device has no network.', '设备无网络。'], ['It is offline.', '设备处于离线状态。'], checkNetwork],
  ['9509', ['The connection was created twice.', '重复建立连接。'], sdkInternal, support],
  ['9510', ['The connection timed out.', '连接超时。'], clientNetwork, checkNetwork],
  [
    '9511',
    ['The connection was refused.', '连接被拒绝。'],
    ['The client connects too often.', '客户端连接过于频繁。'],
    support,
  ],
  ['9512', ['There is no route to the server.', '无法路由到服务器。'], clientNetwork, checkNetwork],
  [
    '9513',
    ['The system has no buffer space left.', '系统缓冲区不足。'],
    ['The device is busy.', '设备系统繁忙。'],
    sdkLog,
  ],
  [
    '9514',
    ['The server reset the connection.', '连接被服务器重置。'],
    ['The server is busy.', '服务器繁忙。'],
    ['Wait for the SDK to reconnect, then retry.', '等待 SDK 自动重连后重试。'],
  ],
  ['9515', ['The socket is not valid.', 'Socket 无效。'], sdkInternal, sdkLog],
  [
    '9516',
    ['The host name could not be resolved.', '域名解析失败。'],
    ['All ways of DNS failed on this network.', '当前网络下所有 DNS 策略均失败。'],
    ['Check the network, or switch to another one.', '检查网络，或切换到其他网络。'],
  ],
  [
    '9517',
    ['The connection was reset on the way.', '连接在传输途中被重置。'],
    clientNetwork,
    ['Wait for the SDK to reconnect, then retry.', '等待 SDK 自动重连后重试。'],
  ],
  [
    '9518',
    ['The packet timed out before it was queued.', '数据包在入队前超时。'],
    ['The network is unstable.', '网络不稳定。'],
    checkNetwork,
  ],
  [
    '9519',
    ['The packet timed out inside the device.', '数据包在设备系统内超时。'],
    ['The network layer of the system did not take it.', '系统网络层未及时处理。'],
    checkNetwork,
  ],
  ['9520', ['The answer of the server did not come in time.', '等待服务器应答超时。'], clientNetwork, checkNetwork],
  [
    '9521',
    ['The packet was only partly sent.', '数据包仅发出一部分即超时。'],
    ['The upstream bandwidth is too small.', '上行带宽不足。'],
    checkNetwork,
  ],
  [
    '9522',
    ['The packet is larger than 1 MB.', '数据包超过 1 MB。'],
    ['The content of the request is too large.', '请求内容过大。'],
    ['Send less at once.', '减小单次发送的数据量。'],
  ],
  [
    '9524',
    ['The packet left the app, but no answer came.', '数据包已交给系统，但没有应答。'],
    ['It was lost on the way.', '在传输途中丢失。'],
    checkNetwork,
  ],
  [
    '9525',
    ['The packet was only partly sent.', '数据包仅发出一部分即超时。'],
    ['The upstream bandwidth is too small.', '上行带宽不足。'],
    checkNetwork,
  ],
])
