import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mention, directMessage, press, pressInView, shortcut, slash, submission } from '../servers/slack/payloads.ts'
import { ACCESS, SIGNATURES } from '../servers/slack/signatures.ts'
import { SIGNATURE, SlackRig } from '../servers/slack/slack-rig.ts'
import { testBot } from '../support/bot.ts'

const { valid, expired, wrongKey, wrongApp, damaged } = SIGNATURES
const SHARE = 'Share without the signature'

describe.each(['http', 'socket'] as const)('UserSigs in Slack, %s mode', (mode) => {
  let rig: SlackRig

  beforeEach(async () => {
    rig = await SlackRig.started({ mode, bot: testBot({ access: ACCESS }).bot })
    rig.server.members.set('U1', { locale: 'en-US', tz: 'Asia/Shanghai' })
    rig.server.members.set('U0ADMIN', { locale: 'en-GB', tz: 'Europe/London' })
    rig.server.members.set('U0CHINA', { locale: 'zh-CN', tz: 'Asia/Shanghai' })
  })

  afterEach(() => rig.close())

  const verify = async (text: string, user = 'U1') => {
    expect((await rig.send('slash_commands', slash(rig.server, '/usersig', text, { user }))).status).toBe(200)
    return rig.show(1)
  }

  it.each([
    ['valid', `verify alice ${valid}`, /OK: .*valid/],
    ['expired', `verify alice ${expired}`, /Problem: .*expired/is],
    ['of another user', `verify bob ${valid}`, /Problem: .*alice.*not.*bob/is],
    ['signed with another key', `verify alice ${wrongKey}`, /Problem: .*key/is],
    ['of another app', `verify alice ${wrongApp} --app prod`, /Problem: .*1600000010/is],
    ['damaged', `verify alice ${damaged}`, /Problem/],
  ])('tells one that is %s, privately', async (_, text, told) => {
    const shown = await verify(text)
    expect(shown.isPrivate).toBe(true)
    expect(shown.says).toMatch(told)
    expect(shown.says).not.toMatch(SIGNATURE)
  })

  it('answers in the language of the person', async () => {
    const shown = await verify(`verify alice ${expired}`, 'U0CHINA')
    expect(shown.says).toMatch(/有问题：.*已过期|过期/s)
    expect(shown.says).toContain('GMT+8')
  })

  it('refuses generation to those who may not, and shows others what was made to them alone', async () => {
    const denied = await verify('generate carol')
    expect(denied.isPrivate).toBe(true)
    expect(denied.says).not.toMatch(SIGNATURE)
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'generate carol', { user: 'U0ADMIN' }))
    const made = await rig.show(2)
    expect(made.isPrivate).toBe(true)
    expect(made.says).toMatch(SIGNATURE)
    // What a notification shows on a locked screen holds no signature.
    expect(made.args['text']).not.toMatch(SIGNATURE)
  })

  it('answers a mention with a signature in it for the eyes of the asker alone, in the thread', async () => {
    await rig.send('events_api', mention(`usersig verify alice ${valid}`))
    const shown = await rig.show(1)
    expect(shown.method).toBe('chat.postEphemeral')
    expect(shown.args).toMatchObject({ channel: 'C1', user: 'U1', thread_ts: '1700000001.000100' })
    expect(shown.says).toMatch(/OK: /)
    expect(shown.says).toContain('delete your message')
  })

  it('offers the form where a mention leaves out what is needed', async () => {
    await rig.send('events_api', mention('usersig verify'))
    const shown = await rig.show(1)
    expect(shown.isPrivate).toBe(true)
    await rig.send('interactive', press(rig.server, shown, { label: 'Verify a UserSig' }))
    expect((await rig.show(2)).method).toBe('views.open')
  })

  it('answers a mention in public where nothing is private', async () => {
    await rig.send('events_api', mention('what does 70009 mean?', {}, { thread_ts: '1700000000.000001' }))
    const shown = await rig.show(1)
    expect(shown.method).toBe('chat.postMessage')
    expect(shown.args).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000001' })
    expect(shown.says).toContain('70009')
  })

  it.each([
    ['cannot be read', 'wat is teh matter wiht teh pushs'],
    ['lacks an argument', 'usersig verify alice'],
    ['needs another role', 'usersig generate alice'],
    ['asks Tencent, which is down', 'im status carol'],
  ])(
    'answers a mention that holds no secret and %s in its thread, without the advice to delete it',
    async (_, text) => {
      await rig.send('events_api', mention(text))
      const shown = await rig.show(1)
      expect(shown.args).toMatchObject({ channel: 'C1', thread_ts: '1700000001.000100' })
      expect(shown.says).not.toContain('delete your message')
    },
  )

  it('answers it there for all to see where nobody can be shown anything alone', async () => {
    rig.server.failing.set('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' })
    rig.server.failNext('chat.postMessage', { kind: 'error', error: 'cannot_dm_bot' })
    await rig.send('events_api', mention('usersig generate alice'))
    const shown = await rig.show(3)
    expect(shown.args).toMatchObject({ channel: 'C1', thread_ts: '1700000001.000100' })
    expect(shown.says).toContain('role admin')
  })

  it('answers a free question in a direct message in its own language', async () => {
    await rig.send('events_api', directMessage(`校验 alice 的 usersig ${valid}`))
    const shown = await rig.show(1)
    expect(shown.args).toMatchObject({ channel: 'D1', thread_ts: '1700000002.000100' })
    expect(shown.says).toMatch(/正常：/)
  })

  it('answers a redelivered event once', async () => {
    const event = mention('what does 70009 mean?')
    await rig.send('events_api', event)
    await rig.show(1)
    await rig.send('events_api', event)
    await rig.send('events_api', mention('what does 70001 mean?'))
    expect((await rig.show(2)).says).toContain('70001')
    expect(rig.shown).toHaveLength(2)
  })

  it.each([
    ['of a bot', { bot_id: 'B1' }],
    ['of nobody', { user: undefined }],
    ['that was edited', { edited: { user: 'U1', ts: '1' } }],
    ['of a kind that nobody wrote', { subtype: 'channel_join' }],
  ])('leaves messages alone %s', async (_, more) => {
    await rig.send('events_api', directMessage('im help', {}, more))
    await rig.send('events_api', directMessage('what does 70001 mean?'))
    expect((await rig.show(1)).says).toContain('70001')
  })

  it('finds the signature in a message by the shortcut, and asks whose it is', async () => {
    await rig.send('interactive', shortcut(rig.server, `login fails :( \`\`\`${valid}\`\`\``))
    const shown = await rig.show(1)
    expect(shown.isPrivate).toBe(true)
    expect(shown.says).toMatch(/OK: .*alice/s)
    await rig.send('interactive', press(rig.server, shown, { label: 'Check it for a certain user' }))
    const form = await rig.show(2)
    expect(form.method).toBe('views.open')
    const acked = await rig.send('interactive', submission(form, { user: 'bob' }))
    expect(JSON.stringify(acked.body)).toMatch(/"response_action":"update".*bob/s)
    expect(JSON.stringify(form.args)).not.toContain(valid)
    const other = await rig.send('interactive', submission(form, { user: 'bob' }, { user: 'U0CHINA' }))
    expect(JSON.stringify(other.body)).toContain('no longer have')
  })

  it('heeds whose signature a message says that it is', async () => {
    await rig.send('interactive', shortcut(rig.server, `userId: bob sig: ${valid}`))
    expect((await rig.show(1)).says).toMatch(/Problem: .*bob/s)
  })

  it('says so when a message holds no signature', async () => {
    await rig.send('interactive', shortcut(rig.server, 'nothing to see', { user: 'U0CHINA' }))
    expect((await rig.show(1)).says).toContain('没有找到')
  })

  it('opens a form where arguments are missing, and shows the answer inside it', async () => {
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'verify', { user: 'U0CHINA' }))
    const form = await rig.show(1)
    expect(form.method).toBe('views.open')
    expect(form.says).toContain('校验')
    const wrong = await rig.send(
      'interactive',
      submission(form, { user: 'alice', sig: valid, at: 'soon' }, { user: 'U0CHINA' }),
    )
    expect(wrong.body).toMatchObject({
      response_action: 'errors',
      errors: { at: expect.stringContaining('soon') as string },
    })
    const unknown = await rig.send(
      'interactive',
      submission(form, { user: 'alice', sig: valid, app: 'nope' }, { user: 'U0CHINA' }),
    )
    expect(unknown.body).toMatchObject({ response_action: 'push' })
    const right = await rig.send('interactive', submission(form, { user: 'alice', sig: valid }, { user: 'U0CHINA' }))
    expect(right.body).toMatchObject({ response_action: 'update' })
    expect(JSON.stringify(right.body)).toContain('正常：')
  })

  it('shows a generated signature inside the form, and nowhere else', async () => {
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'generate', { user: 'U0ADMIN' }))
    const form = await rig.show(1)
    const made = await rig.send('interactive', submission(form, { user: 'carol' }, { user: 'U0ADMIN' }))
    expect(JSON.stringify(made.body)).toMatch(SIGNATURE)
    expect(rig.shown).toHaveLength(1)
  })

  it('makes a verdict public once, without the signature, and says who did', async () => {
    const shown = await verify(`verify alice ${valid}`)
    await rig.send('interactive', press(rig.server, shown, { label: SHARE }))
    const shared = await rig.show(2)
    expect(shared.isPrivate).toBe(false)
    expect(JSON.stringify(shared.args)).toContain('{"type":"user","user_id":"U1"}')
    await rig.send('interactive', press(rig.server, shown, { label: SHARE }))
    const again = await rig.show(3)
    expect(again.isPrivate).toBe(true)
    expect(again.says).toContain('already')
  })

  it('makes a verdict public from inside a form, where the form was opened', async () => {
    const command = slash(rig.server, '/usersig', 'verify')
    await rig.send('slash_commands', command)
    const form = await rig.show(1)
    const { body } = await rig.send('interactive', submission(form, { user: 'alice', sig: valid }))
    const answered = { ...form, args: body as Record<string, unknown> }
    await rig.send('interactive', pressInView(answered, SHARE))
    const shared = await rig.show(2)
    expect(shared.method).toBe('response_url')
    expect(shared.isPrivate).toBe(false)
    expect((await rig.show(3)).method).toBe('views.push')
  })

  it('lets nobody but the asker press the buttons of a private answer', async () => {
    const shown = await verify(`verify alice ${valid}`)
    await rig.send('interactive', press(rig.server, shown, { label: SHARE, user: 'U0CHINA' }))
    const refused = await rig.show(2)
    expect(refused.isPrivate).toBe(true)
  })

  it('says of an unknown button that it is out of date', async () => {
    expect((await rig.send('interactive', press(rig.server, null, {}))).status).toBe(200)
    const shown = await rig.show(1)
    expect(shown.isPrivate).toBe(true)
    expect(shown.says).toContain('out of date')
  })

  it('answers a command it does not know, without passing on a mention', async () => {
    await rig.send('slash_commands', slash(rig.server, '/deploy', 'now <!channel> & @here'))
    const shown = await rig.show(1)
    expect(shown.isPrivate).toBe(true)
    expect(JSON.stringify(shown.args)).not.toContain('<!channel>')
  })

  it('acknowledges within milliseconds', async () => {
    await verify(`verify alice ${valid}`)
    expect(rig.acknowledged).toHaveLength(1)
    expect(Math.max(...rig.acknowledged)).toBeLessThan(500)
  })
})
