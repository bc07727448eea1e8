import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../src/bot/card.ts'
import { directMessage, mention, slash } from '../servers/slack/payloads.ts'
import { SlackRig, until } from '../servers/slack/slack-rig.ts'
import { tellingBot, type TellingBot, type Working } from '../servers/slack/telling-bot.ts'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47])

const REPORT: Card = {
  tone: 'info',
  title: 'Push report',
  blocks: [
    { kind: 'image', png: PNG, name: 'loss.png', alt: 'Loss by vendor: 4 %' },
    { kind: 'text', text: ['1,204 attempted'] },
  ],
  actions: [],
}

let telling: TellingBot
let rig: SlackRig

beforeEach(async () => {
  telling = tellingBot()
  rig = await SlackRig.started({ mode: 'http', bot: telling.bot })
})

afterEach(() => rig.close())

const asked = async (): Promise<Working> => {
  await until('a question', () => telling.working.length > 0)
  const [working] = telling.working
  if (working === undefined) throw new Error('nothing asked')
  return working
}

const roads = [
  ['a slash command', 'slash_commands', () => slash(rig.server, '/im', 'report now')],
  ['a mention', 'events_api', () => mention('im report now')],
  ['a direct message', 'events_api', () => directMessage('im report now')],
] as const

describe.each(roads)('an answer with a picture to %s', (_, kind, payload) => {
  const answer = async () => {
    await rig.send(kind, payload())
    ;(await asked()).reply('Push report', { card: REPORT })
  }

  it('shows it', async () => {
    await answer()
    const shown = await rig.show(1)
    expect(JSON.stringify(shown.args['blocks'])).toContain('"slack_file":{"id":"F1"}')
    expect(rig.server.files.files.get('F1')?.bytes).toEqual(Buffer.from(PNG))
  })

  it('shows it where its progress was told', async () => {
    await rig.send(kind, payload())
    const working = await asked()
    working.tell('counting')
    await rig.show(1)
    working.reply('Push report', { card: REPORT })
    const shown = await rig.show(2)
    expect(shown.method).toBe('chat.update')
    expect(JSON.stringify(shown.args['blocks'])).toContain('"slack_file":{"id":"F1"}')
  })

  it('tells it in words where it cannot be uploaded', async () => {
    rig.server.failing.set('files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' })
    await answer()
    const shown = await rig.show(1)
    expect(shown.says).toContain('Loss by vendor: 4 %')
    expect(JSON.stringify(shown.args['blocks'])).not.toContain('slack_file')
  })

  it('does not wait for one that never becomes ready, and says meanwhile that work goes on', async () => {
    rig.server.files.busyFor = 1000
    await answer()
    const signOfLife = await rig.show(1)
    expect(signOfLife.says).toContain('Checking')
    const shown = await rig.show(2)
    expect(shown.says).toContain('Loss by vendor: 4 %')
  })
})

describe('a message that Slack refuses for its picture', () => {
  it('is sent again without it', async () => {
    rig.server.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' })
    await rig.send('events_api', mention('im report now'))
    ;(await asked()).reply('Push report', { card: REPORT })
    const again = await rig.show(2)
    expect(again.args['blocks']).toMatchObject([{ type: 'header' }, { type: 'context' }, { type: 'rich_text' }])
  })
})
