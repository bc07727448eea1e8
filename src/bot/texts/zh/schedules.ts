import { PLATFORM_NAMES } from '../../ports/channels.ts'
import type { ScheduleProblem } from '../../problem.ts'
import { code, moment, relative, rich, strong, type Rich } from '../../rich.ts'
import type { schedules as english } from '../en/schedules.ts'

const DAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const forms = rich`可以写成 ${code('每个工作日 09:00')}、${code('每周一和周四 10:00')}、${code('每2小时')}、${code('每月1号 9:00')}，或五段 cron 表达式，例如 ${code('0 9 * * 1-5')}。`

export const schedules: typeof english = {
  when: {
    everyDay: '每天',
    workingDays: '每个工作日',
    weekend: '每周六、周日',
    days: (days) => `每${days.map((day) => DAYS[day] ?? '').join('、')}`,
    dayOfMonth: (day) => `每月 ${day} 日`,
    lastDay: '每月最后一天',
    at: (days, times) => `${days} ${times.join('、')}`,
    hours: (every) => (every === 1 ? '每小时' : every === 24 ? '每天 00:00' : `每 ${every} 小时`),
    minutes: (every) => (every === 60 ? '每小时' : `每 ${every} 分钟`),
    cron: (cron) => `按 cron ${cron}`,
  },
  title: (id) => `定时报告 ${id} 已设好`,
  titleBefore: (id) => `定时报告 ${id} 之前已经设过`,
  before: rich`同样的报告之前已经设过，不会重复发送。`,
  fields: { app: '应用', when: '时间', zone: '时区', channel: '频道', next: '下一次', language: '语言' },
  languages: { en: '英文', zh: '中文' },
  next: (at) => rich`${moment(at)}（${relative(at)}）`,
  never: rich`不会再有`,
  unchecked: rich`从这里没法确认我能不能在该频道发消息，发第一份报告时才知道。`,
  stop: (id) => rich`停止：${code(`/im report remove ${id}`)}`,
  listTitle: '定时报告',
  none: rich`还没有定时报告。`,
  noneHint: rich`例如：${code('/im report schedule "每个工作日 09:00" here')}`,
  columns: ['编号', '应用', '时间', '频道', '下一次', '设置人'],
  fromFile: '配置文件',
  more: (count) => rich`另有 ${count} 份没有显示。`,
  removedTitle: (id) => `定时报告 ${id} 已停止`,
  removed: (when) => rich`原来的时间是${strong(when)}，之后不再发送。`,
  buttons: { list: '全部定时报告', remove: '停止' },
  problems: {
    'not-a-when': ({ given }) => rich`看不懂 ${code(given)} 是什么时间。${forms}`,
    never: ({ given }) => rich`${code(given)} 永远不会到：没有这样的日期。${forms}`,
    'too-often': ({ given }) => rich`${code(given)} 太频繁：报告最多每 5 分钟一份。${forms}`,
    offset: ({ given }) =>
      rich`${code(given)} 只是偏移量，遇到夏令时会差一小时。请写城市名，例如 ${code('Asia/Shanghai')}、${code('Europe/Berlin')}，或 ${code('UTC')}。`,
    'unknown-zone': ({ given, closest }) =>
      rich`没有时区 ${code(given)}。${closest === null ? rich`请写城市名，例如 ${code('Asia/Shanghai')}、${code('Europe/Berlin')}，或 ${code('UTC')}。` : rich`是不是 ${code(closest)}？`}`,
    'not-a-channel': ({ given }) =>
      rich`看不懂 ${code(given)} 是哪个频道。请写 ${code('#push-ops')}、频道 ID 或 ${code('here')}；需要指明平台时写 ${code('slack:#push-ops')}。`,
    'no-channel-here': () => rich`这里没有可以发消息的频道。请指明一个：${code('slack:#push-ops')} 或频道 ID。`,
    'not-configured': ({ platform, configured }) =>
      rich`没有配置 ${PLATFORM_NAMES[platform]}，无法在那里发消息。${configured.length === 0 ? rich`请先在配置里设置 ${code(platform)}。` : rich`请指定 ${configured.map((each) => PLATFORM_NAMES[each]).join(' 或 ')} 的频道，或在配置里设置 ${code(platform)}。`}`,
    'which-platform': ({ given }) =>
      rich`${code(given)} 是 Slack 还是 Discord 的频道？请写 ${code(`slack:${given}`)} 或 ${code(`discord:${given}`)}。`,
    'unseen-channel': ({ given, code: reason }) =>
      rich`我看不到 ${code(given)}（${code(reason)}）。如果频道存在，请先邀请我进去，再试一次。`,
    'too-many': ({ maximum }) => rich`定时报告已经有 ${maximum} 份了，请先停掉一些：${code('/im report list')}`,
    fixed: ({ given }) => rich`报告 ${code(given)} 写在配置文件的 ${code('reports')} 里，只能在那里删除。`,
  },
}

export const scheduleProblem = (problem: ScheduleProblem): Rich =>
  (schedules.problems[problem.kind] as (problem: ScheduleProblem) => Rich)(problem)
