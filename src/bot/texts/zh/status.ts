import type { Cause } from '../../../diagnostics/push/cause.ts'
import { isOfTencent } from '../../../diagnostics/push/tencent-codes.ts'
import { code, moment, relative, rich, strong } from '../../rich.ts'
import type { Texts } from '../texts.ts'
import { vendors } from './codes.ts'
import { push as pushTexts } from './push.ts'
import { within } from './push-proof.ts'

const list = (items: readonly string[]): string => items.join('、')

/** 被拒绝的推送，没有谁接受过。 */
const failedFor = (cause: Cause): string =>
  cause === 'vendor-not-delivered' ? '被拒绝，错误码未收录' : pushTexts.causes[cause]
const WEB_PUSH = '；浏览器可能收到 Web Push'

/** “；最近一次推送在 39 分钟前经 APNs 送达”。 */
const lastPush: Texts['status']['lastPush'] = (push) => {
  switch (push.kind) {
    case 'arrived': {
      const { at, vendor, opened } = push.arrival
      return rich`；最近一次推送${at === null ? '' : rich`在 ${relative(at)}`}${vendor === null ? '' : `经${within(vendors[vendor])}`}${opened ? '被点开' : '送达'}`
    }
    case 'accepted': {
      const { at, vendor } = push.answer
      return rich`；最近一次推送${at === null ? '' : rich`在 ${relative(at)}`}被${vendor === null ? '厂商' : within(vendors[vendor])}接受，没有送达回执`
    }
    case 'failed': {
      const { at, vendor, code: answer } = push.answer
      const by = isOfTencent(answer) ? '腾讯云' : vendor === null ? '厂商' : vendors[vendor]
      return rich`；但最近一次推送${at === null ? '' : rich`在 ${relative(at)}`}失败：${failedFor(push.cause)}（${by}${answer === null ? '' : rich` ${code(answer)}`}）`
    }
    case 'blocked':
      return rich`；但从最近一次推送的轨迹看：${pushTexts.causes[push.cause]}`
  }
}

export const status: Texts['status'] = {
  title: (user, state) => `${user}：${state}`,
  titleMany: (count) => `${count} 个用户的状态`,
  reasons: {
    'push-online': ({ platforms }) =>
      rich`应用在后台${platforms.length === 0 ? '' : `（${list(platforms)}）`}，登录仍有效`,
    'push-online-beside-others': ({ platforms }) =>
      rich`应用在后台（${list(platforms)}），登录仍有效；另有设备处于 Online，是否因此不推送，文档没有说明`,
    online: ({ platforms }) => rich`${list(platforms)} 处于 Online：只有在后台且上报过才推送`,
    'no-detail': () => rich`Online，但服务端没有说明在哪个设备上`,
    'state-unknown': () => rich`状态未知`,
    'account-not-found': () => rich`腾讯云没有这个账号`,
    'no-mobile-client': ({ platforms, can, closedAt }) =>
      closedAt === null
        ? rich`只在 ${list(platforms)} 上登录，手机没有登录${can === 'unlikely' ? WEB_PUSH : ''}`
        : rich`上次是 ${relative(closedAt)}在 ${list(platforms)} 上，没有手机登录记录${can === 'unlikely' ? WEB_PUSH : ''}`,
    kicked: ({ kicked, by, at }) =>
      rich`${list(kicked)} 在 ${relative(at)}被${by === null ? '另一次' : ` ${by} 上的`}登录踢下线`,
    'logged-out': ({ at, lastPush }) =>
      lastPush !== null
        ? rich`${moment(lastPush)} 那次推送之后登出`
        : at === null
          ? rich`多半已退出登录`
          : rich`${relative(at)}退出登录`,
    'never-seen': () => rich`没有登录过，或已退出登录`,
    stale: ({ at, can }) =>
      can === 'unlikely'
        ? rich`上次连接是 ${relative(at)}；推送服务在 30 天内可能还能送达`
        : rich`上次连接是 ${relative(at)}，太久了`,
  },
  can: { yes: '状态允许推送', no: '不能', unlikely: '可能收不到', unknown: '无法判断' },
  lastPush,
  canLabel: '现在能否收到离线推送',
  reasonLabel: '原因',
  clientsLabel: '登录设备',
  clients: list,
  noClients: '无',
  lastLabel: '最近一次变化',
  last: (action, platform, at) => rich`${platform === null ? '' : `${platform} `}${action}，${moment(at)}`,
  columns: ['用户', '状态', '登录设备', '推送', '原因'],
  more: (count) => rich`还有 ${count} 个用户没有显示；脚本（--json）可以拿到全部。`,
  counts: (reachable, all) => rich`${strong(`${all} 个用户中有 ${reachable} 个`)}的状态现在允许离线推送。`,
  failed: '腾讯云没有返回状态',
  notFound: '账号不存在',
}
