import type { CodeEntry } from '../entry.ts'
import {
  badBody,
  callerNotAdmin,
  enableConsole,
  featureOff,
  fixBody,
  passing,
  retry,
  serverInternal,
  useAdmin,
} from './phrases.ts'
import { entries } from './rows.ts'

export const contentReview: readonly CodeEntry[] = entries({ area: 'content-review', source: 'chat' }, [
  ['2001', ['The service asks to try again later.', '服务繁忙，请稍后再试。'], passing, retry],
  [
    '2002',
    ['The command is not supported.', '不支持该命令。'],
    ['The command name is wrong.', '命令名有误。'],
    ['Compare the command with the API reference.', '对照接口文档核对命令名。'],
  ],
  ['2003', ['A parameter is not valid.', '参数非法。'], badBody, fixBody],
  ['2004', ['The caller is not authorised.', '调用方未授权。'], callerNotAdmin, useAdmin],
  ['2015', ['Content review is not enabled.', '内容审核服务未开通。'], featureOff, enableConsole],
  [
    '2016',
    ['The request has too many keywords.', '关键词数量超限。'],
    ['At most ten keywords fit in a request.', '每次请求最多 10 个关键词。'],
    ['Split the keywords into batches of ten.', '按每批 10 个拆分。'],
  ],
  ['2100', ['The keyword was not deleted.', '关键词删除失败。'], serverInternal, retry],
  ['93001', ['Content review had an internal error.', '内容审核内部错误。'], passing, retry],
  [
    '93005',
    ['Batch review takes only text and images.', '批量审核仅支持文本和图片。'],
    ['Content of another type was sent.', '提交了其他类型的内容。'],
    ['Send audio and video to their own review endpoints.', '音视频请使用对应的审核接口。'],
  ],
  [
    '93006',
    ['Batch review timed out after five seconds.', '批量审核超时（5 秒）。'],
    ['The content took too long to check.', '内容检测耗时过长。'],
    ['Retry with fewer or smaller contents.', '减少内容数量或大小后重试。'],
  ],
  [
    '93007',
    ['A ContentId appears twice.', 'ContentId 重复。'],
    ['Two contents of the batch share one ID.', '同一批次中有相同的 ID。'],
    ['Give every content its own ContentId.', '为每条内容设置不同的 ContentId。'],
  ],
  [
    '93008',
    ['The batch has too many contents.', '批量审核内容过多。'],
    ['At most ten contents fit in a request.', '每次请求最多 10 条内容。'],
    ['Split the contents into batches of ten.', '按每批 10 条拆分。'],
  ],
])
