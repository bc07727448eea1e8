import { describe, expect, it } from 'vitest'
import { renderForm } from '../../src/adapters/discord/render-form.ts'
import { cardPayload } from '../../src/adapters/discord/render-reply.ts'
import { LOCALES } from '../../src/bot/texts/locale.ts'
import type { Input } from '../../src/bot/request.ts'
import examples from '../fixtures/usersig-examples.json' with { type: 'json' }
import { MessageBody, ModalBody } from '../servers/discord/check-message.ts'
import { actor, call, EVERYONE, request, testBot, words } from '../support/bot.ts'

const sigOf = (id: string): string => examples.vectors.find((vector) => vector.id === id)?.sig ?? ''
const valid = sigOf('ex-01')
const access = { configured: true, members: { viewer: EVERYONE, operator: EVERYONE, admin: EVERYONE } }

const cards: Readonly<Record<string, Input>> = {
  'verify-valid': call('usersig.verify', { user: 'demo_user', sig: valid }),
  'verify-wrong-user': call('usersig.verify', { user: '*demo*_user', sig: valid }),
  'verify-expired': call('usersig.verify', { user: 'demo_user', sig: valid, at: '2026-01-01T00:00:00Z' }),
  'verify-other-app': call('usersig.verify', { user: '示例用户', sig: sigOf('ex-03') }),
  'verify-unverifiable': call('usersig.inspect', { sig: sigOf('ex-04') }),
  'verify-truncated': call('usersig.verify', { user: 'demo_user', sig: valid.slice(0, 120) }),
  generate: call('usersig.generate', { user: 'carol', ttl: '7d' }),
  'generate-room': call('usersig.generate', { user: 'carol', room: '42', privileges: 'all' }),
  error: call('im.error', { code: '70009' }),
  apps: call('im.apps', {}),
  help: call('im.help', {}),
  'usage-missing': call('usersig.verify', { user: 'alice' }),
  'usage-not-understood': words('make me a sandwich'),
  'stale-button': { kind: 'press', key: 'gone' },
}

describe.each(LOCALES)('cards in %s', (locale) => {
  it.each(Object.keys(cards))('%s', async (name) => {
    const { bot } = testBot({ access })
    const input = cards[name]
    if (input === undefined) throw new Error('no such card')
    const reply = await bot.answer(request(input, { locale, actor: actor('1', { platform: 'discord' }) }))
    if (reply === null) throw new Error('no reply')
    const message = cardPayload(bot, reply.card, reply.locale, null)
    expect(MessageBody.safeParse(message).error?.issues ?? []).toEqual([])
    await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(`discord/${name}.${locale}.json`)
  })

  it.each(['usersig.verify', 'usersig.inspect', 'usersig.generate'])('form of %s', async (command) => {
    const plan = testBot().bot.plan(call(command, {}), locale)
    if (plan.kind !== 'form') throw new Error('no form')
    const modal = renderForm({ form: plan.form, key: null })
    expect(ModalBody.safeParse(modal).error?.issues ?? []).toEqual([])
    await expect(`${JSON.stringify(modal, null, 2)}\n`).toMatchFileSnapshot(`discord/form-${command}.${locale}.json`)
  })
})
