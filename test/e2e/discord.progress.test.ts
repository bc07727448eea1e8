import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WAITS } from '../../src/adapters/discord/limits.ts'
import type { Fault, Post } from '../servers/discord/discord-server.ts'
import { heldBot, type Question } from '../servers/discord/held-bot.ts'
import type { InteractionRecord } from '../servers/discord/interaction.ts'
import { readable, readableMessage, Rig, until } from '../servers/discord/rig.ts'
import { IDS, person, type Person } from '../servers/discord/world.ts'

const ME = `<@${IDS.application}>`
/** From one edit to the next. */
const PACE = WAITS.progressEvery
const INTERACTION_EDIT = /^\/webhooks\/.*@original$/
const MESSAGE_EDIT = /^\/channels\/\d+\/messages\/\d+$/

let rig: Rig
let questions: Question[]

beforeEach(async () => {
  const held = heldBot()
  questions = held.questions
  rig = await Rig.started({ bot: held.bot })
  // Time stands still from here on, and passes only where a test says so.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.now() })
})

afterEach(async () => {
  vi.useRealTimers()
  for (const question of questions) question.reply('over')
  await rig.close()
  rig.assertClean()
})

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

/** Lets everything happen that needs no time to pass. */
async function calm(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** The question that comes of what is done, and what that returned. */
async function asked<Done>(act: () => Done): Promise<{ done: Done; question: Question }> {
  const before = questions.length
  const done = act()
  await until('the question', () => questions.length > before)
  const question = questions[before]
  if (question === undefined) throw new Error('no question')
  return { done, question }
}

const slash = (who: Person = person('ann')) => asked(() => rig.act.slash(who, 'im error', { code: '70009' }))
const mention = (who: Person = person('ann'), where = {}) =>
  asked(() => rig.act.say(who, `${ME} im error 70009`, where))

const reads = (record: InteractionRecord, text: string) => until(`"${text}"`, () => readable(record).includes(text))
const eyes = ({ shown }: InteractionRecord) => shown.map(({ ephemeral }) => (ephemeral ? 'private' : 'public'))

const standing = (channel: string = IDS.channel): readonly Post[] =>
  rig.server.posts.filter((post) => post.channel === channel && !post.deleted)
const texts = (channel?: string) => standing(channel).map(({ message }) => readableMessage(message))
const posted = (text: string, channel?: string) =>
  until(`a message "${text}"`, () => texts(channel).some((each) => each.includes(text)))

const calls = (method: string, path: RegExp) =>
  rig.server.calls.filter((call) => call.method === method && path.test(call.path))
const fault = (more: Pick<Fault, 'method' | 'path'> & Partial<Fault>) =>
  rig.server.faults.push({ times: 1, answer: null, ...more })
const slowDown = (seconds: number) => ({
  answer: { status: 429, body: { message: 'slow down', retry_after: seconds, global: false } },
})

function gate(): { open: () => void; closed: Promise<void> } {
  let open = () => undefined as void
  const closed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, closed }
}

describe('a slash command that takes its time', () => {
  it('shows its progress at once, the latest once a second, and then the answer in its place', async () => {
    const { done: record, question } = await slash()
    question.tell('one')
    await reads(record, 'about one')
    for (const text of ['two', 'three', 'four']) question.tell(text)
    await pass(PACE - 1)
    await calm()
    expect(readable(record)).toContain('about one')
    await pass(1)
    await reads(record, 'about four')
    question.tell('five')
    question.reply('done')
    await reads(record, 'about done')
    question.tell('too late')
    await pass(5000)
    await calm()
    expect(record.shown).toHaveLength(1)
    expect(readable(record)).toContain('about done')
    expect(record.earlier.map(({ message }) => message.embeds?.[0]?.title)).toEqual(['one', 'four'])
  })

  it('is edited at most once a second, however much there is to tell', async () => {
    const { done: record, question } = await slash()
    for (let tick = 0; tick < 50; tick++) {
      question.tell(`step ${tick}`)
      await calm()
      await pass(100)
      await calm()
    }
    const times = calls('PATCH', INTERACTION_EDIT).map(({ at }) => at)
    expect(times.length).toBeGreaterThanOrEqual(4)
    expect(times.slice(1).every((time, index) => time - (times[index] ?? 0) >= 1000)).toBe(true)
    question.reply('done')
    await reads(record, 'about done')
  })

  it('shows public progress to the asker alone where the answer is theirs alone', async () => {
    const { done: record, question } = await asked(() =>
      rig.act.slash(person('ann'), 'usersig inspect', { sig: 'eJw' }),
    )
    question.tell('one')
    await reads(record, 'about one')
    expect(eyes(record)).toEqual(['private'])
    question.reply('done', { visibility: 'private' })
    await reads(record, 'about done')
  })

  it('shows nothing private where all can read', async () => {
    const { done: record, question } = await slash()
    question.tell('mine', { visibility: 'private' })
    await calm()
    expect(record.shown).toEqual([])
    question.reply('done', { visibility: 'private' })
    await reads(record, 'about done')
    expect(eyes(record)).toEqual(['private'])
  })

  it('takes public progress back when the answer is private', async () => {
    const { done: record, question } = await slash()
    question.tell('one')
    await reads(record, 'about one')
    question.reply('done', { visibility: 'private', status: 'upstream' })
    await reads(record, 'about done')
    expect(eyes(record)).toEqual(['private'])
  })

  it('answers anew when somebody has deleted the progress', async () => {
    const { done: record, question } = await slash()
    question.tell('one')
    await reads(record, 'about one')
    record.deleteOriginal()
    question.reply('done')
    await reads(record, 'about done')
    expect(eyes(record)).toEqual(['public'])
  })

  it('speaks the language of the progress', async () => {
    const { done: record, question } = await slash(person('ming', { locale: 'zh-CN' }))
    question.tell('检查中')
    await reads(record, 'ℹ️ 信息')
    question.reply('好了')
    await reads(record, '✅ 正常')
    expect(record.earlier.map(({ message }) => message.embeds?.[0]?.author?.name)).toEqual(['ℹ️ 信息'])
  })

  it('says so in place of the progress when it takes too long', async () => {
    const { done: record, question } = await slash()
    question.tell('one')
    await reads(record, 'about one')
    await pass(22_000)
    await reads(record, 'took too long')
    question.tell('after all')
    await pass(2000)
    await calm()
    expect(readable(record)).not.toContain('about')
  })
})

describe('a form that was sent', () => {
  it('shows progress like a command', async () => {
    const { done: record, question } = await asked(() =>
      rig.act.submit(person('ann'), 'f1:im.error', { code: '70009' }),
    )
    question.tell('one')
    await reads(record, 'about one')
    question.reply('done')
    await reads(record, 'about done')
    expect(record.shown).toHaveLength(1)
  })
})

describe('a button', () => {
  const press = () => asked(() => rig.act.press(person('ann'), 'p1:key'))

  it.each(['public', 'private'] as const)(
    'shows %s progress in a new message, and the answer in its place',
    async (visibility) => {
      const { done: record, question } = await press()
      question.tell('one', { visibility })
      await reads(record, 'about one')
      question.tell('two', { visibility })
      await pass(PACE)
      await reads(record, 'about two')
      question.reply('done', { visibility })
      await reads(record, 'about done')
      expect(eyes(record)).toEqual([visibility])
      expect(record.acknowledged).toBe(5)
      expect(readable(record).includes('Asked by')).toBe(visibility === 'public')
    },
  )

  it('whose progress begins late is still answered for all to see', async () => {
    const { done: record, question } = await press()
    await pass(250)
    await until('the acknowledgement', () => record.acknowledged === 5)
    question.tell('one')
    await reads(record, 'about one')
    expect(eyes(record)).toEqual(['private'])
    question.reply('done')
    await until('the answer', () => record.shown.some(({ ephemeral }) => !ephemeral))
    expect(readable(record)).toContain('about done')
    expect(record.shown).toHaveLength(1)
  })
})

describe('a mention', () => {
  it('is answered by one message: progress at once, then the answer', async () => {
    const { done: id, question } = await mention()
    question.tell('one')
    await posted('about one')
    question.tell('two')
    question.tell('three')
    await pass(PACE - 1)
    await calm()
    expect(texts()[0]).toContain('about one')
    await pass(1)
    await posted('about three')
    question.reply('done')
    await posted('about done')
    question.tell('too late')
    await pass(5000)
    await calm()
    expect(standing()).toMatchObject([{ repliesTo: id, earlier: { length: 2 } }])
    expect(texts()[0]).toContain('about done')
    expect(rig.acknowledged).toHaveLength(1)
  })

  it('is typed at only until there is progress to see', async () => {
    const { question } = await mention()
    await pass(250)
    await until('the typing indicator', () => rig.server.typed === 1)
    question.tell('one')
    await posted('about one')
    await pass(16_000)
    await calm()
    expect(rig.server.typed).toBe(1)
    question.reply('done')
    await posted('about done')
  })

  it('has its progress replaced by a note when the answer is private', async () => {
    const who = person('ann')
    const { question } = await mention(who)
    question.tell('one')
    await posted('about one')
    question.reply('secret', { visibility: 'private' })
    await posted('answered you in a direct message')
    expect(standing()).toHaveLength(1)
    expect(texts(rig.server.directChannelOf(who)).join()).toContain('about secret')
    rig.assertClean('about secret')
  })

  it('shows no private progress in public', async () => {
    const { question } = await mention()
    question.tell('mine', { visibility: 'private' })
    await calm()
    expect(standing()).toEqual([])
    question.reply('done')
    await posted('about done')
    rig.assertClean('about mine')
  })

  it('is answered by a new message when somebody has deleted the progress', async () => {
    const { done: id, question } = await mention()
    question.tell('one')
    await posted('about one')
    for (const post of standing()) post.deleted = true
    question.tell('two')
    await pass(PACE)
    await until('the refusal', () => rig.failures.includes('progress 10008'))
    question.tell('three')
    await pass(5000)
    await calm()
    expect(calls('PATCH', MESSAGE_EDIT)).toHaveLength(1)
    question.reply('done')
    await posted('about done')
    expect(standing()).toMatchObject([{ repliesTo: id }])
  })

  it('shows progress without embeds where they are not allowed', async () => {
    const { question } = await mention(person('ann'), { channel: IDS.plain })
    question.tell('one')
    await posted('about one', IDS.plain)
    question.reply('done')
    await posted('about done', IDS.plain)
    expect(texts(IDS.plain).join()).not.toContain('about one')
    expect(standing(IDS.plain)[0]?.message.embeds).toEqual([])
  })

  it('is answered directly, and without progress, where the bot may not speak', async () => {
    const who = person('ann')
    const { question } = await mention(who, { channel: IDS.locked })
    question.tell('one')
    await calm()
    question.reply('done')
    await posted('about done', rig.server.directChannelOf(who))
    expect(standing(IDS.locked)).toEqual([])
  })

  it('is told in place of the progress that it took too long', async () => {
    const who = person('ming', { locale: 'zh-CN' })
    const { done: id, question } = await mention(who)
    question.tell('one')
    await posted('about one')
    await pass(22_000)
    await posted(`Please try again; request ${id}`)
    expect(standing()).toHaveLength(1)
    expect(standing(rig.server.directChannelOf(who))).toEqual([])
  })

  it('is told in place of the progress when Discord refuses the answer', async () => {
    const { question } = await mention()
    question.tell('one')
    await posted('about one')
    fault({ method: 'PATCH', path: MESSAGE_EDIT, answer: { status: 400, body: { code: 50035, message: 'no' } } })
    question.reply('done')
    await posted('Something went wrong')
    expect(standing()).toHaveLength(1)
    expect(rig.failures).toContain('message 50035')
  })
})

describe('a direct message', () => {
  it('shows progress of either kind, and the answer in its place', async () => {
    const who = person('ann')
    const channel = rig.server.directChannelOf(who)
    const { question } = await asked(() => rig.act.say(who, 'im error 70009', { direct: true }))
    question.tell('one', { visibility: 'private' })
    await posted('about one', channel)
    question.tell('two')
    await pass(PACE)
    await posted('about two', channel)
    question.reply('done', { visibility: 'private' })
    await posted('about done', channel)
    expect(standing(channel)).toHaveLength(1)
  })
})

describe('a redelivery during a long answer', () => {
  it('changes nothing', async () => {
    const { done: id, question } = await mention()
    question.tell('one')
    await posted('about one')
    rig.server.gateway.repeat('MESSAGE_CREATE')
    const { done: record, question: second } = await slash()
    second.tell('two')
    await reads(record, 'about two')
    rig.server.gateway.repeat('INTERACTION_CREATE')
    await calm()
    expect(questions).toHaveLength(2)
    question.reply('done')
    second.reply('done too')
    await posted('about done')
    await reads(record, 'about done too')
    expect(standing()).toMatchObject([{ repliesTo: id }])
    expect(record.shown).toHaveLength(1)
  })
})

describe('when Discord', () => {
  it('limits edits, they are left out until it takes them again', async () => {
    const { done: record, question } = await slash()
    question.tell('one')
    await reads(record, 'about one')
    fault({ method: 'PATCH', path: INTERACTION_EDIT, ...slowDown(5) })
    question.tell('two')
    await pass(PACE)
    await until('the limit', () => rig.failures.includes('progress rate-limited'))
    question.tell('three')
    await pass(4800)
    await calm()
    expect(readable(record)).toContain('about one')
    await pass(400)
    await reads(record, 'about three')
    question.reply('done')
    await reads(record, 'about done')
  })

  it('limits the last edit of an interaction, the answer comes in a new message', async () => {
    const { done: record, question } = await slash()
    question.tell('one')
    await reads(record, 'about one')
    fault({ method: 'PATCH', path: INTERACTION_EDIT, ...slowDown(8) })
    question.reply('done')
    await reads(record, 'about done')
    expect(record.shown).toHaveLength(1)
    expect(eyes(record)).toEqual(['public'])
  })

  it('limits the last edit of a message, the answer comes in a new one', async () => {
    const { question } = await mention()
    question.tell('one')
    await posted('about one')
    fault({ method: 'PATCH', path: MESSAGE_EDIT, ...slowDown(8) })
    question.reply('done')
    await until('the removal', () => standing().length === 1 && rig.server.posts.length === 2)
    expect(texts()[0]).toContain('about done')
  })

  it('is slow with an edit of an interaction, the answer waits a second and nothing lands on top of it', async () => {
    const { done: record, question } = await slash()
    question.tell('one')
    await reads(record, 'about one')
    const { open, closed } = gate()
    fault({ method: 'PATCH', path: INTERACTION_EDIT, before: closed })
    question.tell('slow')
    await pass(PACE)
    await until('the edit', () => calls('PATCH', INTERACTION_EDIT).length === 2)
    question.reply('done')
    await pass(999)
    await calm()
    expect(readable(record)).not.toContain('about done')
    await pass(1)
    await reads(record, 'about done')
    open()
    await calm()
    expect(record.shown).toHaveLength(1)
    expect(readable(record)).toContain('about done')
  })

  it('is slow with an edit of a message, the answer waits a second and nothing lands on top of it', async () => {
    const { question } = await mention()
    question.tell('one')
    await posted('about one')
    const { open, closed } = gate()
    fault({ method: 'PATCH', path: MESSAGE_EDIT, before: closed })
    question.tell('slow')
    await pass(PACE)
    await until('the edit', () => calls('PATCH', MESSAGE_EDIT).length === 1)
    question.reply('done')
    await calm()
    expect(texts()[0]).toContain('about one')
    await pass(1000)
    await posted('about done')
    await until('the removal', () => standing().length === 1)
    open()
    await calm()
    expect(texts()).toHaveLength(1)
    expect(texts()[0]).toContain('about done')
  })

  it('has posted the progress but not said so, the answer takes its place', async () => {
    fault({ method: 'POST', path: /messages$/, cut: true })
    const { question } = await mention()
    question.tell('one')
    await posted('about one')
    await until('the broken call', () => rig.failures.length > 0)
    question.reply('done')
    await posted('about done')
    expect(standing()).toHaveLength(1)
    expect(texts()[0]).not.toContain('about one')
  })

  it('does not let the progress be posted, the answer is', async () => {
    fault({ method: 'POST', path: /messages$/, answer: { status: 403, body: { code: 20016, message: 'slow mode' } } })
    const { question } = await mention()
    question.tell('one')
    await until('the refusal', () => rig.failures.includes('progress 20016'))
    question.reply('done')
    await posted('about done')
    expect(standing()).toHaveLength(1)
  })
})

describe('a stop during a long answer', () => {
  it('tells those who wait, in place of the progress, and ends in time', async () => {
    const { done: record, question } = await slash()
    question.tell('one')
    await reads(record, 'about one')
    const other = await mention()
    other.question.tell('two')
    await posted('about two')
    let stopped = false
    const stopping = rig.surface.stop(Date.now() + 12_000).finally(() => (stopped = true))
    await pass(5900)
    expect(question.request.signal.aborted).toBe(false)
    await pass(100)
    expect(question.request.signal.aborted).toBe(true)
    await pass(500)
    await reads(record, 'restarting')
    await posted('restarting')
    await until('the end', () => stopped)
    await stopping
    expect(record.shown).toHaveLength(1)
    expect(standing()).toHaveLength(1)
    expect(rig.logs.join('\n')).not.toContain('stops with work in flight')
  })

  it('still takes what the bot knows by then', async () => {
    const { done: record, question } = await slash()
    question.request.signal.addEventListener('abort', () => question.reply('half'))
    const stopping = rig.surface.stop(Date.now() + 12_000)
    await pass(6000)
    await stopping
    expect(readable(record)).toContain('about half')
  })
})

describe('the place', () => {
  it('is the channel, with the thread where there is one', async () => {
    const inChannel = await mention()
    expect(inChannel.question.request.place).toEqual({ kind: 'channel', id: IDS.channel, thread: null })
    const inThread = await mention(person('ann'), { channel: IDS.thread })
    expect(inThread.question.request.place).toEqual({ kind: 'channel', id: IDS.channel, thread: IDS.thread })
    const bySlash = await asked(() => rig.act.slash(person('ann'), 'im apps', {}, { channel: IDS.thread }))
    expect(bySlash.question.request.place).toEqual({ kind: 'channel', id: IDS.channel, thread: IDS.thread })
    const who = person('ann')
    const direct = await asked(() => rig.act.say(who, 'im apps', { direct: true }))
    const id = rig.server.directChannelOf(who)
    expect(direct.question.request.place).toEqual({ kind: 'direct', id, thread: null })
  })

  it('is asked in again by a reply to the card, without a mention in its words', async () => {
    const who = person('ann')
    const first = await mention(who)
    first.question.reply('done')
    await posted('about done')
    const card = standing()[0]?.id ?? ''
    const { question } = await asked(() => rig.act.say(who, 'check again', { repliesTo: card, mentionsBot: true }))
    const { place, actor, input } = question.request
    expect(input.kind === 'words' && input.text.reveal()).toBe('check again')
    expect({ place, actor }).toEqual({ place: first.question.request.place, actor: first.question.request.actor })
  })
})
