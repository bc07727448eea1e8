import { code, rich } from '../../rich.ts'
import type { Texts } from '../texts.ts'

export const asked: Texts['asked'] = {
  guessed: (user) => rich`这里把 ${code(user)} 当作 UserID。`,
  noSuchGuess: (user, app) =>
    rich`${app} 里没有 UserID ${code(user)}。是谁收不到推送？请给出 UserID；如果确实这样写，请加引号。`,
  besides: {
    group: (user) =>
      rich`只有群消息收不到？用 ${code(`/push why ${user} --group 群ID`)} 检查群类型和该成员的消息免打扰设置。`,
    foreground: rich`请关掉应用再测：应用在前台时消息直接送达，不会推送。`,
  },
  vendor: {
    loss: (vendor, share, before) => `${vendor}推送丢失率 ${share}${before === null ? '' : `，此前 ${before}`}`,
    fewLost: (vendor, lost, attempted, span) => `最近 ${span} ${vendor}推送 ${attempted} 条，丢失 ${lost} 条`,
    noneFailed: (vendor, attempted, span) => `最近 ${span} ${vendor}推送没有失败（共 ${attempted} 条）`,
    noPushes: (vendor, span) => `最近 ${span} 没有${vendor}推送`,
    noData: (vendor, span) => `最近 ${span} 没有${vendor}推送的数据`,
    howToCount: (path) =>
      rich`腾讯云的统计和回调里都没有推送记录。请在控制台为该应用打开推送回调，地址填写这里的 ${code(path)}。`,
    certificate: '证书',
    ends: (days) => (days < 0 ? rich`已过期 ${-days} 天` : rich`${days} 天后到期`),
    again: '刷新',
  },
  errorCode: (code_) => rich`你提到了 ${code(code_)}：用 ${code(`/im error ${code_}`)} 查看含义。`,
  several: {
    title: (count, failing) =>
      failing === 0 ? `${count} 个用户都能收到推送` : `${count} 个用户中有 ${failing} 个可能收不到推送`,
    progress: (count) => `正在检查 ${count} 个用户的推送…`,
    done: (done, all) => rich`已检查 ${done} / ${all} 个用户。`,
    whole: (form) => rich`详细诊断：${code(form)}`,
    nobody: (names) => rich`没有这个 UserID：${code(names)}。`,
    more: (names) => rich`未检查：${names}。一次最多检查五个用户。`,
  },
}
