import { createHash } from 'node:crypto'
import { CheckingServer } from './checking-server.ts'
import { differing, jsonOf } from './objections.ts'

export const AUTH = 'POST /message/auth'
export const SEND = 'POST /message/send'

export interface VivoWorld {
  appId: string
  appKey: string
  appSecret: string
  /** What the next auth gives out. */
  authToken: string
  regid: string
  now: number
}

/** vivo's push server, for one app and one phone. */
export function vivoServer(world: VivoWorld): CheckingServer {
  return new CheckingServer(
    {
      [AUTH]: (call) => {
        const { fields, objections } = jsonOf(call)
        const text = `${world.appId}${world.appKey}${String(fields.timestamp)}${world.appSecret}`
        const sign = createHash('md5').update(text).digest('hex')
        const wanted = { appId: world.appId, appKey: world.appKey, timestamp: null, sign }
        return [...objections, ...differing(fields, wanted)]
      },
      [SEND]: (call) => {
        const { fields, objections } = jsonOf(call)
        const formal = fields.pushMode === 0
        const text = `${String(fields.title)} ${String(fields.content)}`
        return [
          ...objections,
          ...(call.headers.authtoken === world.authToken ? [] : ['authToken header']),
          ...differing(fields, {
            appId: world.appId,
            regId: world.regid,
            notifyType: fields.notifyType,
            title: null,
            content: null,
            timeToLive: null,
            skipType: 1,
            classification: 1,
            category: 'IM',
            requestId: null,
            pushMode: formal ? 0 : 1,
          }),
          ...(formal && /test|测试|\d|[[\](){}<>【】（）]/i.test(text) ? [`text that vivo refuses: ${text}`] : []),
          ...(widthOf(fields.title) <= 40 ? [] : ['title length']),
          ...(widthOf(fields.content) <= 100 ? [] : ['content length']),
          ...(String(fields.requestId).length <= 64 ? [] : ['requestId length']),
          ...([1, 2, 3, 4].includes(Number(fields.notifyType)) ? [] : ['notifyType']),
        ]
      },
    },
    () => world.now,
  )
}

/** A Chinese character counts for two. */
const widthOf = (text: unknown): number => String(text).replaceAll(/[^\u{0}-\u{ff}]/gu, 'xx').length
