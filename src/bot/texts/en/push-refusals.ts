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
    rich`${code(endpoint)} answered ${refusal === null ? 'so' : code(refusal)}${info === '' ? '' : ` ${info}`}`,
  ),
  remedy:
    refusalRemedy({ endpoint, code: refusal, info }) ??
    rich`Look in the console whether the plan has expired or is in arrears, and whether the push service is switched on for this SDKAppID.`,
})

/** A limit of REST calls, or a product without the call, says nothing of the pushes themselves. */
function notActive(refusal: number | null, told: Rich): Rich {
  switch (inactiveFor(refusal)) {
    case 'trial':
      return rich`The trial plan's REST calls are used up: ${told}. The user could not be checked; their pushes are not affected.`
    case 'product':
      return rich`This app's product does not have the call: ${told}. The user could not be checked.`
    case null:
      return rich`Tencent says that the app, or its push service, is not active: ${told}. While that lasts, no push is sent.`
  }
}

export const blockedSender: Written['blocked-sender'] = ({ from, reason, muteSeconds, mutedIn }) => ({
  message:
    reason === 'blocked'
      ? rich`The user has ${code(from)} on their block list. The sender may still see "sent".`
      : rich`${code(from)} is muted and may not send${muteSeconds === null ? '' : ` for another ${formatDuration(muteSeconds, 'en')}`}.`,
  remedy:
    reason === 'blocked'
      ? rich`This is the user's own choice. If it is a mistake, they can take ${code(from)} off the list in the app.`
      : mutedIn === 'group'
        ? rich`The group or this member is muted. Unmute there if it is not meant: ${code('MuteAllMember')} off with ${code('modify_group_base_info')}, or ${code('MuteTime')} 0 with ${code('forbid_send_msg')}.`
        : rich`Lift the mute in the console or with ${code('setnospeaking')}, if it is not meant.`,
})
