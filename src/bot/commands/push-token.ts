import { findTokenOwner } from '../../diagnostics/vendors/find-token-owner.ts'
import type { TokenProbe } from '../../diagnostics/vendors/probe-token.ts'
import { unwrapToken } from '../../diagnostics/vendors/unwrap-token.ts'
import { endingWithin } from '../../diagnostics/ending-within.ts'
import { requiredSecret } from '../argument.ts'
import type { Block, Card, Tone } from '../card.ts'
import { probeWords, replyResult } from '../cards/push/reply-words.ts'
import { defineCommand } from '../command.ts'
import { code, rich } from '../rich.ts'
import { Secret } from '../../diagnostics/secret.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { appArgument } from './usersig-arguments.ts'

/** Tencent takes tokens of at most 256 bytes; room for one that was pasted with something around it. */
const TOKEN_LIMIT = 512
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
    const token = new Secret(unwrapToken(given.reveal()))
    const { shapes, probes } = await findTokenOwner(
      token,
      chosen.app,
      opened.world.vendors,
      endingWithin(signal, PATIENCE_MS),
    )
    const { vendor: words } = texts.push
    const end = `…${token.reveal().slice(-SHOWN_OF_TOKEN)}`
    const [first] = shapes
    const blocks: Block[] = [
      {
        kind: 'text',
        text:
          first === undefined
            ? words.noShape
            : first.sure
              ? words.sureShape(texts.errors.vendors[first.vendor])
              : words.likeShape(shapes.map(({ vendor }) => texts.errors.vendors[vendor])),
      },
    ]
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
      tone: toneOf(probes),
      title: words.tokenTitle(end),
      blocks,
      actions: [],
    }
    return {
      kind: 'ok',
      result: {
        app: chosen.app.name,
        token: end,
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
      publicCard: { ...card, blocks: [...blocks, { kind: 'note', text: rich`${code(end)}` }] },
      audit: { app: chosen.app.name, vendor: first?.vendor ?? null, asked: probes.length },
    }
  },
})

/** Good by the word of one vendor is good: of two certificates one mostly is for another environment. */
function toneOf(probes: readonly TokenProbe[]): Tone {
  const sure = probes.filter(({ way }) => way !== null && way.certainty !== 'hint')
  if (sure.some(({ reply }) => reply?.kind === 'accepted' && !reply.otherEnvironment)) return 'good'
  if (sure.some(({ reply }) => reply?.kind === 'accepted')) return 'warn'
  if (sure.some(({ reply }) => reply?.kind === 'refused')) return 'bad'
  return probes.some(({ reply }) => reply !== null && reply.kind !== 'accepted') ? 'warn' : 'info'
}
