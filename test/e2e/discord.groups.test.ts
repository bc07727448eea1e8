import { afterEach, describe, expect, it } from 'vitest'
import { registerFromSettings } from '../../src/adapters/discord/register.ts'
import { optionalText } from '../../src/bot/argument.ts'
import type { Block } from '../../src/bot/card.ts'
import { defineCommand } from '../../src/bot/command.ts'
import { person as personInline } from '../../src/bot/rich.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { testBot } from '../support/bot.ts'
import { PICTURE } from '../servers/discord/post-of.ts'
import { readable, readableMessage, Rig, settled, until } from '../servers/discord/rig.ts'
import { IDS, person } from '../servers/discord/world.ts'

let rig: Rig | null = null

afterEach(async () => {
  await rig?.close()
  rig?.assertClean()
  rig = null
})

/** `/im report now`, which shows a picture and what it was asked for. */
const reportNow = defineCommand({
  id: 'im.report',
  family: 'im',
  group: 'report',
  name: 'now',
  isDefault: true,
  args: { app: optionalText({ place: 'option' }, { suggestions: 'apps' }) },
  role: 'viewer',
  visibility: 'public',
  form: false,
  examples: [],
  run({ app }, { actor }) {
    const blocks: readonly Block[] = [
      { kind: 'text', text: [`Report of ${app ?? 'all'} for `, personInline('discord', actor.id)] },
      PICTURE,
    ]
    return { kind: 'ok', result: null, card: { tone: 'info', title: 'Report', blocks, actions: [] } }
  },
})

async function started(): Promise<Rig> {
  const bot = testBot({ commands: [reportNow] }).bot
  rig = await Rig.started({ bot })
  return rig
}

describe('a command of three words', () => {
  it('is registered in its group, and not written again while nothing changes', async () => {
    const { server } = await started()
    expect(server.commands.get('global')).toMatchObject([
      { name: 'im', options: [{ type: 2, name: 'report', options: [{ type: 1, name: 'now' }] }] },
    ])
    const settings = { token: new Secret(server.token), applicationId: null, guildIds: [], apiUrl: server.apiUrl }
    expect(await registerFromSettings(settings, [reportNow])).toEqual([{ scope: 'global', outcome: 'unchanged' }])
  })

  it('is answered, with its picture and the name of who asked', async () => {
    const { act } = await started()
    const ann = person('ann')
    const answer = await settled(act.slash(ann, 'im report now', { app: 'prod' }))
    expect(readable(answer)).toContain(`Report of prod for <@${ann.id}>`)
    expect(answer.shown[0]?.message.embeds?.at(-1)?.image).toEqual({ url: 'attachment://loss.png' })
    expect(answer.shown[0]?.message.attachments).toMatchObject([{ filename: 'loss.png', description: PICTURE_ALT }])
  })

  it('offers values for its options', async () => {
    const { act } = await started()
    const offered = await settled(act.autocomplete(person('ann'), 'im report now', 'app', 'pr'))
    expect(offered.choices).toEqual([{ name: 'prod', value: 'prod' }])
  })
})

describe('a picture in an answer', () => {
  it('is told in words where Discord does not take the file', async () => {
    const { act, server } = await started()
    const refused = { status: 413, body: { code: 40005, message: 'too large' } }
    server.faults.push({ method: 'PATCH', path: /webhooks/, times: 1, answer: refused })
    const answer = await settled(act.slash(person('ann'), 'im report now'))
    expect(readable(answer)).toContain(`-# ${PICTURE_ALT}`)
    expect(answer.shown[0]?.message.attachments).toBeUndefined()
  })

  it.each([
    [IDS.channel, 1],
    [IDS.wordsOnly, 0],
  ])('stands under a reply to a mention where files are allowed: %s', async (channel, files) => {
    const { act, server } = await started()
    act.say(person('ann'), `<@${IDS.application}> im report now`, { channel })
    await until('the reply', () => server.posts.length === 1)
    expect(server.posts[0]?.files).toHaveLength(files)
    const text = readableMessage(server.posts[0]?.message ?? {})
    expect(text.includes(PICTURE_ALT)).toBe(files === 0)
  })
})

const PICTURE_ALT = 'Loss by vendor: apns 2 %, fcm 40 %'
