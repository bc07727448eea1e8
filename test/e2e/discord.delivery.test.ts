import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Bot } from '../../src/bot/bot.ts'
import { EVERYONE, testBot } from '../support/bot.ts'
import type { Fault } from '../servers/discord/discord-server.ts'
import type { InteractionRecord } from '../servers/discord/interaction.ts'
import { buttonOf, readable, readableMessage, Rig, settled, until } from '../servers/discord/rig.ts'
import { IDS, person, type Person } from '../servers/discord/world.ts'

const ME = `<@${IDS.application}>`
const SIG = 'eJwtzMEKgkAUheF3mXXInXEaVGhhtbBQ0sZQdxYz1a00GceponeP1OX5zn-x5B1vvWepMY7wCCF1hZWp8Nicx'
const real = testBot().bot

let opened: Promise<void> = Promise.resolve()
let rig: Rig

beforeAll(async () => {
  const answer: Bot['answer'] = async (request) => {
    await opened
    return real.answer(request)
  }
  rig = await Rig.started({ bot: { ...real, answer } })
})

afterEach(() => {
  opened = Promise.resolve()
  rig.assertClean(SIG)
})

afterAll(() => rig.close())

/** How one connection breaks, before Discord did what was asked or after. */
const BREAKS: readonly (Pick<Fault, 'cut' | 'answer'> & { how: string })[] = [
  { how: 'closed before', cut: true, answer: { status: 0, body: null } },
  { how: 'reset before', cut: 'reset', answer: { status: 0, body: null } },
  { how: 'closed after', cut: true, answer: null },
  { how: 'reset after', cut: 'reset', answer: null },
]

const CALLBACK = { method: 'POST', path: /callback$/ }
const EDIT_ANSWER = { method: 'PATCH', path: /@original$/ }
const DELETE_ANSWER = { method: 'DELETE', path: /@original$/ }
const FOLLOW_UP = { method: 'POST', path: /^\/webhooks\/\d+\/[^/]+$/ }
const POST = { method: 'POST', path: /^\/channels\/\d+\/messages$/ }
const OPEN_DIRECT = { method: 'POST', path: /^\/users\/@me\/channels$/ }

interface Way {
  name: string
  call: Pick<Fault, 'method' | 'path'>
  /** Asks, and gives what can be seen of the answer in the end. */
  ask: (who: Person, breakNow: () => void) => Promise<() => readonly string[]>
  says: RegExp
}

const shownBy = (record: InteractionRecord) => () => record.shown.map(({ message }) => readableMessage(message))
const postsTo = (channel: string, asked: string | null) => () =>
  rig.server.posts
    .filter((post) => post.channel === channel && !post.deleted && (asked === null || post.repliesTo === asked))
    .map(({ message }) => readableMessage(message))

const inspect = (who: Person) => rig.act.slash(who, 'usersig inspect', { sig: SIG })

/** A press whose answer takes longer than its acknowledgement may wait. */
async function slowPress(who: Person, label: string, breakNow: () => void): Promise<InteractionRecord> {
  const record = await settled(inspect(who))
  let open = (): void => {}
  opened = new Promise((resolve) => {
    open = resolve
  })
  const pressed = rig.act.press(who, buttonOf(record, label))
  await until('the acknowledgement', () => pressed.acknowledged === 5)
  breakNow()
  open()
  return pressed
}

const WAYS: readonly Way[] = [
  ...[CALLBACK, EDIT_ANSWER].map((call) => ({
    name: 'a private command',
    call,
    ask: async (who: Person, breakNow: () => void) => (breakNow(), shownBy(inspect(who))),
    says: /UserSig/,
  })),
  ...[CALLBACK, EDIT_ANSWER].map((call) => ({
    name: 'a public command',
    call,
    ask: async (who: Person, breakNow: () => void) => {
      breakNow()
      return shownBy(rig.act.slash(who, 'im error', { code: '70009' }))
    },
    says: /70009/,
  })),
  {
    name: 'a command that opens a form',
    call: CALLBACK,
    ask: async (who, breakNow) => {
      breakNow()
      const record = rig.act.slash(who, 'usersig inspect')
      return () => (record.modal === null ? [] : [record.modal.title, ...shownBy(record)()])
    },
    says: /UserSig/,
  },
  {
    name: 'a filled-in form',
    call: EDIT_ANSWER,
    ask: async (who, breakNow) => {
      const form = await settled(rig.act.slash(who, 'usersig inspect'))
      breakNow()
      return shownBy(rig.act.submit(who, form.modal?.custom_id ?? '', { sig: SIG }))
    },
    says: /UserSig/,
  },
  {
    name: 'the menu of a message',
    call: EDIT_ANSWER,
    ask: async (who, breakNow) => (breakNow(), shownBy(rig.act.messageMenu(who, 'Verify this UserSig', SIG))),
    says: /UserSig/,
  },
  {
    name: 'a button that shares',
    call: CALLBACK,
    ask: async (who, breakNow) => {
      const record = await settled(inspect(who))
      breakNow()
      return shownBy(rig.act.press(who, buttonOf(record, 'Share without the signature')))
    },
    says: /Shared by/,
  },
  ...[DELETE_ANSWER, FOLLOW_UP].map((call) => ({
    name: 'a button that shares after a while',
    call,
    ask: async (who: Person, breakNow: () => void) =>
      shownBy(await slowPress(who, 'Share without the signature', breakNow)),
    says: /Shared by/,
  })),
  {
    name: 'a mention',
    call: POST,
    ask: async (who, breakNow) => {
      breakNow()
      return postsTo(IDS.channel, rig.act.say(who, `${ME} im error 70009`))
    },
    says: /70009/,
  },
  ...[OPEN_DIRECT, POST].map((call) => ({
    name: 'a mention with a signature',
    call,
    ask: async (who: Person, breakNow: () => void) => {
      breakNow()
      rig.act.say(who, `${ME} usersig inspect ${SIG}`)
      return postsTo(rig.server.directChannelOf(who), null)
    },
    says: /UserSig/,
  })),
  {
    name: 'a direct message',
    call: POST,
    ask: async (who, breakNow) => {
      breakNow()
      return postsTo(rig.server.directChannelOf(who), rig.act.say(who, 'im error 70009', { direct: true }))
    },
    says: /70009/,
  },
]

const CASES = WAYS.flatMap((way) => BREAKS.map((broken) => ({ ...way, ...broken })))

describe('one broken connection', () => {
  it.each(CASES)('of $call.method $call.path, $how: $name is answered once', async (each) => {
    const { method, path } = each.call
    const { cut = true, answer } = each
    const fault: Fault = { method, path, times: 1, cut, answer }
    const seen = await each.ask(person(`p${rig.server.calls.length}`), () => rig.server.faults.push(fault))
    await until('the answer', () => fault.times === 0 && seen().some((text) => each.says.test(text)))
    await idle()
    expect(seen()).toHaveLength(1)
  })
})

/** Whatever is still under way would end by another call. */
async function idle(): Promise<void> {
  for (let calls = -1; calls !== rig.server.calls.length; ) {
    calls = rig.server.calls.length
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('a public command that Tencent cannot answer', () => {
  it('says so where its answer was awaited, in one message', async () => {
    const record = await settled(rig.act.slash(person('down'), 'im status', { user: 'carol' }))
    await idle()
    expect(record.shown.map(({ ephemeral }) => ephemeral)).toEqual([false])
    expect(rig.server.calls.filter(({ method, path }) => method === 'DELETE' && path.includes(record.token))).toEqual(
      [],
    )
  })
})

describe('a private follow-up', () => {
  it('cannot be looked up: after a broken connection it is there once or twice, but there', async () => {
    const fault: Fault = { ...FOLLOW_UP, times: 1, cut: true, answer: null }
    const who = person('follow-up')
    let open = (): void => {}
    opened = new Promise((resolve) => {
      open = resolve
    })
    const record = rig.act.slash(who, 'im error', { code: 'nothing that exists' })
    await until('the acknowledgement', () => record.acknowledged === 5)
    rig.server.faults.push(fault)
    open()
    await until('the answer', () => fault.times === 0 && record.shown.length === 2)
    expect(record.shown.every(({ ephemeral }) => ephemeral)).toBe(true)
    expect(readable(record)).not.toContain('Something went wrong')
  })
})

describe('what is needed for an answer', () => {
  it('is asked for again: the roles of whoever writes directly, and the commands at the start', async () => {
    const admin = { everyone: false, users: new Set<string>(), groups: new Set([`discord:${IDS.adminRole}`]) }
    const access = { configured: true, members: { viewer: EVERYONE, operator: EVERYONE, admin } }
    const own = await Rig.open({ bot: testBot({ access }).bot })
    const commands: Fault = { method: 'PUT', path: /commands$/, times: 1, cut: true, answer: null }
    own.server.faults.push(commands)
    await own.surface.start()
    expect(commands.times).toBe(0)
    expect(own.failures).toEqual([])
    const who = person('root', { roles: [IDS.adminRole] })
    own.server.faults.push({ method: 'GET', path: /members/, times: 1, cut: true, answer: { status: 0, body: null } })
    const asked = own.act.say(who, 'usersig generate carol', { direct: true })
    const answers = () => own.server.posts.filter(({ repliesTo }) => repliesTo === asked)
    await until('the answer', () => answers().length > 0)
    expect(answers().map(({ message }) => readableMessage(message))).toEqual([expect.stringMatching(/eJ/)])
    await own.close()
  })
})
