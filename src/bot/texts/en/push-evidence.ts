import { isVendor } from '../../../diagnostics/codes/is-vendor.ts'
import { endedAtTencent } from '../../../diagnostics/push/tencent-codes.ts'
import type { EvidenceItem, VendorAnswer } from '../../../diagnostics/push/push-finding.ts'
import { code, moment, relative, rich, type Rich } from '../../rich.ts'
import { vendors } from './codes.ts'

type EvidenceTexts = {
  readonly [Kind in EvidenceItem['kind']]: (item: Extract<EvidenceItem, { kind: Kind }>) => Rich
}

const STAGES: Readonly<Record<number, string>> = { 1: 'handed to', 2: 'delivered by', 3: 'opened, by' }

const vendorName = (vendor: VendorAnswer['vendor']): string => (vendor === null ? 'an unknown vendor' : vendors[vendor])

const clients = (list: readonly { platform: string; state: string }[]): string =>
  list.length === 0 ? '' : ` (${list.map(({ platform, state }) => `${platform} ${state}`).join(', ')})`

export const pushEvidence: EvidenceTexts = {
  state: ({ state, clients: all, at }) => rich`State now: ${code(state)}${clients(all)}, ${moment(at)}`,
  account: ({ exists }) => rich`Account: ${exists ? 'known to Tencent' : 'not known to Tencent'}`,
  'state-event': ({ action, platform, reason, kicked, at }) =>
    rich`Last change: ${action}${platform === null ? '' : ` on ${platform}`}${reason === null ? '' : ` (${reason})`}${kicked.length === 0 ? '' : `, threw out ${kicked.join(', ')}`}, ${moment(at)} (${relative(at)})`,
  'push-event': ({ stage, answer, delivery }) =>
    rich`Push ${delivery === 'online' ? 'delivered online' : endedAtTencent(answer.code) ? `not handed to ${vendorName(answer.vendor)} by Tencent` : `${STAGES[stage] ?? `stage ${stage} of`} ${vendorName(answer.vendor)}`}: ${answer.code === null ? 'ok' : code(answer.code)}${answer.info === '' ? '' : ` ${answer.info}`}${answer.at === null ? '' : rich`, ${moment(answer.at)} (${relative(answer.at)})`}`,
  trace: ({ device, notifications, token, at }) =>
    rich`Trace: ${device.model ?? vendorName(device.vendor)}, certificate ${device.certificateId === null ? 'none' : code(device.certificateId)}, token ${token ? 'reported' : 'none'}, notifications ${notifications === 'unknown' ? 'not known' : notifications}${at === null ? '' : rich`, ${moment(at)}`}`,
  'token-probe': ({ device, outcome, answer, certainty, deadSince }) =>
    rich`${answer.vendor === null ? 'The vendor' : vendors[answer.vendor]} asked just now with certificate ${code(device.certificateId ?? '')}${device.model === null ? '' : ` for ${device.model}`}: ${outcome === 'accepted' ? 'it takes the token' : outcome === 'refused' ? rich`refused with ${code(answer.code ?? '')}` : 'no answer'}${deadSince === null ? '' : rich`, dead since ${moment(deadSince)} (${relative(deadSince)})`}${answer.info === '' ? '' : ` (${answer.info})`}${certainty === 'hint' ? '; this vendor gives a hint only' : ''}`,
  registered: ({ device, at }) =>
    rich`Device registry: ${device.model ?? vendorName(device.vendor)}, certificate ${device.certificateId === null ? 'none' : code(device.certificateId)}, reported ${relative(at)}`,
  'empty-trace': () => rich`The trace of the push names no device`,
  message: ({ from, groupId, onlineOnly, result, elements, at }) =>
    rich`Message of ${code(from)}${groupId === null ? '' : rich` to the group ${code(groupId)}`}: ${elements.length === 0 ? 'no elements told' : elements.join(', ')}${onlineOnly ? ', for online users only' : ''}${result === 0 ? '' : rich`, result ${code(result)}`}, ${moment(at)}`,
  member: ({ groupId, option, member }) =>
    rich`Group ${code(groupId)}: ${member ? rich`option ${code(option ?? '')}` : 'not a member'}`,
  group: ({ groupId, type }) =>
    type === null
      ? rich`Group ${code(groupId)}: Tencent has none of this ID`
      : rich`Group ${code(groupId)}: type ${code(type)}`,
  blocked: ({ from }) => rich`Block list of the user: ${code(from)} is on it`,
  'no-message': ({ complete }) =>
    complete
      ? rich`Neither the webhooks nor Tencent's message history have it`
      : rich`The webhooks do not have it, and Tencent's message history was not read to the end`,
  certificate: ({ id, vendor, environment }) =>
    rich`Configured: certificate ${code(id)} for ${vendors[vendor]}${environment === null ? '' : `, ${environment}`}`,
  losses: ({ code: loss, count }) => rich`App-wide in 7 days: ${count} pushes lost with ${code(loss)}`,
  absence: ({ refusal: { code: answer, info } }) =>
    rich`Tencent answered: ${answer === null ? '' : code(answer)}${info === '' ? '' : `${answer === null ? '' : ' '}${info}`}`,
  refusal: ({ refusal }) => {
    if (refusal.endpoint === 'store') return rich`The bot's own store gave no answer`
    if (refusal.endpoint === 'timeout') return rich`A question got no answer in time`
    return rich`${isVendor(refusal.endpoint) ? vendors[refusal.endpoint] : code(refusal.endpoint)}${refusal.code === null ? '' : rich`: ${code(refusal.code)}`}${refusal.info === '' ? '' : `${refusal.code === null ? ':' : ''} ${refusal.info}`}`
  },
}
