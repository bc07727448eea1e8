import { code, moment, rich, strong } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import type { watches as english } from '../en/watches.ts'

export const watches: typeof english = {
  addedTitle: (user) => `已关注 ${user}`,
  added: (user, until, here) =>
    rich`${moment(until)} 之前，${code(user)} 恢复可达或推送失败时，我会在${here ? '这里' : '团队频道'}通知。`,
  nowLabel: '目前',
  notSeen: '未知：腾讯云没有返回状态',
  reachableTitle: (user) => `${user} 现在可达了`,
  failedTitle: (user, count) => (count === 1 ? `给 ${user} 的推送失败了` : `给 ${user} 的 ${count} 条推送失败了`),
  failed: ({ vendor, code: result, meaning, count, at }) =>
    rich`${vendor === null ? '' : `${vendor}，`}${code(result)}${meaning === null ? '' : rich`：${strong(meaning)}`}${count > 1 ? `；共 ${count} 次，最近一次 ` : '，'}${moment(at)}。`,
  unlisted: rich`这个错误码不在我的目录里，可以从诊断看到前因后果。`,
  moreFailures: (count) => `另有 ${count} 种失败。`,
  overTitle: (user) => `不再关注 ${user}`,
  over: (seconds) => rich`关注时间已到，共 ${formatDuration(seconds, 'zh')}。`,
  buttons: { why: '为什么？', stop: '停止关注', again: '继续关注' },
  list: {
    title: '关注的用户',
    none: (example) => rich`没有关注任何用户。开始关注：${code(example)}`,
    columns: ['编号', '用户', '频道', '到期'],
    here: '本频道',
    stop: (example) => rich`停止其中一个：${code(example)}`,
    more: (count) => `还有 ${count} 个。`,
  },
  stoppedTitle: (id) => `已停止关注（编号 ${id}）`,
  stopped: (user) => rich`不再通知 ${code(user)} 的情况。`,
}
