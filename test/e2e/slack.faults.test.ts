import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bot } from '../../src/bot/bot.ts'
import { directMessage, mention, slash, submission } from '../servers/slack/payloads.ts'
import { ACCESS, SIGNATURES } from '../servers/slack/signatures.ts'
import { SIGNATURE, SlackRig } from '../servers/slack/slack-rig.ts'
import type { Fault } from '../servers/slack/slack-server.ts'
import { testBot } from '../support/bot.ts'

const { valid } = SIGNATURES
const QUESTION = 'what does 70009 mean?'

let rig: SlackRig

beforeEach(async () => {
  rig = await SlackRig.started({ mode: 'http', bot: testBot({ access: ACCESS }).bot, usergroups: ['SADMINS'] })
  rig.server.usergroups.set('SADMINS', ['U0MEMBER'])
})

afterEach(() => rig.close())

/** Starts again with a bot that has a fault of its own. */
async function restart(changes: (bot: Bot) => Partial<Bot>): Promise<void> {
  await rig.close()
  const { bot } = testBot()
  rig = await SlackRig.started({ mode: 'http', bot: { ...bot, ...changes(bot) } })
}

const methods = (): readonly string[] =>
  rig.shown.map(({ method, isPrivate }) => `${method} ${isPrivate ? 'private' : 'public'}`)

describe('a response url', () => {
  it.each<[string, Fault]>([
    ['a server error', { kind: 'status', status: 503 }],
    ['a short rate limit', { kind: 'status', status: 429, retryAfter: 1 }],
    ['a cut connection', { kind: 'cut' }],
    ['no answer', { kind: 'hang' }],
  ])('is tried again after %s', async (_, fault) => {
    rig.server.failNext('response_url', fault)
    await rig.send('slash_commands', slash(rig.server, '/usersig', `verify alice ${valid}`))
    expect((await rig.show(2)).says).toContain('OK: ')
  })

  it('gives way to a direct message when it is used up', async () => {
    rig.server.failNext('response_url', { kind: 'status', status: 404 })
    await rig.send('slash_commands', slash(rig.server, '/im', 'help'))
    expect((await rig.show(2)).args['channel']).toBe('U1')
    expect(rig.failures).toContain('response_url http_404')
  })
})

describe('a public answer', () => {
  it('goes to the asker as well when Slack never confirms it', async () => {
    rig.server.failing.set('chat.postMessage', { kind: 'cut' })
    await rig.send('events_api', mention(QUESTION))
    expect((await rig.show(4)).says).toContain('did not confirm')
    expect(methods().at(-1)).toBe('chat.postEphemeral private')
  })

  it.each<[string, Fault]>([
    ['a server error', { kind: 'status', status: 500 }],
    ['a short rate limit', { kind: 'status', status: 429, retryAfter: 1 }],
    ['the page of a proxy', { kind: 'error', error: '<html>bad gateway</html>' }],
  ])('is posted again after %s', async (_, fault) => {
    rig.server.failNext('chat.postMessage', fault)
    await rig.send('events_api', mention(QUESTION))
    await rig.show(2)
    expect(methods()).toEqual(['chat.postMessage public', 'chat.postMessage public'])
  })

  it('goes to the asker alone where it cannot be posted', async () => {
    rig.server.failNext('chat.postMessage', { kind: 'error', error: 'is_archived' })
    await rig.send('events_api', mention(QUESTION))
    expect((await rig.show(2)).says).toContain('could not post this for everyone')
    expect(methods()[1]).toBe('chat.postEphemeral private')
  })

  it('is drawn plainly when Slack refuses the blocks, and the log says where', async () => {
    const messages = ['[ERROR] wrong [json-pointer:/blocks/1/elements/0]']
    rig.server.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks', messages })
    await rig.send('events_api', mention(QUESTION))
    const plain = await rig.show(2)
    expect(plain.args['blocks']).toMatchObject([{ type: 'section' }])
    expect(plain.says).toContain('70009')
    expect(rig.logs.join('\n')).toContain('/blocks/1/elements/0')
  })
})

describe('a private answer to a mention', () => {
  const refuse = (method: string) => rig.server.failNext(method, { kind: 'error', error: 'user_not_in_channel' })

  it('comes as a direct message where nothing ephemeral can be shown', async () => {
    refuse('chat.postEphemeral')
    await rig.send('events_api', mention(`usersig verify alice ${valid}`))
    const shown = await rig.show(2)
    expect(shown.args['channel']).toBe('U1')
  })

  it('is a public verdict without the signature where the asker cannot be reached at all', async () => {
    refuse('chat.postEphemeral')
    refuse('chat.postMessage')
    await rig.send('events_api', mention(`usersig verify alice ${valid}`))
    const shown = await rig.show(3)
    expect(shown.isPrivate).toBe(false)
    expect(shown.says).toContain('OK: ')
    expect(JSON.stringify(shown.args)).not.toContain(valid)
  })

  it('is a line on how to ask where there is nothing to show in public', async () => {
    refuse('chat.postEphemeral')
    refuse('chat.postMessage')
    await rig.send('events_api', mention('usersig generate carol', { user: 'U0ADMIN' }))
    const shown = await rig.show(3)
    expect(shown.says).toContain('direct message')
    expect(JSON.stringify(shown.args)).not.toMatch(SIGNATURE)
  })
})

describe('what Slack does not tell', () => {
  it('leaves the answer in the configured language', async () => {
    rig.server.failNext('users.info', { kind: 'error', error: 'missing_scope' })
    await rig.send('slash_commands', slash(rig.server, '/usersig', `verify alice ${valid}`))
    expect((await rig.show(1)).says).toContain('OK: ')
  })

  it('allows members of a user group what the group may', async () => {
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'generate carol', { user: 'U0MEMBER' }))
    expect((await rig.show(1)).says).toMatch(SIGNATURE)
  })

  it('denies where the members of the group cannot be seen', async () => {
    rig.server.failNext('usergroups.users.list', { kind: 'error', error: 'missing_scope' })
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'generate carol', { user: 'U0MEMBER' }))
    expect((await rig.show(1)).says).toContain('role admin')
  })

  it('says what to type when a form cannot be opened', async () => {
    rig.server.failNext('views.open', { kind: 'error', error: 'expired_trigger_id' })
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'verify'))
    const shown = await rig.show(2)
    expect(shown.isPrivate).toBe(true)
    expect(shown.says).toContain('/usersig verify <user>')
  })
})

describe('a mistake of ours', () => {
  it('is told to the person with its number, and logged with it', async () => {
    await restart(() => ({
      plan() {
        throw new Error('a defect of the test')
      },
    }))
    rig.defectsExpected = true
    const command = slash(rig.server, '/im', 'help')
    await rig.send('slash_commands', command)
    const shown = await rig.show(1)
    expect(shown.isPrivate).toBe(true)
    expect(shown.says).toContain(command.trigger_id)
    expect(rig.logs.find((line) => line.includes('a defect of the test'))).toContain(command.trigger_id)
  })

  it('is told when the answer itself fails', async () => {
    await restart(() => ({ answer: () => Promise.reject(new Error('a defect of the test')) }))
    rig.defectsExpected = true
    await rig.send('events_api', directMessage('im help'))
    expect((await rig.show(1)).says).toContain('Something went wrong')
  })
})

describe('an answer that takes its time', () => {
  it('is announced, and the announcement becomes the answer in a direct message', async () => {
    let release = (): void => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    await restart((bot) => ({ answer: (request) => gate.then(() => bot.answer(request)) }))
    await rig.send('events_api', directMessage('im help'))
    expect((await rig.show(1)).says).toContain('Checking')
    release()
    const answer = await rig.show(2)
    expect(answer.method).toBe('chat.update')
    expect(answer.says).toContain('What I can do')
  })

  it('is announced inside a form, which is updated', async () => {
    let release = (): void => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    await restart((bot) => ({ answer: (request) => gate.then(() => bot.answer(request)) }))
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'verify'))
    const form = await rig.show(1)
    const acked = await rig.send('interactive', submission(form, { user: 'alice', sig: valid }))
    expect(JSON.stringify(acked.body)).toContain('Checking')
    release()
    const shown = await rig.show(2)
    expect(shown.method).toBe('views.update')
    expect(shown.says).toContain('OK: ')
  })
})
