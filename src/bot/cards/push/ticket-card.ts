import type { PushEvent } from '../../../diagnostics/events/event.ts'
import type { Diagnosis } from '../../../diagnostics/push/diagnose-push.ts'
import { pushSteps, tracedDevices } from '../../../diagnostics/push/case-facts.ts'
import { seen } from '../../../diagnostics/push/evidence.ts'
import type { Card, Field } from '../../card.ts'
import { code, moment, rich, strong } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { shownUser } from '../../words/shown.ts'

/** The diagnosis with every id that Tencent's support asks for, to be posted or copied. */
export function ticketCard(diagnosis: Diagnosis, card: Card, texts: Texts): Card {
  const { question, evidence, now } = diagnosis.case
  const { title, time, device: deviceLabel } = texts.push.ticket
  const steps: readonly PushEvent[] = pushSteps(diagnosis.case)
  const pushId = steps.find((step) => step.pushId !== null)?.pushId
  const taskId = steps.find((step) => step.taskId !== null)?.taskId
  const key = question.message ?? steps.find((step) => step.messageKey !== null)?.messageKey
  const [device] = tracedDevices(diagnosis.case)
  const known: Field[] = [
    { label: 'SDKAppID', value: rich`${code(question.app.sdkAppId)}` },
    { label: 'UserID', value: rich`${code(shownUser(question.userId))}` },
    { label: time, value: rich`${moment(steps[0]?.at ?? now)}` },
  ]
  const add = (label: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') known.push({ label, value: rich`${code(value)}` })
  }
  add('PushID', pushId)
  add('TaskID', taskId)
  add('MsgKey', key)
  const traced = device ?? seen(evidence.devices)?.[0]
  add(
    deviceLabel,
    traced === undefined
      ? null
      : [traced.model, traced.system, traced.sdkVersion === null ? null : `SDK ${traced.sdkVersion}`]
          .filter((part) => part !== null)
          .join(', '),
  )
  return {
    ...card,
    title: title(shownUser(question.userId)),
    blocks: [{ kind: 'fields', fields: known }, { kind: 'text', text: rich`${strong(card.title)}` }, ...card.blocks],
    actions: [],
  }
}
