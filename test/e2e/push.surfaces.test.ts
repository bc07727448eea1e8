import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mention, press } from '../servers/slack/payloads.ts'
import { SlackRig, until as untilOnSlack } from '../servers/slack/slack-rig.ts'
import { IDS, person } from '../servers/discord/world.ts'
import { buttonOf, readable, readableMessage, Rig, until } from '../servers/discord/rig.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'

// Nothing but Tencent and the platforms is played here: the bot, its client, its store and its door are the real ones.

let world: PushWorld

beforeAll(async () => {
  world = await openPushWorld()
})
afterAll(() => world.close())
// The world's clock stands still otherwise, and traces may be asked for once a second.
beforeEach(() => world.pass(5000))

describe('on Slack', () => {
  let rig: SlackRig
  beforeAll(async () => {
    rig = await SlackRig.started({ mode: 'http', bot: world.speaker().bot })
    rig.server.members.set('U1', { locale: 'en-US', tz: 'Asia/Shanghai' })
  })
  afterAll(() => rig.close())

  const says = (text: string) => rig.shown.filter((shown) => shown.says.includes(text))
  const answered = async (text: string) => {
    await untilOnSlack(`"${text}"`, () => says(text).length > 0)
    const last = says(text).at(-1)
    if (last === undefined) throw new Error('nothing was said')
    return last
  }

  it('a question in a channel becomes a verdict in its thread, and its button asks again', async () => {
    await rig.send('events_api', mention('why does bob get no push?'))
    const verdict = await answered('bob gets no push: invalid token')
    expect(verdict.isPrivate).toBe(false)
    expect(verdict.says).toContain('Unregistered')
    expect(rig.shown[0]?.says).toContain('Checking push for bob')
    world.pass(60_000)
    const container = { message_ts: '1700000009.000100', thread_ts: '1700000001.000100', is_ephemeral: false }
    await rig.send('interactive', press(rig.server, verdict, { label: 'Check again', container }))
    expect((await answered('Nothing has changed')).says).toContain('bob gets no push')
  })

  it('a follow-up in the thread is about another user, in the language of its own words', async () => {
    await rig.send('events_api', mention('dave 呢？', {}, { thread_ts: '1700000001.000100', ts: '1700000005.000100' }))
    expect((await answered('dave 收不到推送')).says).toContain('已退出登录')
  })

  it('the same event again is answered once', async () => {
    const event = mention('why does heidi get no push?', {}, { ts: '1700000007.000100' })
    await rig.send('events_api', event)
    await answered('heidi gets no push')
    const before = rig.shown.length
    await rig.send('events_api', event)
    await rig.surface.stop(Date.now() + 5000)
    expect(rig.shown).toHaveLength(before)
  })
})

describe('on Discord', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await Rig.started({ bot: world.speaker().bot })
  })
  afterAll(async () => {
    await rig.close()
    rig.assertClean()
  })

  it('a slash command becomes a verdict, and its button shows the history', async () => {
    const asked = rig.act.slash(person('ann'), 'push why', { user: 'grace' })
    await until('the verdict', () => readable(asked).includes('grace gets no push'))
    expect(readable(asked)).toContain('BadDeviceToken')
    const history = rig.act.press(person('ann'), buttonOf(asked, 'History'))
    await until('the history', () => readable(history).includes('Push history of grace'))
  })

  it('a mention is answered in Chinese where it was asked so', async () => {
    rig.act.say(person('ann'), `<@${IDS.application}> tina 为什么收不到推送`)
    const texts = () =>
      rig.server.posts.filter(({ deleted }) => !deleted).map(({ message }) => readableMessage(message))
    await until('the verdict', () => texts().some((text) => text.includes('tina 收不到推送')))
    expect(texts().filter((text) => text.includes('tina'))).toHaveLength(1)
  })
})
