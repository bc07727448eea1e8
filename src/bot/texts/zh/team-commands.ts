import type { groups as englishGroups, teamCommands as english } from '../en/team-commands.ts'

const app = { field: '应用', label: '应用', hint: '应用名称；不填则用默认应用' }
const number = (of: string) => ({ field: '编号', label: '编号', hint: `${of}的编号` })

export const teamCommands: typeof english = {
  'im.report': {
    name: '立即',
    summary: '立即出一份团队报告：各厂商推送、失败原因、回调情况、大家问了什么',
    form: '团队报告',
    args: {
      app,
      since: { field: '起始时间', label: '起始', hint: '2h、7d、14:00 或日期；不填为最近 24 小时' },
      lang: { field: '语言', label: '语言', hint: 'en 或 zh；不填则用你的语言' },
    },
  },
  'im.report.schedule': {
    name: '定时',
    summary: '按时间表把团队报告发到频道',
    form: '定时报告',
    args: {
      when: { field: '时间', label: '时间', hint: '“每个工作日 09:00”、“每周一 10:00”，或 cron 表达式' },
      channel: { field: '频道', label: '频道', hint: '#push-ops、频道 ID，或 here（本频道）' },
      app,
      tz: { field: '时区', label: '时区', hint: '例如 Asia/Shanghai；不填则用你的时区' },
      lang: { field: '语言', label: '语言', hint: 'en 或 zh；不填则用你的语言' },
    },
  },
  'im.report.list': { name: '列表', summary: '有哪些定时报告，下一次什么时候发', form: '定时报告列表', args: {} },
  'im.report.remove': {
    name: '删除',
    summary: '停止一份定时报告',
    form: '停止定时报告',
    args: { id: number('列表中定时报告') },
  },
  'im.watch.add': {
    name: '添加',
    summary: '用户恢复可达或推送失败时，在本频道通知',
    form: '关注用户',
    args: {
      user: { field: 'UserID', label: '用户', hint: '要关注的 UserID' },
      for: { field: '时长', label: '时长', hint: '2h、24h、7d；不填为 24 小时' },
      app,
    },
  },
  'im.watch.list': { name: '列表', summary: '正在关注哪些用户，在哪个频道，到什么时候', form: '关注列表', args: {} },
  'im.watch.stop': { name: '停止', summary: '不再关注一个用户', form: '停止关注', args: { id: number('列表中关注') } },
  'im.alert.list': { name: '列表', summary: '当前有哪些问题，谁在处理', form: '告警', args: { app } },
  'im.alert.acknowledge': {
    name: '认领',
    summary: '认领一条告警：卡片上会写明由你处理',
    form: '认领告警',
    args: { id: number('告警') },
  },
  'im.alert.silence': {
    name: '静默',
    summary: '一段时间内不再提示这条告警',
    form: '静默告警',
    args: { id: number('告警'), for: { field: '时长', label: '时长', hint: '1h、4h、2d；不填为 4 小时' } },
  },
  'push.case.show': {
    name: '查看',
    summary: '查看以前的诊断：当时的结论、谁在跟进、真正原因是什么',
    form: '查看案例',
    args: { id: number('案例') },
  },
  'push.case.list': {
    name: '列表',
    summary: '未结和已结的案例',
    form: '案例列表',
    args: { state: { field: '状态', label: '状态', hint: 'open（未结）、closed（已结）或 all；不填为未结' }, app },
  },
  'push.case.take': { name: '跟进', summary: '由你来跟进这个案例', form: '跟进案例', args: { id: number('案例') } },
  'push.case.close': {
    name: '结案',
    summary: '结案，并说明真正的原因',
    form: '结案',
    args: {
      id: number('案例'),
      cause: { field: '真正原因', label: '原因', hint: '例如 logged-out；也可填 other（其他）或 no-fault（没有故障）' },
    },
  },
  'push.case.reopen': { name: '重开', summary: '重新打开已结的案例', form: '重开案例', args: { id: number('案例') } },
}

export const groups: typeof englishGroups = {
  report: { name: '报告', summary: '团队报告：立即出一份，或定时发送' },
  watch: { name: '关注', summary: '用户恢复可达时在本频道通知' },
  alert: { name: '告警', summary: '当前有哪些问题' },
  case: { name: '案例', summary: '以前的诊断，以及真正的原因' },
}
