import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Bot } from '../../src/bot/bot.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { readableMessage, Rig, until } from '../servers/discord/rig.ts'
import { IDS, person } from '../servers/discord/world.ts'
import { directMessage, mention, slash } from '../servers/slack/payloads.ts'
import { SlackRig, type Mode } from '../servers/slack/slack-rig.ts'
import { testBot } from '../support/bot.ts'
import { FIELD_APPS, FIELD_TIME, fieldCase } from '../support/field-cases.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'

/** Gives back what it answered, in order. */
function listening(bot: Bot): { bot: Bot; replies: Reply[] } {
  const replies: Reply[] = []
  const answer: Bot['answer'] = async (request) => {
    const reply = await bot.answer(request)
    if (reply !== null) replies.push(reply)
    return reply
  }
  return { bot: { ...bot, answer }, replies }
}

/** The user that an answer is about. */
function userOf({ result }: Reply): string | undefined {
  const { userId, users } = (result ?? {}) as { userId?: string; users?: readonly { userId: string }[] }
  return userId ?? users?.[0]?.userId
}

/** `@bot …` as a mention, `/push …` as a slash command, as Slack sends them. */
async function askInSlack(rig: SlackRig, asked: string): Promise<void> {
  const [, words] = /^@bot (.*)$/s.exec(asked) ?? []
  if (words !== undefined) return void (await rig.send('events_api', mention(words)))
  const [, command = '', text = ''] = /^(\/\w+) (.*)$/s.exec(asked) ?? []
  await rig.send('slash_commands', slash(rig.server, command, text))
}

describe.each<Mode>(['http', 'socket'])('what people type in Slack, %s mode', (mode) => {
  let world: PushWorld
  let rig: SlackRig
  let replies: Reply[]

  beforeAll(async () => {
    world = await openPushWorld()
  })

  beforeEach(async () => {
    const heard = listening(world.bot.bot)
    replies = heard.replies
    rig = await SlackRig.started({ mode, bot: heard.bot })
  })

  afterEach(() => rig.close())
  afterAll(() => world.close())

  const answersTo = async (asked: string): Promise<Reply> => {
    // So that no rate that all share holds it up.
    world.pass(5_000)
    await askInSlack(rig, asked)
    await until(`the answer to ${asked}`, () => replies.length > 0)
    const [reply] = replies
    if (reply === undefined) throw new Error('no reply')
    return reply
  }

  it.each([
    ['SL1', 'im.status', 'ops.example.com'],
    ['SL2', /^(?:push\.why|im\.status)$/, 'li.lei@example.com'],
    ['SL3', 'push.why', 'bob'],
    ['SL7', 'push.why', 'bob'],
  ])('%s is about %s of %s', async (id, command, user) => {
    const { asked, ask } = fieldCase(id)
    for (const typed of asked ?? [ask ?? '']) {
      replies.length = 0
      const reply = await answersTo(typed)
      expect([typed, reply.command]).toEqual([typed, expect.stringMatching(command)])
      expect([typed, userOf(reply)]).toEqual([typed, user])
    }
  })

  it('SL5 is about its code', async () => {
    const reply = await answersTo(fieldCase('SL5').asked?.[0] ?? '')
    expect(reply.command).toBe('im.error')
    expect(JSON.stringify(reply.result)).toContain('SENDER_ID_MISMATCH')
  })

  it('SL6 is acknowledged in under a second', async () => {
    for (const asked of fieldCase('SL6').asked ?? []) {
      const before = rig.acknowledged.length
      const begun = performance.now()
      await askInSlack(rig, asked)
      expect(performance.now() - begun).toBeLessThan(1000)
      await until('the measure', () => rig.acknowledged.length > before)
      expect(rig.acknowledged.at(-1)).toBeLessThan(1000)
    }
  })

  // Variants of the same habits.
  it.each([
    ['/im status <http://alice.dev|alice.dev>', 'alice.dev'],
    ['/im status <https://ops.example.com/u/1|ops.example.com/u/1>', 'ops.example.com/u/1'],
    ['@bot is <mailto:li.lei@example.com|li.lei@example.com> online?', 'li.lei@example.com'],
    ['@bot <mailto:li.lei@example.com|li.lei@example.com> 在线吗', 'li.lei@example.com'],
    ['/push why ‘bob’', 'bob'],
    ['/push why «bob»', 'bob'],
    ['/push why ”bob”', 'bob'],
    ['/push why "bob"', 'bob'],
    ['/push why `bob`', 'bob'],
    ['@bot push why “bob”', 'bob'],
    ['@bot why does “bob” get no push?', 'bob'],
    ['@bot why does *bob* get no push?', 'bob'],
    ['/push why “li lei”', 'li lei'],
    ['/push why a&amp;b', 'a&b'],
    ['/im status @bob', 'bob'],
    ['@bot why does @bob get no push?', 'bob'],
    ['/im status tel <tel:+8613800000000|+8613800000000>', 'tel'],
  ])('%s is about %s', async (asked, user) => {
    expect(userOf(await answersTo(asked))).toBe(user)
  })
})

const SIGNED = ['S2', 'S4', 'S5'] as const

/** Other places in which people paste a signature; `…` stands for it. */
const PASTES = [
  'login with userSig=… failed for userId=user_8842',
  'curl "https://console.tim.qq.com/v4/openim/querystate?sdkappid=1400000000&identifier=user_8842&usersig=…&random=1&contenttype=json"',
  "TIM.login({userID: 'user_8842', userSig: '…'}) rejects",
  '为什么 user_8842 登录报 70001？usersig：…',
  '```\n{"UserID":"user_8842","UserSig":"…"}\n```',
]
const [SIG = ''] = /eJ[A-Za-z0-9*_-]{60,}/.exec(fieldCase('S5').ask ?? '') ?? []
const PASTED = [
  ...SIGNED.map((id) => [id, fieldCase(id).ask ?? ''] as const),
  ...PASTES.map((text) => [text, text.replace('…', SIG)] as const),
]

describe('a signature pasted in a public mention is verified privately, and nothing public repeats it', () => {
  const bot = () => listening(testBot({ apps: FIELD_APPS, now: () => FIELD_TIME }).bot)

  it.each(PASTED)('in Slack: %s', async (_, text) => {
    const heard = bot()
    const rig = await SlackRig.started({ mode: 'http', bot: heard.bot })
    await rig.send('events_api', mention(text))
    const shown = await rig.show(1)
    expect(shown.isPrivate).toBe(true)
    expect(shown.says).toMatch(/delete your message|请删除那条消息/)
    expect(heard.replies).toMatchObject([{ confidential: true, result: { verdict: 'valid', userId: 'user_8842' } }])
    await rig.close()
    expect(JSON.stringify(rig.shown.filter(({ isPrivate }) => !isPrivate))).not.toContain(SIG.slice(0, 20))
  })

  it('in a direct message there is nobody to hide it from', async () => {
    const heard = bot()
    const rig = await SlackRig.started({ mode: 'http', bot: heard.bot })
    await rig.send('events_api', directMessage(fieldCase('S5').ask ?? ''))
    expect((await rig.show(1)).says).not.toMatch(/delete your message|请删除那条消息/)
    expect(heard.replies).toMatchObject([{ result: { verdict: 'valid', userId: 'user_8842' } }])
    await rig.close()
  })

  it.each(PASTED)('in Discord: %s', async (_, text) => {
    const heard = bot()
    const rig = await Rig.started({ bot: heard.bot })
    const who = person('ann')
    const asked = rig.act.say(who, `<@${IDS.application}> ${text}`)
    const posts = (channel: string) => rig.server.posts.filter((post) => post.channel === channel)
    await until('the answer', () => posts(IDS.channel).some(({ repliesTo }) => repliesTo === asked))
    expect(posts(rig.server.directChannelOf(who))).toHaveLength(1)
    expect(
      posts(IDS.channel)
        .map(({ message }) => readableMessage(message))
        .join('\n'),
    ).toMatch(/delete the message|请删除那条消息/)
    expect(heard.replies).toMatchObject([{ confidential: true, result: { verdict: 'valid', userId: 'user_8842' } }])
    rig.assertClean(SIG)
    await rig.close()
  })
})
