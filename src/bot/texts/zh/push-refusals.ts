import type { FindingParams } from '../../../diagnostics/push/push-finding.ts'
import { inactiveFor } from '../../../diagnostics/push/refusal-advice.ts'
import { code, rich, type Rich } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import type { FindingTexts } from '../finding-texts.ts'
import { refusalRemedy } from './refusal-remedies.ts'

type Written = FindingTexts<FindingParams>

export const serviceInactive: Written['service-inactive'] = ({ endpoint, code: refusal, info }) => ({
  message: notActive(
    refusal,
    rich`${code(endpoint)}${refusal === null ? '' : rich` 返回 ${code(refusal)}`}${info === '' ? '' : ` ${info}`}`,
  ),
  remedy:
    refusalRemedy({ endpoint, code: refusal, info }) ??
    rich`请在控制台确认套餐是否到期或欠费，以及该 SDKAppID 是否已开通推送服务。`,
})

/** 调用量用完，或应用的产品类型没有这个接口，都不影响推送本身。 */
function notActive(refusal: number | null, told: Rich): Rich {
  switch (inactiveFor(refusal)) {
    case 'trial':
      return rich`体验版的 REST API 调用量已用完：${told}。因此没能查询该用户，推送本身不受影响。`
    case 'product':
      return rich`该应用的产品类型没有这个接口：${told}。因此没能查询该用户。`
    case null:
      return rich`腾讯云表示应用或推送服务未开通或已停用：${told}。在此期间不会下发任何推送。`
  }
}

export const blockedSender: Written['blocked-sender'] = ({ from, reason, muteSeconds, mutedIn }) => ({
  message:
    reason === 'blocked'
      ? rich`用户把 ${code(from)} 加入了黑名单。发送方看到的仍可能是“已发送”。`
      : rich`${code(from)} 被禁言，不能发消息${muteSeconds === null ? '' : `，还剩 ${formatDuration(muteSeconds, 'zh')}`}。`,
  remedy:
    reason === 'blocked'
      ? rich`这是用户自己的选择。如果是误操作，可在应用里把 ${code(from)} 移出黑名单。`
      : mutedIn === 'group'
        ? rich`群全员禁言，或该成员在群里被禁言。如果不是有意的，请在群里解除：用 ${code('modify_group_base_info')} 关闭 ${code('MuteAllMember')}，或用 ${code('forbid_send_msg')} 把 ${code('MuteTime')} 设为 0。`
        : rich`如果不是有意的，请在控制台或用 ${code('setnospeaking')} 解除禁言。`,
})
