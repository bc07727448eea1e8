import { findTokenOwner, isEncoded, type TokenFacts } from '../../diagnostics/vendors/find-token-owner.ts'
import type { TokenProbe } from '../../diagnostics/vendors/probe-token.ts'
import { mainFlaw } from '../../diagnostics/vendors/read-token.ts'
import { endingWithin } from '../../diagnostics/ending-within.ts'
import { requiredSecret } from '../argument.ts'
import type { Block, Card, Tone } from '../card.ts'
import { probeWords, replyResult } from '../cards/push/reply-words.ts'
import { defineCommand } from '../command.ts'
import { code, rich, type Rich } from '../rich.ts'
import type { Texts } from '../texts/texts.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { appArgument } from './usersig-arguments.ts'

/** Tencent takes tokens of at most 256 bytes; room for one with something around it, or written as numbers. */
const TOKEN_LIMIT = 2048
const PATIENCE_MS = 15_000
const SHOWN_OF_TOKEN = 4

export const pushToken = defineCommand({
  family: 'push',
  name: 'token',
  args: { token: requiredSecret({ place: 'rest' }, TOKEN_LIMIT), app: appArgument() },
  role: 'viewer',
  visibility: 'private',
  form: true,
  examples: ['token 740f4707bebcf74f9b7c25d48e3358945f6aa01da5ddb387462c7eaf61bb78ad'],
  async run({ token: given, app }, context) {
    const { texts, signal } = context
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const ending = endingWithin(signal, PATIENCE_MS)
    const facts = await findTokenOwner(given, chosen.app, opened.world.vendors, ending)
    const { flaws, token, shapes, probes } = facts
    const { vendor: words, tokens } = texts.push
    const end = token === null ? null : `…${token.reveal().slice(-SHOWN_OF_TOKEN)}`
    const [first] = shapes
    const blocks: Block[] = readingWords(facts, texts).map((text) => ({ kind: 'text', text }))
    if (probes.length > 0)
      blocks.push({
        kind: 'fields',
        fields: probes.map((probe) => ({
          label: words.certificate(probe.certificate.id, texts.errors.vendors[probe.certificate.vendor]),
          value: probeWords(probe, texts),
        })),
      })
    else if (first !== undefined) blocks.push({ kind: 'note', text: words.noCredential })
    const card: Card = {
      tone: isEncoded(flaws) ? 'bad' : toneOf(probes),
      title: end === null ? tokens.lostTitle : words.tokenTitle(end),
      blocks,
      actions: [],
    }
    return {
      kind: 'ok',
      result: {
        app: chosen.app.name,
        token: end,
        flaws,
        shapes,
        probes: probes.map(({ certificate, way, reply }) => ({
          certificateId: certificate.id,
          vendor: certificate.vendor,
          ...replyResult(reply),
          certainty: way?.certainty ?? null,
          onPhone: way?.onPhone ?? null,
          otherEnvironment: reply?.kind === 'accepted' && reply.otherEnvironment,
        })),
      },
      card,
      publicCard: {
        ...card,
        blocks: [...blocks, ...(end === null ? [] : [{ kind: 'note' as const, text: rich`${code(end)}` }])],
      },
      audit: { app: chosen.app.name, vendor: first?.vendor ?? null, asked: probes.length },
    }
  },
})

/** What the text is, whose token is in it, and what to do where the app registers it like that. */
function readingWords({ flaws, token, shapes, maybeBytes }: TokenFacts, texts: Texts): readonly Rich[] {
  const { vendor: words, tokens } = texts.push
  const flaw = mainFlaw(flaws)
  const [first] = shapes
  const remedy = flaw === undefined ? [] : tokens.remedy(flaw, first?.vendor ?? null)
  if (token === null) return [tokens.lost(flaws), remedy]
  const names = shapes.map(({ vendor }) => texts.errors.vendors[vendor])
  const [name = ''] = names
  const shape = first === undefined ? words.noShape : first.sure ? words.sureShape(name) : words.likeShape(names)
  if (isEncoded(flaws)) return [tokens.encoded(flaws), remedy, shape]
  return [shape, ...(maybeBytes ? [tokens.maybeBytes] : []), ...(flaw === undefined ? [] : [tokens.copied(flaws)])]
}

/** Good by the word of one vendor is good: of two certificates one mostly is for another environment. */
function toneOf(probes: readonly TokenProbe[]): Tone {
  const sure = probes.filter(({ way }) => way !== null && way.certainty !== 'hint')
  if (sure.some(({ reply }) => reply?.kind === 'accepted' && !reply.otherEnvironment)) return 'good'
  if (sure.some(({ reply }) => reply?.kind === 'accepted')) return 'warn'
  if (sure.some(({ reply }) => reply?.kind === 'refused')) return 'bad'
  return probes.some(({ reply }) => reply !== null && reply.kind !== 'accepted') ? 'warn' : 'info'
}
