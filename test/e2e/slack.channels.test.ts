import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Card } from '../../src/bot/card.ts'
import type { ChannelPost, ChannelRef, ChannelWriter } from '../../src/bot/ports/channels.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { press } from '../servers/slack/payloads.ts'
import { SlackRig } from '../servers/slack/slack-rig.ts'
import { BOT_ID, type Fault } from '../servers/slack/slack-server.ts'
import { testBot } from '../support/bot.ts'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const NEVER = new AbortController().signal

const card = (title: string, changes: Partial<Card> = {}): Card => ({
  tone: 'warn',
  title,
  blocks: [{ kind: 'text', text: ['loss is 4 %'] }],
  actions: [],
  ...changes,
})

const charted = (title: string): Card =>
  card(title, {
    blocks: [
      { kind: 'text', text: ['loss is 4 %'] },
      { kind: 'image', png: PNG, name: 'loss.png', alt: 'Loss by vendor: 4 %' },
    ],
  })

const post = (key: string, shown: Card): ChannelPost => ({ key, card: shown, locale: 'en', timeZone: null })
const to = (id: string, thread: string | null = null): ChannelRef => ({ platform: 'slack', id, thread })

let rig: SlackRig
let writer: ChannelWriter

beforeEach(async () => {
  rig = await SlackRig.started({ mode: 'http', bot: testBot().bot })
  writer = rig.surface.channels
  rig.server.channels.channels.push(
    { id: 'C1', name: 'ops' },
    { id: 'C2', name: 'push-ops' },
    { id: 'C3', name: 'secret-ops', isPrivate: true },
    { id: 'C4', name: 'old-ops', archived: true },
  )
})

afterEach(() => rig.close())

const calls = (method: string) => rig.server.calls.filter((call) => call.method === method)
const standing = () => [...rig.server.messages.values()]
const since = () => rig.server.now

describe('a post', () => {
  it('is one message with its picture, its key and its buttons', async () => {
    const button = { kind: 'share', label: 'Share', style: 'default', card: card('shared') } as const
    const posted = await writer.post(to('C1'), post('report-1', { ...charted('Report'), actions: [button] }), NEVER)
    expect(posted).toEqual({ kind: 'posted', message: '1700000000.000001', picture: 'shown' })
    expect(standing()).toMatchObject([
      {
        channel: 'C1',
        metadata: { event_type: 'im_doctor_post', event_payload: { key: 'report-1' } },
        text: expect.stringContaining('Report') as string,
        unfurl_links: 'false',
      },
    ])
    expect(rig.shown[0]?.args['blocks']).toContainEqual({
      type: 'image',
      slack_file: { id: 'F1' },
      alt_text: 'Loss by vendor: 4 %',
    })
    expect(rig.server.files.files.get('F1')?.bytes).toEqual(Buffer.from(PNG))
    expect(calls('files.completeUploadExternal')[0]?.args).toEqual({ files: [{ id: 'F1', title: 'loss.png' }] })
  })

  it('stands in a thread where it is to', async () => {
    await writer.post(to('C1', '1700000000.000900'), post('k', card('Report')), NEVER)
    expect(rig.shown[0]?.args).toMatchObject({ thread_ts: '1700000000.000900' })
  })

  it('waits until Slack can show the picture', async () => {
    rig.server.files.busyFor = 3
    const posted = await writer.post(to('C1'), post('k', charted('Report')), NEVER)
    expect(posted).toMatchObject({ kind: 'posted', picture: 'shown' })
    expect(calls('files.info')).toHaveLength(4)
  })

  it.each<[string, string, Fault]>([
    ['the upload is not allowed', 'files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' }],
    ['there is no upload', 'files.getUploadURLExternal', { kind: 'error', error: 'unknown_method' }],
    ['the bytes do not arrive', 'upload', { kind: 'status', status: 503 }],
    ['the connection is cut', 'upload', { kind: 'cut' }],
    ['the upload is not completed', 'files.completeUploadExternal', { kind: 'error', error: 'file_not_found' }],
    ['the file cannot be looked at', 'files.info', { kind: 'error', error: 'file_not_found' }],
  ])('has its numbers as text where %s', async (_, method, fault) => {
    rig.server.failing.set(method, fault)
    const posted = await writer.post(to('C1'), post('k', charted('Report')), NEVER)
    expect(posted).toMatchObject({ kind: 'posted', picture: 'failed' })
    expect(rig.shown).toHaveLength(1)
    expect(rig.shown[0]?.says).toContain('Loss by vendor: 4 %')
    expect(JSON.stringify(rig.shown[0]?.args)).not.toContain('slack_file')
  })

  it('goes out with its picture after faults in passing', async () => {
    rig.server.failNext('files.getUploadURLExternal', { kind: 'status', status: 500 })
    rig.server.failNext('upload', { kind: 'cut-after' })
    rig.server.failNext('files.completeUploadExternal', { kind: 'cut-after' })
    const posted = await writer.post(to('C1'), post('k', charted('Report')), NEVER)
    expect(posted).toMatchObject({ kind: 'posted', picture: 'shown' })
  })

  it('shows the picture also where it may not look whether that is ready', async () => {
    rig.server.channels.scopes = new Set(['files:write'])
    rig.server.files.busyFor = 0
    expect(await writer.post(to('C1'), post('k', charted('Report')), NEVER)).toMatchObject({ picture: 'shown' })
  })

  it('is posted without its picture where Slack refuses that, and plainly where it refuses more', async () => {
    rig.server.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' })
    expect(await writer.post(to('C1'), post('one', charted('Report')), NEVER)).toMatchObject({
      kind: 'posted',
      picture: 'failed',
    })
    rig.server.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' })
    expect(await writer.post(to('C1'), post('two', card('Report')), NEVER)).toMatchObject({
      kind: 'posted',
      picture: 'none',
    })
    expect(rig.shown.at(-1)?.args['blocks']).toMatchObject([{ type: 'section' }])
    expect(standing()).toHaveLength(2)
  })

  it.each<[string, Fault, object, number]>([
    ['a rate limit', { kind: 'status', status: 429, retryAfter: 2 }, { kind: 'later', afterMs: 2000 }, 0],
    ['a channel it is not in', { kind: 'error', error: 'not_in_channel' }, { kind: 'refused' }, 0],
    ['no such channel', { kind: 'error', error: 'channel_not_found' }, { kind: 'refused' }, 0],
    ['an archived channel', { kind: 'error', error: 'is_archived' }, { kind: 'refused', code: 'is_archived' }, 0],
    ['a channel for few', { kind: 'error', error: 'restricted_action' }, { kind: 'refused' }, 0],
    ['a token of before', { kind: 'error', error: 'token_expired' }, { kind: 'later', afterMs: null }, 0],
    ['Slack being closed', { kind: 'error', error: 'service_unavailable' }, { kind: 'later' }, 0],
    ['a connection cut before', { kind: 'cut' }, { kind: 'unclear' }, 0],
    ['a connection cut after', { kind: 'cut-after' }, { kind: 'unclear' }, 1],
    ['a server error', { kind: 'status', status: 503 }, { kind: 'unclear', code: 'http_503' }, 0],
    ['half of it done', { kind: 'error', error: 'fatal_error' }, { kind: 'unclear' }, 0],
    ['the page of a proxy', { kind: 'error', error: '<html>' }, { kind: 'unclear' }, 0],
    ['a proxy that says no', { kind: 'status', status: 403 }, { kind: 'later' }, 0],
  ])('is attempted once, and tells what became of it: %s', async (_, fault, told, stored) => {
    rig.server.failNext('chat.postMessage', fault)
    expect(await writer.post(to('C1'), post('k', card('Report')), NEVER)).toMatchObject(told)
    expect(calls('chat.postMessage')).toHaveLength(1)
    expect(standing()).toHaveLength(stored)
  })

  it('may be made again later where Slack could not be reached at all', async () => {
    await rig.server.stop()
    const posted = await writer.post(to('C1'), post('k', charted('Report')), NEVER)
    expect(posted).toMatchObject({ kind: 'later', code: 'ECONNREFUSED', afterMs: null })
  })

  it('is not made when it is given up before', async () => {
    const posted = await writer.post(to('C1'), post('k', card('Report')), AbortSignal.abort())
    expect(posted).toMatchObject({ kind: 'later', code: 'aborted' })
    expect(calls('chat.postMessage')).toEqual([])
  })
})

describe('a post that is given up while its picture is on its way', () => {
  it('is not made, then or later', async () => {
    const stopping = new AbortController()
    let letGo = (): void => {}
    const until = new Promise<void>((resolve) => {
      letGo = resolve
    })
    rig.server.failNext('upload', { kind: 'held', until })
    const posting = writer.post(to('C1'), post('k', charted('Report')), stopping.signal)
    await vi.waitFor(() => expect(calls('upload')).toHaveLength(1))
    stopping.abort()
    expect(await posting).toMatchObject({ kind: 'later', code: 'aborted' })
    letGo()
    await vi.waitFor(() => expect(calls('files.info').length).toBeGreaterThan(1))
    expect(calls('chat.postMessage')).toEqual([])
  })
})

describe('a post that may stand', () => {
  it('is found after an answer so slow that nobody waited for it', async () => {
    rig.server.failNext('chat.postMessage', { kind: 'hang-after' })
    expect(await writer.post(to('C1'), post('report-1', card('Report')), NEVER)).toEqual({
      kind: 'unclear',
      code: 'timeout',
    })
    expect(await writer.find(to('C1'), 'report-1', since(), NEVER)).toEqual({
      kind: 'found',
      message: '1700000000.000001',
    })
  })

  it('is absent where nothing was stored, and where only others wrote that key', async () => {
    const metadata = { event_type: 'im_doctor_post', event_payload: { key: 'report-1' } }
    rig.server.messages.set('C1/1700000000.000050', { channel: 'C1', bot_id: 'B0OTHER', metadata })
    rig.server.messages.set('C1/1700000000.000051', { channel: 'C1', bot_id: BOT_ID })
    await writer.post(to('C2'), post('report-1', card('Report')), NEVER)
    await writer.post(to('C1'), post('report-2', card('Report')), NEVER)
    expect(await writer.find(to('C1'), 'report-1', since(), NEVER)).toEqual({ kind: 'absent' })
  })

  it('is looked for in its thread', async () => {
    rig.server.messages.set('C1/1700000000.000050', { channel: 'C1', text: 'about alice' })
    const thread = to('C1', '1700000000.000050')
    const posted = await writer.post(thread, post('watch-1', card('Reachable')), NEVER)
    const message = posted.kind === 'posted' ? posted.message : ''
    // A reply is not among what stands in the channel itself.
    expect(await writer.find(to('C1'), 'watch-1', since(), NEVER)).toEqual({ kind: 'absent' })
    expect(await writer.find(thread, 'watch-1', since(), NEVER)).toEqual({ kind: 'found', message })
  })

  it('is found on the second page, and beyond that it cannot be told', async () => {
    rig.server.channels.pageSize = 2
    await writer.post(to('C1'), post('report-1', card('Report')), NEVER)
    const say = (count: number) => {
      for (let each = 0; each < count; each++)
        rig.server.messages.set(`C1/1700000001.${String(rig.server.messages.size).padStart(6, '0')}`, { text: 'x' })
    }
    say(2)
    expect(await writer.find(to('C1'), 'report-1', since(), NEVER)).toMatchObject({ kind: 'found' })
    say(2)
    expect(await writer.find(to('C1'), 'report-1', since(), NEVER)).toMatchObject({ kind: 'unknown', allowed: true })
  })

  it.each<[string, Fault, boolean]>([
    ['missing_scope', { kind: 'error', error: 'missing_scope' }, false],
    ['not_in_channel', { kind: 'error', error: 'not_in_channel' }, false],
    ['channel_not_found', { kind: 'error', error: 'channel_not_found' }, false],
    ['http_500', { kind: 'status', status: 500 }, true],
    ['rate_limited', { kind: 'status', status: 429, retryAfter: 60 }, true],
    ['token_revoked', { kind: 'error', error: 'token_revoked' }, true],
  ])('may or may not be looked for again after %s', async (code, fault, allowed) => {
    rig.server.failing.set('conversations.history', fault)
    expect(await writer.find(to('C1'), 'k', since(), NEVER)).toEqual({ kind: 'unknown', code, allowed })
  })
})

describe('a change of a post', () => {
  const posted = async (shown: Card): Promise<string> => {
    const made = await writer.post(to('C1'), post('alert-1', shown), NEVER)
    return made.kind === 'posted' ? made.message : 'not posted'
  }

  it('takes the place of what stood there, is findable, and shows a picture only where it has one', async () => {
    const message = await posted(charted('Loss'))
    expect(await writer.edit(to('C1'), message, post('alert-1', card('Over')), NEVER)).toEqual({ kind: 'edited' })
    expect(standing()).toHaveLength(1)
    expect(rig.shown.at(-1)?.says).toContain('Over')
    expect(JSON.stringify(standing())).not.toContain('slack_file')
    expect(await writer.find(to('C1'), 'alert-1', since(), NEVER)).toEqual({ kind: 'found', message })
  })

  it('is made again after faults in passing', async () => {
    const message = await posted(card('Loss'))
    rig.server.failNext('chat.update', { kind: 'cut-after' })
    rig.server.failNext('chat.update', { kind: 'status', status: 429, retryAfter: 1 })
    expect(await writer.edit(to('C1'), message, post('alert-1', card('Over')), NEVER)).toEqual({ kind: 'edited' })
  })

  it('tells when the message is gone, and when Slack does not let us', async () => {
    expect(await writer.edit(to('C1'), '1700000000.000077', post('k', card('Over')), NEVER)).toEqual({ kind: 'gone' })
    rig.server.failNext('chat.update', { kind: 'error', error: 'is_archived' })
    const message = await posted(card('Loss'))
    const edited = await writer.edit(to('C1'), message, post('k', card('Over')), NEVER)
    expect(edited).toEqual({ kind: 'failed', code: 'is_archived' })
  })
})

describe('the channel that is meant', () => {
  it.each([
    ['<#C2|push-ops>', { kind: 'channel', id: 'C2', name: 'push-ops' }],
    ['<#C2>', { kind: 'channel', id: 'C2', name: 'push-ops' }],
    ['C2', { kind: 'channel', id: 'C2', name: 'push-ops' }],
    ['#push-ops', { kind: 'channel', id: 'C2', name: 'push-ops' }],
    ['Push-Ops', { kind: 'channel', id: 'C2', name: 'push-ops' }],
    ['#secret-ops', { kind: 'channel', id: 'C3', name: 'secret-ops' }],
    ['#old-ops', { kind: 'unknown', code: 'channel_not_found' }],
    ['C4', { kind: 'unknown', code: 'is_archived' }],
    ['C9', { kind: 'unknown', code: 'channel_not_found' }],
    ['#nowhere', { kind: 'unknown', code: 'channel_not_found' }],
    ['two words', { kind: 'unknown', code: 'channel_not_found' }],
  ])('is known for %s', async (text, meant) => {
    expect(await writer.resolve(text, NEVER)).toEqual(meant)
  })

  it.each([
    ['#push-ops', { kind: 'unknown', code: 'missing_scope' }],
    ['C2', { kind: 'unchecked' }],
    ['<#C2|push-ops>', { kind: 'channel', id: 'C2', name: 'push-ops' }],
  ])('without the scope, for %s', async (text, meant) => {
    rig.server.channels.scopes = new Set()
    expect(await writer.resolve(text, NEVER)).toEqual(meant)
  })

  it('is found among the public channels where only those may be listed, on any page', async () => {
    rig.server.channels.scopes = new Set(['channels:read'])
    rig.server.channels.pageSize = 1
    expect(await writer.resolve('#push-ops', NEVER)).toMatchObject({ id: 'C2' })
    expect(await writer.resolve('#secret-ops', NEVER)).toMatchObject({ kind: 'unknown' })
  })

  it('is looked up once for many posts, also by its name', async () => {
    for (const key of ['one', 'two'])
      expect(await writer.post(to('#push-ops'), post(key, card('Report')), NEVER)).toMatchObject({ kind: 'posted' })
    expect(standing()).toMatchObject([{ channel: 'C2' }, { channel: 'C2' }])
    expect(calls('conversations.list')).toHaveLength(1)
    expect(await writer.find(to('#push-ops'), 'two', since(), NEVER)).toMatchObject({ kind: 'found' })
  })

  it('is no reason to give up for good where the names cannot be had just now', async () => {
    rig.server.failing.set('conversations.list', { kind: 'cut' })
    expect(await writer.post(to('#push-ops'), post('k', card('Report')), NEVER)).toMatchObject({ kind: 'later' })
    rig.server.failing.set('conversations.list', { kind: 'error', error: 'missing_scope' })
    expect(await writer.post(to('#push-ops'), post('k', card('Report')), NEVER)).toEqual({
      kind: 'refused',
      code: 'missing_scope',
    })
  })
})

describe('a button of a post', () => {
  const explain = {
    kind: 'run',
    label: 'Explain',
    style: 'default',
    intent: { command: 'im.error', args: new Secret({ code: '70009' }) },
  } as const

  it('can be pressed by anyone, again and again, and is answered in the thread of the post', async () => {
    const posted = await writer.post(to('C1'), post('alert-1', card('Refused', { actions: [explain] })), NEVER)
    const ts = posted.kind === 'posted' ? posted.message : ''
    const [shown] = rig.shown
    if (shown === undefined) throw new Error('nothing posted')
    for (const [index, user] of ['U1', 'U2', 'U2'].entries()) {
      const pressed = { label: 'Explain', user, container: { message_ts: ts, is_ephemeral: false } }
      await rig.send('interactive', press(rig.server, shown, pressed))
      const answer = await rig.show(index + 2)
      expect(answer.args).toMatchObject({ response_type: 'in_channel', replace_original: false, thread_ts: ts })
      expect(answer.says).toContain('70009')
    }
  })
})
