import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelRef } from '../../src/bot/ports/channels.ts'
import { mention, pressInView, press, shortcut, slash, submission } from '../servers/slack/payloads.ts'
import { ACCESS, SIGNATURES } from '../servers/slack/signatures.ts'
import { SlackRig } from '../servers/slack/slack-rig.ts'
import { testBot, type TestBot } from '../support/bot.ts'

const { valid } = SIGNATURES
const SHARE = 'Share without the signature'
const NEVER = new AbortController().signal

let rigs: SlackRig[]
let bots: TestBot[]

const nth = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index]
  if (item === undefined) throw new Error(`no ${index}`)
  return item
}

const first = () => nth(rigs, 0)
const second = () => nth(rigs, 1)
const answered = () => bots.map(({ audit }) => audit.length)

/** Two processes of one bot, each with a socket of its own to the same Slack. */
beforeEach(async () => {
  bots = [testBot({ access: ACCESS }), testBot({ access: ACCESS })]
  rigs = [await SlackRig.started({ mode: 'socket', bot: nth(bots, 0).bot })]
  rigs.push(await SlackRig.started({ mode: 'socket', bot: nth(bots, 1).bot, server: first().server }))
})

afterEach(async () => {
  for (const rig of rigs.toReversed()) await rig.close()
})

describe('two processes', () => {
  it('each answer what Slack gave to them, and only that', async () => {
    const { server } = first()
    await first().send('slash_commands', slash(server, '/im', 'error 70009'), 0)
    expect((await first().show(1)).says).toContain('70009')
    expect(answered()).toEqual([1, 0])
    await first().send('events_api', mention('what does 70001 mean?'), 1)
    expect((await first().show(2)).says).toContain('70001')
    expect(answered()).toEqual([1, 1])
    expect(first().shown).toHaveLength(2)
  })

  it('go on with one socket when the other is gone', async () => {
    await second().surface.stop(Date.now() + 1000)
    await first().send('slash_commands', slash(first().server, '/im', 'error 70009'), 0)
    expect((await first().show(1)).says).toContain('70009')
  })

  it('find what the other posted, and change it', async () => {
    const to: ChannelRef = { platform: 'slack', id: 'C1', thread: null }
    const post = { key: 'report-1', locale: 'en', timeZone: null } as const
    const card = (title: string) => ({ tone: 'info', title, blocks: [], actions: [] }) as const
    const { server } = first()
    server.failNext('chat.postMessage', { kind: 'cut-after' })
    const posted = await first().surface.channels.post(to, { ...post, card: card('Report') }, NEVER)
    expect(posted).toMatchObject({ kind: 'unclear' })
    const { channels } = second().surface
    const found = await channels.find(to, 'report-1', server.now, NEVER)
    expect(found.kind).toBe('found')
    const message = found.kind === 'found' ? found.message : ''
    expect(await channels.edit(to, message, { ...post, card: card('Mended') }, NEVER)).toEqual({ kind: 'edited' })
    expect(server.messages.get(`C1/${message}`)?.['text']).toContain('Mended')
  })
})

describe('a form that one process opened', () => {
  it('is answered by the other, which can also post where it was opened', async () => {
    const rig = first()
    const command = slash(rig.server, '/usersig', 'verify')
    await rig.send('slash_commands', command, 0)
    const form = await rig.show(1)
    expect(JSON.stringify(form.args)).not.toContain(command.response_url)
    const { body } = await rig.send('interactive', submission(form, { user: 'alice', sig: valid }), 1)
    expect(JSON.stringify(body)).toContain('OK: ')
    await rig.send('interactive', pressInView({ ...form, args: body as Record<string, unknown> }, SHARE), 1)
    const shared = await rig.show(2)
    expect(shared).toMatchObject({ method: 'response_url', isPrivate: false })
    expect(answered()[0]).toBe(0)
  })

  it('is answered by a direct message where the modal was closed meanwhile', async () => {
    const rig = first()
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'verify'), 0)
    const form = await rig.show(1)
    const { body } = await rig.send('interactive', submission(form, { user: 'alice', sig: valid }), 1)
    rig.server.failNext('views.update', { kind: 'error', error: 'not_found' })
    await rig.send(
      'interactive',
      pressInView({ ...form, args: body as Record<string, unknown> }, SHARE, { user: 'U9' }),
      1,
    )
    const told = await rig.show(3)
    expect(told).toMatchObject({ method: 'chat.postMessage', isPrivate: true })
    expect(told.args['channel']).toBe('U9')
  })

  it('is answered also where nobody knows any more how it was opened', async () => {
    const rig = first()
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'verify'), 0)
    const form = await rig.show(1)
    const view = form.args['view'] as { private_metadata: string }
    const metadata = JSON.parse(view.private_metadata) as object
    view.private_metadata = JSON.stringify({ ...metadata, origin: 'of a bot with another token' })
    const { body } = await rig.send('interactive', submission(form, { user: 'alice', sig: valid }), 1)
    expect(JSON.stringify(body)).toContain('OK: ')
    await rig.send('interactive', pressInView({ ...form, args: body as Record<string, unknown> }, SHARE), 1)
    const shared = await rig.show(2)
    expect(shared).toMatchObject({ method: 'chat.postMessage', isPrivate: false })
    expect(shared.args['channel']).toBe('C1')
  })

  it('can be tried again where it was not let into the channel', async () => {
    const rig = first()
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'verify'), 0)
    const form = await rig.show(1)
    const { body } = await rig.send('interactive', submission(form, { user: 'alice', sig: valid }), 1)
    const share = () => pressInView({ ...form, args: body as Record<string, unknown> }, SHARE)
    rig.server.failNext('response_url', { kind: 'status', status: 404 })
    await rig.send('interactive', share(), 1)
    expect((await rig.show(3)).says).toContain('Invite me')
    await rig.send('interactive', share(), 1)
    expect((await rig.show(5)).says).toContain('I posted it')
  })

  it('knows the signature that another found in a message', async () => {
    const rig = first()
    await rig.send('interactive', shortcut(rig.server, `login fails: ${valid}`), 0)
    const shown = await rig.show(1)
    expect(JSON.stringify(shown.args)).not.toContain(valid)
    await rig.send('interactive', press(rig.server, shown, { label: 'Check it for a certain user' }), 1)
    const form = await rig.show(2)
    expect(form.method).toBe('views.open')
    expect(form.says).not.toContain('UserSig\n')
    const { body } = await rig.send('interactive', submission(form, { user: 'bob' }), 0)
    expect(JSON.stringify(body)).toMatch(/Problem: .*bob/s)
  })
})
