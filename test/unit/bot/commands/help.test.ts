import { describe, expect, test } from 'vitest'
import { renderEmbeds } from '../../../../src/adapters/discord/render-card.ts'
import { DISCORD_TEXTS } from '../../../../src/adapters/discord/texts.ts'
import { plainText } from '../../../../src/bot/cards/plain-text.ts'
import type { Reply } from '../../../../src/bot/reply.ts'
import { LOCALES, type Locale } from '../../../../src/bot/texts/locale.ts'
import { request, testBot, words } from '../../../support/bot.ts'
import { WITH_TEAM } from '../words/team-commands.ts'

async function ask(text: string, locale: Locale = 'en'): Promise<Reply> {
  const { bot, defects } = testBot({ commands: WITH_TEAM })
  const reply = await bot.answer(request(words(text), { locale }))
  expect(defects).toEqual([])
  if (reply === null) throw new Error('no reply')
  return reply
}

const textOf = (reply: Reply): string => plainText(reply.card, { locale: reply.locale, timeZone: null, now: 0 })

const idsOf = ({ result }: Reply) =>
  (result as { commands: { command: string }[] }).commands.map(({ command }) => command)

describe('help of everything', () => {
  test('has a line for each command and each group, with what is in it', async () => {
    const text = textOf(await ask('im help'))
    expect(text).toContain('/im watch: Tell this channel when a user becomes reachable (add, list, stop)')
    expect(text).toContain('/push why: Why does this user get no push?')
    expect(text).not.toContain('/im watch add')
    expect(text).toContain('/im help report')
    expect(idsOf(await ask('im help'))).toEqual(WITH_TEAM.map(({ id }) => id))
  })

  test.each(LOCALES)('can be taken in, and fits one message whole (%s)', async (locale) => {
    const { card } = await ask('im help', locale)
    const fields = card.blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []))
    expect(fields.length).toBeLessThanOrEqual(20)
    const embeds = renderEmbeds(card, locale)
    expect(embeds).toHaveLength(1)
    expect(embeds[0]?.description).not.toContain(DISCORD_TEXTS[locale].shortened)
  })

  test('without commands of three words there is nothing in brackets', async () => {
    expect(textOf(await ask('usersig'))).not.toContain('brackets')
  })
})

describe('help of a group', () => {
  const WATCH = ['im.watch.add', 'im.watch.list', 'im.watch.stop']

  test.each(['im help watch', 'im help im watch', 'im.watch help', 'im help /im.watch', '/im 帮助 关注', 'im watch ?'])(
    '%s',
    async (text) => {
      expect(idsOf(await ask(text))).toEqual(WATCH)
    },
  )

  test('shows the form of each, and examples', async () => {
    const text = textOf(await ask('im help watch'))
    expect(text).toContain('/im watch add <user> [--for DURATION] [--app APP]')
    expect(text).toContain('/im watch add alice --for 2h')
    expect(text).toContain('/im watch stop <id>')
  })
})

describe('help of a command of three words', () => {
  test.each([
    'im help im watch add',
    'im help watch add',
    'im help im.watch.add',
    'im watch add --help',
    'im help add',
  ])('%s', async (text) => {
    const reply = await ask(text)
    expect(idsOf(reply)).toEqual(['im.watch.add'])
    expect(reply.card.title).toBe('Help: /im watch add')
  })

  test('of a name that several groups have, all', async () => {
    expect(idsOf(await ask('im help list'))).toEqual(['im.report.list', 'im.watch.list', 'im.alert.list'])
    expect(textOf(await ask('im help list'))).toContain('/im watch list')
  })

  test('of none, the closest', async () => {
    expect((await ask('im help watch stpo')).error).toContain('/im watch stop <id>')
  })
})

test('a problem shows the form with all three words', async () => {
  expect((await ask('im watch stop')).error).toContain('/im watch stop <id>')
  expect((await ask('im alert silence 3 --for never')).error).toContain('/im alert silence <id> [--for DURATION]')
})

test('bare words open the form of the default', () => {
  const { bot } = testBot({ commands: WITH_TEAM })
  expect(bot.plan(words('im watch'), 'zh')).toMatchObject({
    kind: 'form',
    form: { command: 'im.watch.add', title: '关注用户' },
  })
})

test('names are offered by what was typed', () => {
  const { bot } = testBot({ commands: WITH_TEAM })
  expect(bot.suggest('commands', 'watch')).toEqual(['im watch', 'im watch add', 'im watch list', 'im watch stop'])
  expect(bot.suggest('commands', '').length).toBeLessThanOrEqual(25)
})
