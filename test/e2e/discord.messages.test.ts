import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { generateUsersig } from '../../src/diagnostics/usersig/generate-usersig.ts'
import { EVERYONE, EXAMPLE_TIME, NOBODY, TEST_APPS, testApp, testBot } from '../support/bot.ts'
import { readableMessage, Rig, settled, until } from '../servers/discord/rig.ts'
import type { Post } from '../servers/discord/discord-server.ts'
import { IDS, person, type Person } from '../servers/discord/world.ts'

const [prod = testApp('prod')] = TEST_APPS
const made = generateUsersig({
  app: prod,
  userId: 'alice',
  ttlSeconds: 86_400,
  now: EXAMPLE_TIME - 1000,
  limits: { maxTtlSeconds: 1e9, allowAdministrator: false },
})
const valid = made.kind === 'generated' ? made.sig.reveal() : ''
const ME = `<@${IDS.application}>`

let rig: Rig

beforeAll(async () => {
  const admin = { everyone: false, users: new Set<string>(), groups: new Set([`discord:${IDS.adminRole}`]) }
  const access = { configured: true, members: { viewer: EVERYONE, operator: NOBODY, admin } }
  rig = await Rig.started({ bot: testBot({ access }).bot })
})

afterEach(() => {
  rig.assertClean(valid)
})

afterAll(async () => {
  await rig.close()
})

/** What the bot posted in a channel from now on, once there are so many. */
async function posted(
  channel: string,
  work: () => string,
  count = 1,
): Promise<{ asked: string; posts: readonly Post[] }> {
  const before = rig.server.posts.length
  const asked = work()
  const there = () =>
    rig.server.posts.slice(before).filter((post) => post.channel === channel && [asked, null].includes(post.repliesTo))
  await until(`${count} messages in ${channel}`, () => there().length >= count)
  return { asked, posts: there() }
}

const direct = (who: Person) => rig.server.directChannelOf(who)
const text = (posts: readonly Post[]) => posts.map(({ message }) => readableMessage(message)).join('\n')

describe('a mention in a channel', () => {
  it('is answered in public as a reply that pings nobody', async () => {
    const { asked, posts } = await posted(IDS.channel, () => rig.act.say(person('ann'), `${ME} im error 70009`))
    expect(text(posts)).toContain('70009')
    expect(posts[0]?.repliesTo).toBe(asked)
    expect(posts[0]?.message.allowed_mentions).toEqual({ parse: [], replied_user: false })
  })

  it('is answered in a direct message when the answer is private', async () => {
    const who = person('ann')
    const { posts } = await posted(IDS.channel, () => rig.act.say(who, `${ME} usersig verify alice ${valid}`))
    expect(text(posts)).toContain('answered you in a direct message')
    expect(text(posts)).toContain('delete the message')
    const answer = rig.server.posts.filter(({ channel }) => channel === direct(who))
    expect(text(answer)).toContain('✅ OK')
  })

  it('gets the public verdict when direct messages are closed', async () => {
    const who = person('shut', { directMessages: 'closed' })
    const { posts } = await posted(IDS.channel, () => rig.act.say(who, `${ME} usersig verify alice ${valid}`))
    expect(text(posts)).toContain('✅ OK')
    expect(rig.failures).toContain('direct-message 50007')
  })

  it('is told how to ask when there is no public verdict', async () => {
    const who = person('shut', { directMessages: 'closed', roles: [IDS.adminRole] })
    const { posts } = await posted(IDS.channel, () => rig.act.say(who, `${ME} usersig generate alice`))
    expect(text(posts)).toContain('Use the slash command instead')
  })

  it.each([
    ['cannot be read', 'wat is teh matter wiht teh pushs', /\/im help|didn|get that|read/i],
    ['names no command', 'push wyh', /push why/],
    ['lacks an argument', 'usersig verify alice', /usersig verify/],
    ['needs another role', 'usersig generate alice', /admin/],
    ['asks Tencent, which is down', 'im status carol', /./],
    ['asks for help', 'im help', /usersig verify/],
    ['cannot be read, in Chinese', '今天天气真不错呀', /[\u4e00-\u9fff]/],
  ])('that holds no secret and %s is answered there, and nowhere else', async (_, words, says) => {
    const who = person('open')
    const { asked, posts } = await posted(IDS.channel, () => rig.act.say(who, `${ME} ${words}`))
    expect(posts[0]?.repliesTo).toBe(asked)
    expect(text(posts)).toMatch(says)
    expect(text(posts)).not.toMatch(/answered you in a direct|delete/i)
    expect(rig.server.posts.filter(({ channel }) => channel === direct(who))).toEqual([])
  })

  it.each([
    ['cannot be read', (sig: string) => `wat is teh matter wiht teh pushs ${sig}`],
    ['needs another role', (sig: string) => `usersig generate ${sig}`],
    ['asks Tencent, which is down', (sig: string) => `im status carol ${sig}`],
    ['is a question with a signature in it', (sig: string) => `70001 for alice with "userSig":"${sig}", why?`],
  ])('that holds a signature and %s is answered privately, with the advice to delete it', async (_, words) => {
    const who = person('secretive')
    const { posts } = await posted(IDS.channel, () => rig.act.say(who, `${ME} ${words(valid)}`))
    expect(text(posts)).toContain('delete the message')
    expect(rig.server.posts.filter(({ channel }) => channel === direct(who)).length).toBeGreaterThan(0)
  })

  it('that holds no secret, of an answer that is private, is not advised to be deleted', async () => {
    const who = person('ops', { roles: [IDS.adminRole] })
    const { posts } = await posted(IDS.channel, () => rig.act.say(who, `${ME} usersig generate alice`))
    expect(text(posts)).toBe('I answered you in a direct message.')
  })

  it('counts the roles of the member', async () => {
    const who = person('root', { roles: [IDS.adminRole] })
    const { posts } = await posted(direct(who), () => rig.act.say(who, `${ME} usersig generate carol`))
    expect(text(posts)).toMatch(/```\neJ\S+\n```/)
  })

  it('is answered in Chinese when asked in Chinese', async () => {
    const { posts } = await posted(IDS.channel, () => rig.act.say(person('ming'), `${ME} 错误码 70003 是什么意思`))
    expect(text(posts)).toMatch(/[\u4e00-\u9fff]/)
  })

  it('speaks the language of the last interaction', async () => {
    const who = person('ming', { locale: 'zh-CN' })
    await settled(rig.act.slash(who, 'im apps'))
    const { posts } = await posted(IDS.channel, () => rig.act.say(who, `${ME} im error 70009`))
    expect(text(posts)).toContain('ℹ️ 信息')
  })

  it('works in a thread, by a role mention and by a reply', async () => {
    const inThread = await posted(IDS.thread, () =>
      rig.act.say(person('ann'), `${ME} im error 70009`, { channel: IDS.thread }),
    )
    expect(text(inThread.posts)).toMatch(/prod|70009/)
    const who = person('ann')
    const byReply = await posted(IDS.channel, () => rig.act.say(who, 'im error 70009', { mentionsBot: true }))
    expect(text(byReply.posts)).toMatch(/prod|70009/)
    const byRole = await posted(IDS.channel, () =>
      rig.act.say(who, `<@&${IDS.botRole}> im error 70009`, { roles: [IDS.botRole] }),
    )
    expect(text(byRole.posts)).toMatch(/prod|70009/)
  })

  it('is answered without embeds where they are not allowed', async () => {
    const { posts } = await posted(IDS.plain, () =>
      rig.act.say(person('ann'), `${ME} im error 70009`, { channel: IDS.plain }),
    )
    expect(posts[0]?.message.embeds).toEqual([])
    expect(posts[0]?.message.content).toContain('70009')
  })

  it('is answered in a direct message where the bot may not speak', async () => {
    const who = person('ann')
    const { posts } = await posted(direct(who), () => rig.act.say(who, `${ME} im error 70009`, { channel: IDS.locked }))
    expect(text(posts)).toContain('70009')
    expect(rig.server.posts.some(({ channel }) => channel === IDS.locked)).toBe(false)
  })

  it('is answered once, however often it is delivered', async () => {
    const { posts } = await posted(IDS.channel, () => {
      const id = rig.act.say(person('ann'), `${ME} im error 70001`)
      rig.server.gateway.repeat('MESSAGE_CREATE')
      return id
    })
    await posted(IDS.channel, () => rig.act.say(person('ann'), `${ME} im error 70003`))
    expect(posts).toHaveLength(1)
    expect(rig.server.posts.filter((post) => post.repliesTo === posts[0]?.repliesTo)).toHaveLength(1)
  })

  it('says what it can do when nothing is asked or understood', async () => {
    const who = person('ann')
    const { posts } = await posted(IDS.channel, () => rig.act.say(who, ME))
    expect(text(posts)).toMatch(/usersig/)
  })
})

describe('a direct message', () => {
  it('is answered where it was written, the private answer too', async () => {
    const who = person('ann')
    const { posts } = await posted(direct(who), () =>
      rig.act.say(who, `usersig verify alice ${valid}`, { direct: true }),
    )
    expect(text(posts)).toContain('✅ OK')
  })

  it('counts the roles that its writer has in the server', async () => {
    const root = person('root', { roles: [IDS.adminRole] })
    const allowed = await posted(direct(root), () => rig.act.say(root, 'usersig generate carol', { direct: true }))
    expect(text(allowed.posts)).toMatch(/```\neJ\S+\n```/)
    const ann = person('ann')
    const refused = await posted(direct(ann), () => rig.act.say(ann, 'usersig generate carol', { direct: true }))
    expect(text(refused.posts)).not.toContain('```\neJ')
  })

  it('is heard also when Discord leaves out the kind of its channel', async () => {
    const who = person('cold')
    const { posts } = await posted(direct(who), () =>
      rig.act.say(who, 'im apps', { direct: true, withoutChannelType: true }),
    )
    expect(text(posts)).toMatch(/prod|70009/)
  })

  it('offers a form for a bare command', async () => {
    const who = person('ann')
    const { posts } = await posted(direct(who), () => rig.act.say(who, 'usersig verify', { direct: true }))
    const button = posts[0]?.message.components?.[0]?.components.find(({ label }) => label === 'Fill in a form')
    const opened = await settled(rig.act.press(who, button?.custom_id ?? '', { direct: true }))
    expect(opened.modal?.title).toBe('Verify a UserSig')
  })
})

describe('what is not for the bot', () => {
  it('is left alone: other bots, and messages that mention nobody', async () => {
    const ignored = [
      rig.act.say(person('ann'), 'im error 70009'),
      rig.act.say(person('robot', { bot: true }), `${ME} im error 70009`),
    ]
    await posted(IDS.channel, () => rig.act.say(person('ann'), `${ME} im error 70009`))
    expect(rig.server.posts.filter(({ repliesTo }) => ignored.includes(repliesTo ?? ''))).toEqual([])
  })
})
