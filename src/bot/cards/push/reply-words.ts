import type { TokenProbe } from '../../../diagnostics/vendors/probe-token.ts'
import type { VendorReply } from '../../../diagnostics/vendors/vendor-reply.ts'
import { rich, type Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { infoWithoutTokens } from './without-tokens.ts'

const MARKS = { accepted: '✅', refused: '❌', unanswered: '❔' } as const

/** What a vendor said, with its own code and words. */
export function replyWords(reply: VendorReply, texts: Texts): Rich {
  const { vendor } = texts.push
  const info = reply.info === '' ? '' : ` ${infoWithoutTokens(reply.info)}`
  switch (reply.kind) {
    case 'accepted':
      return rich`${MARKS.accepted} ${reply.otherEnvironment ? vendor.otherEnvironment : vendor.accepted}${info}`
    case 'refused':
      return rich`${MARKS.refused} ${vendor.refused(reply.code)}${info}`
    case 'unanswered':
      return rich`${MARKS.unanswered} ${vendor.noAnswer(vendor.reasons[reply.reason])}${info}`
  }
}

/** The same for a token that may not have been asked about at all. */
export function probeWords({ reply, way }: TokenProbe, texts: Texts): Rich {
  const { vendor } = texts.push
  if (reply === null) return [`▫️ ${vendor.cannotAsk}`]
  return [...replyWords(reply, texts), ...(way?.certainty === 'hint' ? [vendor.hint] : [])]
}

/** For scripts. */
export const replyResult = (reply: VendorReply | null) =>
  reply === null
    ? { outcome: 'not-asked' as const, code: null, message: null }
    : {
        outcome: reply.kind,
        code: reply.kind === 'refused' ? reply.code : null,
        message:
          reply.info === '' ? (reply.kind === 'unanswered' ? reply.reason : null) : infoWithoutTokens(reply.info),
      }
