import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import type { DeviceProbe } from '../../../diagnostics/push/probes/device-tokens.ts'
import type { TestPushResult, TestStage } from '../../../diagnostics/push/test-push.ts'
import type { Block, Card, Tone } from '../../card.ts'
import { code, rich, strong, type Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { shownUser } from '../../words/shown.ts'
import { plainRich, type Reader } from '../plain-text.ts'
import { isoTime } from '../usersig-result.ts'
import { probeWords } from './reply-words.ts'
import { pushFindingWords } from './finding-words.ts'
import { infoWithoutTokens } from './without-tokens.ts'

const MARKS: Readonly<Record<TestStage['outcome'], string>> = { pass: '✅', fail: '❌', unknown: '▫️', skipped: '▫️' }

const TONES: Readonly<Record<TestPushResult['outcome'], Tone>> = {
  delivered: 'good',
  accepted: 'info',
  failed: 'bad',
  pending: 'info',
}

export interface CheckCardOptions {
  user: string
  caseNumber: string
  certificateId: string | null
  simulated: boolean
  /** The vendor itself shows it, on this device; null: Tencent does, on all. */
  target: { vendor: Vendor; model: string | null } | null
  /** The one device that it goes to, by its number and name; null: to all, or by the vendor. */
  device: { number: number; name: string } | null
  /** What the vendors said to a question that shows nothing. */
  probes: readonly DeviceProbe[]
}

/** The vendor that would show it has no room for more. */
export const isOverLimit = ({ target, probes }: CheckCardOptions): boolean =>
  probes.some(
    ({ certificate, reply }) =>
      certificate.vendor === target?.vendor &&
      ((reply?.kind === 'unanswered' && reply.reason === 'busy') ||
        (reply?.kind === 'refused' && reply.about === 'quota')),
  )

/** What will be shown, and the question whether it may be. */
export function confirmCard(options: CheckCardOptions, texts: Texts): Card {
  const { check } = texts.push
  const user = shownUser(options.user)
  return {
    tone: 'warn',
    title: check.confirmTitle(user),
    blocks: [
      {
        kind: 'text',
        text:
          options.target === null
            ? options.device === null
              ? check.confirm(user)
              : texts.push.devices.confirmOne(user, options.device.number, options.device.name)
            : check.confirmVendor(user, texts.errors.vendors[options.target.vendor], options.target.model),
      },
      ...(options.target === null
        ? []
        : [{ kind: 'text' as const, text: check.reads(check.vendorNotificationTitle, check.vendorNotificationText) }]),
      ...probeBlocks(options.probes, texts),
      ...(options.target !== null && isOverLimit(options)
        ? [{ kind: 'text' as const, text: check.overLimit(texts.errors.vendors[options.target.vendor]) }]
        : []),
      ...certificateNote(options, texts),
      ...untestedNote(options, texts),
      ...simulatedNote(options, texts),
    ],
    actions: [],
  }
}

const probeBlocks = (probes: readonly DeviceProbe[], texts: Texts): readonly Block[] =>
  probes.length === 0
    ? []
    : [
        {
          kind: 'fields',
          fields: probes.map((probe) => ({
            label: probeLabel(probe, texts),
            value: probeWords(probe, texts),
          })),
        },
      ]

function probeLabel({ device, certificate }: DeviceProbe, texts: Texts): string {
  const { vendor: words } = texts.push
  const vendor = texts.errors.vendors[certificate.vendor]
  return device.model === null
    ? words.certificate(certificate.id, vendor)
    : words.certificateOf(device.model, certificate.id, vendor)
}

/** Stage by stage, while it is on its way. */
export const followingCard = (stages: readonly TestStage[], options: CheckCardOptions, texts: Texts): Card => ({
  tone: 'info',
  title: texts.push.check.title(shownUser(options.user)),
  blocks: [...stageBlocks(stages, texts), { kind: 'note', text: texts.push.check.following }],
  actions: [],
})

/** How far it came. Accepted is never called delivered. */
export function checkCard(result: TestPushResult, options: CheckCardOptions, texts: Texts): Card {
  const { check } = texts.push
  const { outcome, stages, findings, ordered, repeated } = result
  const blocks: Block[] = []
  if (repeated && ordered.kind !== 'unsure') blocks.push({ kind: 'text', text: check.alreadySent })
  if (ordered.kind === 'unsure')
    blocks.push({ kind: 'text', text: repeated && options.target !== null ? check.alreadyAsked : check.unsure })
  blocks.push({ kind: 'text', text: rich`${strong(check.outcomes[outcome])}` }, ...stageBlocks(stages, texts))
  if (outcome === 'accepted') blocks.push({ kind: 'text', text: check.accepted })
  for (const finding of findings.slice(0, 4)) {
    const { message, remedy } = pushFindingWords(finding, texts)
    const tone = finding.severity === 'error' ? 'bad' : finding.severity === 'warning' ? 'warn' : 'info'
    const label = texts.conversation.severities[finding.severity]
    blocks.push({ kind: 'finding', tone, label, text: message, remedy, codes: null })
  }
  blocks.push({ kind: 'note', text: check.case(options.caseNumber) })
  if (outcome === 'accepted' || outcome === 'pending') blocks.push({ kind: 'note', text: check.later })
  blocks.push(...certificateNote(options, texts), ...untestedNote(options, texts), ...simulatedNote(options, texts))
  return { tone: TONES[outcome], title: check.title(shownUser(options.user)), blocks, actions: [] }
}

const stageBlocks = (stages: readonly TestStage[], texts: Texts): readonly Block[] => [
  {
    kind: 'fields',
    fields: stages.map((stage) => ({ label: texts.push.check.stages[stage.name], value: stageWords(stage, texts) })),
  },
]

function stageWords({ outcome, code: answer, info, at, online }: TestStage, texts: Texts): Rich {
  const { check } = texts.push
  const said = online && outcome === 'pass' ? check.online : check.stageOutcomes[outcome]
  return rich`${MARKS[outcome]} ${said}${answer === null ? '' : rich` ${code(answer)}`}${info === '' ? '' : ` ${infoWithoutTokens(info)}`}${at === null ? '' : check.when(at)}`
}

const certificateNote = ({ certificateId, target }: CheckCardOptions, texts: Texts): readonly Block[] =>
  certificateId === null || target !== null
    ? []
    : [{ kind: 'note', text: texts.push.check.certificateNote(certificateId) }]

const untestedNote = ({ device }: CheckCardOptions, texts: Texts): readonly Block[] =>
  device === null ? [] : [{ kind: 'note', text: texts.push.devices.untested }]

const simulatedNote = ({ simulated }: CheckCardOptions, texts: Texts): readonly Block[] =>
  simulated ? [{ kind: 'note', text: texts.conversation.simulated }] : []

/** The result of `push.check` for scripts: the contract's shape. */
export function checkResult(result: TestPushResult, options: CheckCardOptions, texts: Texts, reader: Reader) {
  const { ordered, stages, outcome, findings } = result
  return {
    userId: options.user,
    caseNumber: options.caseNumber,
    taskId: ordered.kind === 'sent' ? ordered.taskId : null,
    stages: stages.map((stage) => ({
      name: stage.name,
      outcome: stage.outcome,
      code: stage.code,
      message: stage.info === '' ? texts.push.check.stageOutcomes[stage.outcome] : infoWithoutTokens(stage.info),
      at: isoTime(stage.at),
    })),
    outcome,
    findings: findings.map((finding) => {
      const { message, remedy } = pushFindingWords(finding, texts)
      return {
        code: finding.code,
        severity: finding.severity,
        confidence: finding.confidence,
        message: plainRich(message, reader),
        remedy: plainRich(remedy, reader),
        owner: finding.owner,
      }
    }),
  }
}
