import type { Command, Group } from '../command.ts'
import { closest } from './closest.ts'

const MOST = 4

/** For words that could not be read: commands that are named or hinted at in them, else those of a family that is. */
export function nearCommands(commands: readonly Command[], text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, 40)
  // Slips are seldom in the first letter, and "broken" is no "token".
  const isLike = (name: string, word: string) =>
    word.length > 3 && word[0] === name[0] && closest(word, [name], 1).length > 0
  const isNear = (name: string) => words.some((word) => isLike(name, word))
  const named = ({ id, name }: Command) => words.filter((word) => isLike(name, word) || HINTS[id]?.test(word)).length
  // "list" and "show" name half of all commands; only with the group's name they tell something.
  const hits = (command: Command) => {
    if (command.group === null) return named(command)
    const { group } = command
    const grouped = words.some((word) => GROUP_HINTS[group].test(word) || (group !== 'case' && isLike(group, word)))
    return grouped ? 1 + named(command) : 0
  }
  const hit = commands.filter((command) => hits(command) > 0).toSorted((one, other) => hits(other) - hits(one))
  const near = hit.length > 0 ? hit : commands.filter(({ family, group }) => group === null && isNear(family))
  return near.map(({ id }) => id).slice(0, MOST)
}

const HINTS: Readonly<Record<string, RegExp>> = {
  'usersig.verify': /^(?:sig|signature|login|log|签名|登录)|签名|登录|校验|usersig/u,
  'usersig.generate': /^(?:token|sign)$|生成|签发/u,
  'push.why':
    /^(?:push(?:e[sd]|ing|able)?|notif(?:s|y|ied|ications?)?|alerts?|undelivered)$|推送|通知|收不到|没收到|诊断/u,
  'push.devices': /^(?:devices?|phones?|iphones?|handsets?)$|设备|手机|终端|机型/u,
  'push.check': /^(?:tests?|testing|detect|detection)$|测试|检测/u,
  'push.token': /^(?:tokens?|regid)$|令牌/u,
  'im.certificates': /^(?:certs?|certificates?|p12|p8|apns)$|证书/u,
  'push.history': /^(?:history|timeline)$|历史|记录|时间线/u,
  'im.status': /^(?:online|offline|status(?:es)?|states?|presence|reachable)$|在线|离线|状态|上线|下线/u,
  'im.error': /^(?:code|codes|fail|failed|fails|\d{4,8})$|错误|报错/u,
  'im.report.schedule': /^(?:schedules?|scheduled|every|daily|weekly)$|定时|每天|每周|每个/u,
}

const GROUP_HINTS: Readonly<Record<Group, RegExp>> = {
  report: /^(?:reports?|digests?)$|报告|报表|日报|周报/u,
  watch: /^(?:watch|watches|watching|watched)$|关注|盯着/u,
  alert: /^(?:alerts?|alarms?|incidents?)$|告警|报警/u,
  case: /^cases?$|案例/u,
}
