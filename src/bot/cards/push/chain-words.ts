import { chainOf, type Link, type Mark } from '../../../diagnostics/push/chain.ts'
import type { Diagnosis } from '../../../diagnostics/push/diagnose-push.ts'
import { tracedDevices, vendorTracks } from '../../../diagnostics/push/case-facts.ts'
import { vendorOfPlatform } from '../../../diagnostics/im/push-platform.ts'
import { isAboutMessages } from '../../../diagnostics/push/evidence.ts'
import { tokenProbes } from '../../../diagnostics/push/token-probes.ts'
import { strong, type Inline, type Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { shownUser } from '../../words/shown.ts'

const MARKS: Readonly<Record<Mark, string>> = { good: '✅', broken: '❌', doubtful: '❓', open: '▫️' }

/** "✅ sender → ✅ Tencent IM → ❌ APNs → ▫️ iPhone → ▫️ bob": the way of a push, with names where they are known. */
export function chainWords(diagnosis: Diagnosis, texts: Texts): Rich {
  return chainOf(diagnosis.case, diagnosis).flatMap(({ link, mark }, index): readonly Inline[] => {
    const name = nameOf(link, diagnosis, texts)
    const isBreak = mark === 'broken' || mark === 'doubtful'
    return [index === 0 ? '' : ' → ', `${MARKS[mark]} `, isBreak ? strong(name) : name]
  })
}

function nameOf(link: Link, { case: each }: Diagnosis, texts: Texts): string {
  const { question } = each
  const platform = vendorTracks(each)[0]?.platform
  const pushed = platform === undefined ? null : vendorOfPlatform(platform)
  // Of several devices the one behind the vendor that is named.
  const device =
    tracedDevices(each).find(({ vendor }) => pushed === null || vendor === pushed) ??
    tokenProbes(each).find(({ certificate }) => pushed === null || certificate.vendor === pushed)?.device
  switch (link) {
    case 'sender':
      return isAboutMessages(question) && question.from !== null ? shownUser(question.from) : texts.push.links.sender
    case 'vendor': {
      const vendor = pushed ?? device?.vendor ?? null
      return vendor === null ? texts.push.links.vendor : texts.errors.vendors[vendor]
    }
    case 'device':
      return device?.model ?? texts.push.links.device
    case 'user':
      return shownUser(question.userId)
    case 'im':
      return texts.push.links.im
  }
}
