import type { UsersigFinding, UsersigFindingParams } from '../../diagnostics/usersig/finding.ts'
import type { Userbuf, UsersigReport } from '../../diagnostics/usersig/report.ts'
import type { Severity } from '../../diagnostics/finding.ts'
import type { Block, Card, Field, Tone } from '../card.ts'
import { code, moment, rich, strong, type Rich } from '../rich.ts'
import type { Texts } from '../texts/texts.ts'
import { shownUser } from '../words/shown.ts'

const SEVERITY_TONE: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', note: 'info' }

export function findingTexts(finding: UsersigFinding, texts: Texts): { message: Rich; remedy: Rich } {
  const write = texts.usersig.findings[finding.code] as (params: UsersigFindingParams[typeof finding.code]) => {
    message: Rich
    remedy: Rich
  }
  return write(finding.params)
}

export interface UsersigQuestionAsked {
  /** The user who was asked about, fit to be shown; null for inspect. */
  user: string | null
  /** Set when the question is about another time than now. */
  at: number | null
  /** An error code that was pasted along; null: none. */
  code: string | null
  simulated: boolean
  /** Further signatures of the same paste, and how many it held in all. */
  others: readonly OtherSignature[]
  total: number
}

export interface OtherSignature {
  user: string | null
  report: UsersigReport
}

/** The verdict, what the signature says about itself, and everything that is wrong with it. Holds no signature. */
export function usersigCard(report: UsersigReport, asked: UsersigQuestionAsked, texts: Texts): Card {
  const blocks: Block[] = [{ kind: 'text', text: verdictText(report, asked, texts) }]
  if (asked.at !== null) blocks.push({ kind: 'note', text: texts.usersig.askedAt(asked.at) })
  for (const finding of report.findings) blocks.push(findingBlock(finding, texts))
  const fields = claims(report, asked.at === null, texts)
  if (fields.length > 0) {
    if (report.isUnconfirmed) blocks.push({ kind: 'note', text: texts.usersig.claimsOnly })
    blocks.push({ kind: 'fields', fields })
  }
  if (report.verdict === 'valid') blocks.push({ kind: 'note', text: texts.usersig.revocationNote })
  if (asked.others.length > 0) blocks.push(...otherBlocks(asked, texts))
  if (asked.code !== null) blocks.push({ kind: 'note', text: texts.usersig.codeBeside(asked.code) })
  if (asked.simulated) blocks.push({ kind: 'note', text: texts.conversation.simulated })
  const tones = [report, ...asked.others.map((each) => each.report)].map(toneOf)
  const tone = WORST_FIRST.find((each) => tones.includes(each)) ?? toneOf(report)
  return { tone, title: titleOf(report, asked, texts), blocks, actions: [] }
}

const WORST_FIRST: readonly Tone[] = ['bad', 'warn']

/** Of each of the others its verdict, and what is wrong with it. */
function otherBlocks({ others, total }: UsersigQuestionAsked, texts: Texts): readonly Block[] {
  const { several } = texts.usersig
  return [
    { kind: 'text', text: several.intro(total) },
    ...others.flatMap(({ user, report }): readonly Block[] => [
      { kind: 'text', text: rich`${strong(titleOf(report, { user }, texts))}` },
      ...report.findings.filter(({ severity }) => severity !== 'note').map((finding) => findingBlock(finding, texts)),
    ]),
    ...(total > others.length + 1 ? [{ kind: 'note' as const, text: several.more(others.length + 1) }] : []),
  ]
}

function findingBlock(finding: UsersigFinding, texts: Texts): Block {
  const { message, remedy } = findingTexts(finding, texts)
  return {
    kind: 'finding',
    tone: SEVERITY_TONE[finding.severity],
    label: texts.conversation.severities[finding.severity],
    text: message,
    remedy,
    codes: finding.imErrorCodes.length === 0 ? null : texts.conversation.imErrorCodes(finding.imErrorCodes),
  }
}

const hasWarnings = ({ findings }: UsersigReport): boolean => findings.some(({ severity }) => severity === 'warning')

function toneOf(report: UsersigReport): Tone {
  if (report.verdict === 'invalid') return 'bad'
  return report.verdict === 'unverifiable' || hasWarnings(report) ? 'warn' : 'good'
}

function titleOf(report: UsersigReport, { user }: Pick<UsersigQuestionAsked, 'user'>, texts: Texts): string {
  const { titles } = texts.usersig
  const whose = user ?? (report.userId === null ? null : shownUser(report.userId))
  switch (report.verdict) {
    case 'valid':
      return hasWarnings(report) ? titles.validWithWarnings(whose ?? '') : titles.valid(whose ?? '')
    case 'invalid':
      return whose === null ? titles.invalidUnknown : titles.invalid(whose)
    case 'unverifiable':
      return whose === null ? titles.unverifiableUnknown : titles.unverifiable(whose)
  }
}

function verdictText(report: UsersigReport, { user }: UsersigQuestionAsked, texts: Texts): Rich {
  const { verdicts } = texts.usersig
  const whose = shownUser(report.userId ?? '')
  switch (report.verdict) {
    case 'valid':
      if (report.findings.some(({ params }) => 'alphabet' in params)) return verdicts.validInside(whose)
      if (report.userbuf?.kind === 'private-map-key') return verdicts.validTicket(whose)
      return user === null ? verdicts.validInspect(whose) : verdicts.valid(user)
    case 'invalid':
      return verdicts.invalid(report.findings.filter(({ severity }) => severity === 'error').length)
    case 'unverifiable':
      if (report.findings.some((finding) => finding.code === 'wrong-key' && finding.params.notAKey))
        return verdicts.unverifiableKey(report.app ?? '')
      if (report.version === '1.0' && report.app !== null) return verdicts.unverifiableLegacy
      return verdicts.unverifiable(report.sdkAppId === null ? null : String(report.sdkAppId))
  }
}

/** `relative`: whether the end is also told as "in 3 days", which is meant from now on. */
function claims(report: UsersigReport, relative: boolean, texts: Texts): readonly Field[] {
  const { fields } = texts.usersig
  const known: Field[] = []
  const add = (label: string, value: Rich | null) => {
    if (value !== null) known.push({ label, value })
  }
  add(fields.user, report.userId === null ? null : rich`${code(shownUser(report.userId, 200))}`)
  add(fields.app, report.sdkAppId === null ? null : texts.usersig.app(report.app, String(report.sdkAppId)))
  add(fields.issued, report.issuedAt === null ? null : rich`${moment(report.issuedAt)}`)
  add(
    fields.expires,
    report.expiresAt === null
      ? null
      : relative
        ? texts.usersig.expires(report.expiresAt)
        : rich`${moment(report.expiresAt)}`,
  )
  add(
    fields.lifetime,
    typeof report.ttlSeconds === 'number' ? rich`${texts.usersig.lifetime(report.ttlSeconds)}` : null,
  )
  add(fields.version, report.version === null ? null : rich`${texts.usersig.version[report.version]}`)
  return [...known, ...(report.userbuf === null ? [] : userbufFields(report.userbuf, texts))]
}

export function userbufFields(userbuf: Userbuf, texts: Texts): readonly Field[] {
  const { fields } = texts.usersig
  if (userbuf.kind === 'opaque')
    return [{ label: fields.userbuf, value: rich`${texts.usersig.opaqueUserbuf(userbuf.bytes)}` }]
  return [
    { label: fields.room, value: texts.usersig.room(userbuf.room) },
    { label: fields.rights, value: rich`${texts.usersig.rights(userbuf.privileges, userbuf.privilegeMap)}` },
    { label: fields.ticketAccount, value: rich`${code(userbuf.account)}` },
    { label: fields.ticketEnds, value: rich`${moment(userbuf.expiresAt)}` },
  ]
}
