import type { Card } from '../../../src/bot/card.ts'
import { code, moment, relative, rich, strong } from '../../../src/bot/rich.ts'
import type { Locale } from '../../../src/bot/texts/locale.ts'
import { actor, call, EXAMPLE_TIME, request, testBot } from '../../support/bot.ts'
import { ACCESS, SIGNATURES } from './signatures.ts'

/** What is asked for the cards that are kept as golden files. Nothing here depends on how a zlib compresses. */
const QUESTIONS: Readonly<Record<string, readonly [command: string, args: Record<string, unknown>]>> = {
  valid: ['usersig.verify', { user: 'alice', sig: SIGNATURES.valid }],
  expired: ['usersig.verify', { user: 'alice', sig: SIGNATURES.expired }],
  'wrong-user': ['usersig.verify', { user: 'b<!channel>b', sig: SIGNATURES.valid }],
  'wrong-key': ['usersig.verify', { user: 'alice', sig: SIGNATURES.wrongKey }],
  inspect: ['usersig.inspect', { sig: SIGNATURES.wrongApp }],
  denied: ['usersig.generate', { user: 'carol' }],
  missing: ['usersig.verify', { user: 'alice' }],
  error: ['im.error', { code: '70009' }],
  apps: ['im.apps', {}],
  help: ['im.help', {}],
}

export const GOLDEN_NAMES = [...Object.keys(QUESTIONS), 'generated']

/** A card as the real bot makes it. The one with a signature is made by hand, as only its look matters. */
export async function goldenCard(name: string, locale: Locale): Promise<Card> {
  const question = QUESTIONS[name]
  if (question === undefined) return handMade
  const { bot } = testBot({ access: ACCESS })
  const reply = await bot.answer(request(call(...question), { actor: actor('U1'), locale, timeZone: 'Asia/Shanghai' }))
  if (reply === null) throw new Error('no answer')
  return reply.card
}

const handMade: Card = {
  tone: 'warn',
  title: 'New UserSig for carol',
  blocks: [
    { kind: 'text', text: rich`For ${code('carol')} in ${strong('prod')}, good until ${moment(EXAMPLE_TIME)}` },
    { kind: 'code', text: 'eJw*signature-of_no-one*' },
    { kind: 'divider' },
    { kind: 'fields', fields: [{ label: 'Expires', value: rich`${relative(EXAMPLE_TIME + 86_400_000)}` }] },
    { kind: 'note', text: rich`<!here> & ${code('`x`')}` },
  ],
  actions: [
    { kind: 'share', label: 'Share', style: 'primary', card: { tone: 'info', title: 'x', blocks: [], actions: [] } },
    { kind: 'share', label: 'Other', style: 'default', card: { tone: 'info', title: 'x', blocks: [], actions: [] } },
  ],
}
