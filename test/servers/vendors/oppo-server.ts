import { createHash } from 'node:crypto'
import { CheckingServer } from './checking-server.ts'
import { differing, formOf, withinTenMinutes } from './objections.ts'

export const AUTH = 'POST /server/v1/auth'
export const UNICAST = 'POST /server/v1/message/notification/unicast'

export interface OppoWorld {
  appKey: string
  masterSecret: string
  /** What the next auth gives out. */
  authToken: string
  regid: string
  channelId: string | null
  now: number
}

/** OPPO's push server, for one app and one phone. */
export function oppoServer(world: OppoWorld): CheckingServer {
  return new CheckingServer(
    {
      [AUTH]: (call) => {
        const { fields, objections } = formOf(call)
        const text = `${world.appKey}${fields.timestamp}${world.masterSecret}`
        const sign = createHash('sha256').update(text).digest('hex')
        return [...objections, ...differing(fields, { app_key: world.appKey, timestamp: null, sign })]
      },
      [UNICAST]: (call) => {
        const { fields, objections } = formOf(call)
        const { target_type, target_value, notification, ...others } = JSON.parse(fields.message ?? '{}')
        const { title, content } = notification as { title: string; content: string }
        return [
          ...objections,
          ...differing(fields, { auth_token: world.authToken, message: null }),
          ...differing({ target_type, target_value, ...others }, { target_type: 2, target_value: world.regid }),
          ...differing(notification, {
            title: null,
            content: null,
            off_line: true,
            off_line_ttl: null,
            ...(world.channelId === null ? {} : { channel_id: world.channelId, category: 'IM', notify_level: 16 }),
          }),
          ...(title.length > 0 && title.length <= 50 ? [] : ['title length']),
          ...(content.length > 0 && content.length <= 200 ? [] : ['content length']),
        ]
      },
    },
    () => world.now,
  )
}

/** As OPPO answers an auth: refused when the clock is off. */
export const authAnswer = ({ authToken, now }: OppoWorld, timestamp: number) =>
  withinTenMinutes(timestamp, now)
    ? { code: 0, message: 'Success', data: { auth_token: authToken, create_time: now } }
    : { code: 19, message: 'Invalid Timestamp' }
