import type { PushVerdict } from '../../../diagnostics/push/conclude.ts'
import { code, rich } from '../../rich.ts'
import type { cases as english } from '../en/cases.ts'

const STATES: typeof english.states = { open: '未结', closed: '已结' }

const VERDICTS: Readonly<Record<PushVerdict, string>> = {
  'can-receive': '可以收到推送',
  'cannot-receive': '收不到推送',
  unlikely: '多半收不到推送',
  unknown: '还不清楚',
}

export const cases: typeof english = {
  states: STATES,
  title: (id, user, state) => `案例 ${id}：${user}（${STATES[state]}）`,
  app: '应用',
  found: '结论',
  verdict: (verdict, cause) => (cause === null ? VERDICTS[verdict] : `${VERDICTS[verdict]}：${cause}`),
  openedAt: '开始于',
  asked: '已诊断',
  times: (count, last) => rich`${count} 次，最近一次 ${last}`,
  assignee: '跟进人',
  nobody: '暂无',
  closedAt: '结案于',
  trueCause: '真正原因',
  other: '其他原因',
  'no-fault': '没有故障',
  unreadable: '当时的结论由另一个版本的程序写入，现在无法显示。',
  whatWasIt: (id, user) => `案例 ${id}：${user} 到底是什么问题？`,
  whatWasItLead: rich`结案要写明真正的原因：团队报告会按原因统计，反复出现的问题一眼就能看到。`,
  anyCause: (example) => rich`其他原因直接写名称：${code(example)}`,
  listTitle: { open: '未结案例', closed: '已结案例', all: '全部案例' },
  none: {
    open: '没有未结的案例。',
    closed: '还没有结案的案例。',
    all: '还没有案例：诊断发现问题时会自动建立。',
  },
  columns: ['案例', '用户', '原因', '跟进人', '最近'],
  more: (count) => `还有 ${count} 个。`,
  showOne: (example) => rich`查看其中一个：${code(example)}`,
  standing: (id, times, assignee) =>
    rich`案例 ${code(id)}${times > 1 ? `，已诊断 ${times} 次` : ''}${assignee === null ? '' : rich`，由 ${assignee} 跟进`}。有人结案之前一直保留。`,
  solved: (id) => rich`案例 ${code(id)} 还没有结案；如果现在的情况正常，请结案。`,
  buttons: { take: '我来跟进', close: '结案', reopen: '重新打开' },
}
