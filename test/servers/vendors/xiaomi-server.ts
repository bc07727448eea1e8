import { CheckingServer, type VendorCall } from './checking-server.ts'
import { differing, formOf } from './objections.ts'

export const CHANNELS = 'GET /v1/channel/list'
export const VALIDATION = 'POST /v1/validation/regids'
export const MESSAGE = 'POST /v3/message/regid'

export interface XiaomiWorld {
  appSecret: string
  packageName: string
  regid: string
  channelId: string | null
  now: number
}

/** Xiaomi's push server, for one app and one phone. */
export function xiaomiServer(world: XiaomiWorld): CheckingServer {
  const keyed = ({ headers }: VendorCall) =>
    headers.authorization === `key=${world.appSecret}` ? [] : ['authorization header']
  return new CheckingServer(
    {
      [CHANNELS]: (call) => [
        ...keyed(call),
        ...differing(Object.fromEntries(call.query), { restricted_package_name: world.packageName }),
        ...(call.body === '' ? [] : ['a body']),
      ],
      [VALIDATION]: (call) => {
        const { fields, objections } = formOf(call)
        const wanted = { registration_ids: world.regid, restricted_package_name: world.packageName }
        return [...keyed(call), ...objections, ...differing(fields, wanted)]
      },
      [MESSAGE]: (call) => {
        const { fields, objections } = formOf(call)
        const { title = '', description = '' } = fields
        return [
          ...keyed(call),
          ...objections,
          ...differing(fields, {
            registration_id: world.regid,
            restricted_package_name: world.packageName,
            title: null,
            description: null,
            payload: null,
            pass_through: '0',
            notify_type: null,
            time_to_live: null,
            ...(world.channelId === null ? {} : { 'extra.channel_id': world.channelId }),
          }),
          ...(title.length > 0 && title.length < 50 ? [] : ['title length']),
          ...(description.length > 0 && description.length < 128 ? [] : ['description length']),
        ]
      },
    },
    () => world.now,
  )
}
