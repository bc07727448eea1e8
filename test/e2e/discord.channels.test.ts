import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelWriter } from '../../src/bot/ports/channels.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { testBot } from '../support/bot.ts'
import type { Fault } from '../servers/discord/discord-server.ts'
import { channel, PICTURE, PNG, postOf } from '../servers/discord/post-of.ts'
import { readable, readableMessage, Rig, settled } from '../servers/discord/rig.ts'
import { IDS, person } from '../servers/discord/world.ts'

/** The caller gives up on nothing. */
const free = (): AbortSignal => new AbortController().signal
const HERE = channel(IDS.channel)
let rig: Rig
let writer: ChannelWriter

// Not started: a process that does not hold the gateway posts as well.
beforeEach(async () => {
  rig = await Rig.open({ bot: testBot().bot })
  writer = rig.surface.channels
})

afterEach(async () => {
  await rig.close()
  rig.assertClean()
})

const fault = (more: Partial<Fault> & Pick<Fault, 'answer'>): void =>
  void rig.server.faults.push({ method: 'POST', path: /messages$/, times: 1, ...more })

const refusal = (status: number, code: number) => ({ status, body: { code, message: 'no' } })
const said = (index = 0): string => readableMessage(rig.server.posts[index]?.message ?? {})

describe('a post', () => {
  it('stands in the channel, pings nobody, and has its picture at the end', async () => {
    const posted = await writer.post(HERE, postOf('report:1', [PICTURE]), free())
    const [post] = rig.server.posts
    expect(posted).toEqual({ kind: 'posted', message: post?.id, picture: 'shown' })
    expect(said()).toContain('12 pushes were lost')
    expect(post?.files.map(({ name, data }) => [name, Buffer.from(data).equals(PNG)])).toEqual([['loss.png', true]])
    expect(post?.message).toMatchObject({
      allowed_mentions: { parse: [] },
      attachments: [{ filename: 'loss.png', description: 'Loss by vendor: apns 2 %, fcm 40 %' }],
    })
    expect(post?.message.embeds?.at(-1)?.image).toEqual({ url: 'attachment://loss.png' })
  })

  it('goes to a thread where one is named, and to a channel known by its name', async () => {
    await writer.post(channel(IDS.channel, IDS.thread), postOf('a'), free())
    await writer.post(channel('#general'), postOf('b'), free())
    expect(rig.server.posts.map((post) => post.channel)).toEqual([IDS.thread, IDS.channel])
    expect(await writer.post(channel('#nowhere'), postOf('c'), free())).toMatchObject({ kind: 'refused' })
  })

  it('stands once however often it is posted, and apart from every other', async () => {
    const first = await writer.post(HERE, postOf('report:1'), free())
    expect(await writer.post(HERE, postOf('report:1'), free())).toEqual(first)
    await writer.post(HERE, postOf('report:2'), free())
    expect(rig.server.posts).toHaveLength(2)
  })

  it.each([
    ['no permission for files', IDS.wordsOnly, null],
    ['a file that is too large', IDS.channel, refusal(413, 40005)],
    ['a request that is too large', IDS.channel, { status: 413, body: { code: 0, message: 'too large' } }],
    ['an upload that fails', IDS.channel, refusal(500, 0)],
  ])('says what the picture shows after %s', async (_, id, answer) => {
    if (answer !== null) fault({ answer })
    expect(await writer.post(channel(id), postOf('r', [PICTURE]), free())).toMatchObject({
      kind: 'posted',
      picture: 'failed',
    })
    expect(rig.server.posts).toHaveLength(1)
    expect(rig.server.posts[0]?.files).toEqual([])
    expect(said()).toContain('-# Loss by vendor: apns 2 %, fcm 40 %')
  })

  it('is plain text where embeds are not allowed, with its buttons', async () => {
    const run = { command: 'im.apps', args: new Secret({}) }
    const post = postOf('r', [PICTURE], [{ kind: 'run', label: 'Apps', style: 'default', intent: run }])
    expect(await writer.post(channel(IDS.plain), post, free())).toMatchObject({ kind: 'posted', picture: 'failed' })
    expect(rig.server.posts[0]?.message).toMatchObject({
      embeds: [],
      components: [{ components: [{ label: 'Apps' }] }],
    })
    expect(said()).toContain('12 pushes were lost')
    expect(await writer.find(channel(IDS.plain), 'r', Date.now(), free())).toMatchObject({ kind: 'found' })
  })

  it.each([
    ['unknown channel', '1299999999999999999', '10003'],
    ['no right to write', IDS.locked, '50013'],
  ])('is refused: %s', async (_, id, code) => {
    expect(await writer.post(channel(id), postOf('r', [PICTURE]), free())).toEqual({ kind: 'refused', code })
    expect(rig.failures.length).toBeGreaterThan(0)
  })

  it('may come later after a rate limit, and says when', async () => {
    fault({ answer: { status: 429, body: { message: 'slow down', retry_after: 30, global: false } } })
    const posted = await writer.post(HERE, postOf('r'), free())
    expect(posted).toMatchObject({ kind: 'later', code: 'rate-limited' })
    expect(posted.kind === 'later' && posted.afterMs).toBeGreaterThan(25_000)
    expect(rig.server.posts).toEqual([])
  })

  it('may come later when there never was a connection', async () => {
    await rig.server.stop()
    expect(await writer.post(HERE, postOf('r'), free())).toMatchObject({ kind: 'later', code: 'ECONNREFUSED' })
    rig = await Rig.open({ bot: testBot().bot })
  })

  it('ends the process when the token is refused', async () => {
    fault({ answer: refusal(401, 0) })
    expect(await writer.post(HERE, postOf('r'), free())).toEqual({ kind: 'refused', code: '401' })
    expect(rig.fatal[0]?.remedy).toContain('DISCORD_TOKEN')
  })

  it('that was stored and whose answer was cut stands once, and is known', async () => {
    fault({ answer: null, cut: true })
    expect(await writer.post(HERE, postOf('r', [PICTURE]), free())).toMatchObject({ kind: 'posted', picture: 'shown' })
    expect(rig.server.posts).toHaveLength(1)
  })

  it.each([
    ['the connection breaks', { answer: null, cut: true as const, times: 2 }],
    ['Discord fails', { answer: refusal(503, 0), times: 2 }],
    ['the repetition is refused', { answer: null, cut: true as const }],
  ])('is unclear when %s', async (name, told) => {
    fault(told)
    if (name.includes('refused')) fault({ answer: refusal(403, 50001) })
    expect(await writer.post(HERE, postOf('r'), free())).toMatchObject({ kind: 'unclear' })
    const found = await writer.find(HERE, 'r', Date.now(), free())
    expect(found.kind).toBe(name === 'Discord fails' ? 'absent' : 'found')
  })

  it('is unclear when it hangs after it was stored, and is found', async () => {
    const giveUp = new AbortController()
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    fault({ answer: null, held })
    const posting = writer.post(HERE, postOf('r'), giveUp.signal)
    await expect.poll(() => rig.server.posts.length).toBe(1)
    giveUp.abort()
    expect(await posting).toEqual({ kind: 'unclear', code: 'timeout' })
    letGo()
    expect(await writer.find(HERE, 'r', Date.now(), free())).toEqual({
      kind: 'found',
      message: rig.server.posts[0]?.id,
    })
  })
})

describe('looking for a post', () => {
  it('finds its own and no other', async () => {
    await writer.post(HERE, postOf('report:1'), free())
    const second = await writer.post(HERE, { ...postOf('report:2'), locale: 'zh' }, free())
    const message = second.kind === 'posted' ? second.message : ''
    expect(await writer.find(HERE, 'report:2', Date.now(), free())).toEqual({ kind: 'found', message })
    expect(await writer.find(HERE, 'report:3', Date.now(), free())).toEqual({ kind: 'absent' })
  })

  it('finds nothing that is older than the first attempt', async () => {
    await writer.post(HERE, postOf('report:1'), free())
    expect(await writer.find(HERE, 'report:1', Date.now() + 120_000, free())).toEqual({ kind: 'absent' })
  })

  it('says where it may not look: no history is not an empty channel', async () => {
    expect(await writer.find(channel(IDS.unread), 'r', Date.now(), free())).toEqual({ kind: 'absent' })
    await writer.post(channel(IDS.unread), postOf('r'), free())
    expect(await writer.find(channel(IDS.unread), 'r', Date.now(), free())).toMatchObject({
      kind: 'unknown',
      allowed: false,
    })
  })

  it.each([
    [refusal(403, 50001), { kind: 'unknown', code: '50001', allowed: false }],
    [refusal(404, 10003), { kind: 'absent' }],
    [refusal(502, 0), { kind: 'unknown', code: '502', allowed: true }],
  ])('tells what cannot be seen from what is not there: %j', async (answer, found) => {
    fault({ method: 'GET', answer })
    expect(await writer.find(HERE, 'r', Date.now(), free())).toEqual(found)
  })
})

describe('an edit', () => {
  const post = async (id: string = IDS.channel): Promise<string> => {
    const posted = await writer.post(channel(id), postOf('r', [PICTURE]), free())
    return posted.kind === 'posted' ? posted.message : ''
  }

  it('puts the new card in place of the old, and can still be found', async () => {
    const message = await post()
    const closed = postOf('r', [{ kind: 'note', text: ['It is over'] }])
    expect(await writer.edit(HERE, message, closed, free())).toEqual({ kind: 'edited' })
    expect(said()).toContain('It is over')
    expect(await writer.find(HERE, 'r', Date.now(), free())).toEqual({ kind: 'found', message })
  })

  it('is repeated when its answer was lost', async () => {
    const message = await post()
    fault({ method: 'PATCH', path: /messages/, answer: null, cut: true })
    expect(await writer.edit(HERE, message, postOf('r', [PICTURE]), free())).toEqual({ kind: 'edited' })
  })

  it('keeps to what the channel allows', async () => {
    expect(await writer.edit(channel(IDS.plain), await post(IDS.plain), postOf('r', [PICTURE]), free())).toEqual({
      kind: 'edited',
    })
  })

  it('says when the message is gone', async () => {
    expect(await writer.edit(HERE, '1299999999999999999', postOf('r'), free())).toEqual({ kind: 'gone' })
    fault({ method: 'PATCH', path: /messages/, answer: refusal(403, 50005) })
    expect(await writer.edit(HERE, await post(), postOf('r'), free())).toEqual({ kind: 'failed', code: '50005' })
  })
})

describe('which channel is meant', () => {
  it.each([
    [`<#${IDS.channel}>`, { kind: 'channel', id: IDS.channel, name: 'general' }],
    [IDS.plain, { kind: 'channel', id: IDS.plain, name: 'plain' }],
    ['#general', { kind: 'channel', id: IDS.channel, name: 'general' }],
    ['General', { kind: 'channel', id: IDS.channel, name: 'general' }],
    ['1299999999999999999', { kind: 'unknown', code: '10003' }],
    ['#nowhere', { kind: 'unknown', code: 'no-such-channel' }],
    ['#twins', { kind: 'unknown', code: 'ambiguous' }],
    ['#team', { kind: 'unknown', code: 'not-for-messages' }],
    ['#', { kind: 'unknown', code: 'no-name' }],
  ])('%s', async (text, meant) => {
    expect(await writer.resolve(text, free())).toEqual(meant)
  })

  it('asks the servers once for many names', async () => {
    await writer.resolve('#general', free())
    await writer.resolve('#plain', free())
    expect(rig.server.calls).toHaveLength(2)
  })

  it('leaves it open when Discord cannot be asked', async () => {
    fault({ method: 'GET', path: /users/, answer: refusal(500, 0) })
    fault({ method: 'GET', path: /channels/, answer: refusal(500, 0) })
    expect(await writer.resolve('#general', free())).toEqual({ kind: 'unchecked' })
    expect(await writer.resolve(IDS.channel, free())).toEqual({ kind: 'unchecked' })
  })
})

describe('a button of a post', () => {
  it('answers whoever presses it', async () => {
    await rig.surface.start()
    const intent = { command: 'im.error', args: new Secret({ code: '70009' }) }
    await writer.post(HERE, postOf('r', [], [{ kind: 'run', label: 'What is it?', style: 'primary', intent }]), free())
    const [button] = rig.server.posts[0]?.message.components?.[0]?.components ?? []
    for (const name of ['ann', 'bob']) {
      const answer = await settled(rig.act.press(person(name), button?.custom_id ?? ''))
      expect(readable(answer)).toContain('70009')
    }
  })
})
