import { createHash } from 'node:crypto'
import { CheckingServer } from './checking-server.ts'
import { differing, formOf } from './objections.ts'

export const SWITCH = 'GET /garcia/api/server/message/getRegisterSwitch'
export const PUSH = 'POST /garcia/api/server/push/varnished/pushByPushId'

export interface MeizuWorld {
  appId: string
  appSecret: string
  pushId: string
  now: number
}

/** Meizu's push server, for one app and one phone. */
export function meizuServer(world: MeizuWorld): CheckingServer {
  const signed = ({ sign, ...fields }: Record<string, string>): readonly string[] => {
    const pairs = Object.keys(fields)
      .toSorted()
      .map((key) => `${key}=${fields[key]}`)
    const right = createHash('md5')
      .update(`${pairs.join('')}${world.appSecret}`, 'utf8')
      .digest('hex')
    return sign === right ? [] : ['sign']
  }
  return new CheckingServer(
    {
      [SWITCH]: ({ query, body }) => {
        const fields = Object.fromEntries(query)
        return [
          ...signed(fields),
          ...differing(fields, { appId: world.appId, pushId: null, sign: null }),
          ...(body === '' ? [] : ['a body']),
        ]
      },
      [PUSH]: (call) => {
        const { fields, objections } = formOf(call)
        const { noticeBarInfo, clickTypeInfo, pushTimeInfo, ...others } = JSON.parse(fields.messageJson ?? '{}')
        const { title, content } = noticeBarInfo as { title: string; content: string }
        return [
          ...objections,
          ...signed(fields),
          ...differing(fields, { appId: world.appId, pushIds: world.pushId, messageJson: null, sign: null }),
          ...differing(noticeBarInfo, { noticeMsgType: 1, title: null, content: null }),
          ...differing(clickTypeInfo, { clickType: 0 }),
          ...differing(pushTimeInfo, { offLine: 1, validTime: 1 }),
          ...Object.keys(others),
          ...(title.length > 0 && title.length <= 32 ? [] : ['title length']),
          ...(content.length > 0 && content.length <= 100 ? [] : ['content length']),
        ]
      },
    },
    () => world.now,
  )
}
