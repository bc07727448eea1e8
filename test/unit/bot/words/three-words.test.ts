import { describe, expect, test } from 'vitest'
import { commandForm, typedName } from '../../../../src/bot/cards/command-form.ts'
import { commandNames } from '../../../../src/bot/cards/command-names.ts'
import { pathOf } from '../../../../src/bot/command.ts'
import { readRequest } from '../../../../src/bot/words/read-request.ts'
import { LOCALES } from '../../../../src/bot/texts/locale.ts'
import { commandTexts } from '../../../../src/bot/cards/command-form.ts'
import { textsFor } from '../../../../src/bot/texts/texts.ts'
import { WITH_TEAM } from './team-commands.ts'

const read = (text: string) => readRequest(WITH_TEAM, text)

describe('three words', () => {
  test.each([
    ['/im report now --app prod', 'im.report', { app: 'prod' }],
    ['im report now', 'im.report', {}],
    ['/IM REPORT NOW --APP prod', 'im.report', { app: 'prod' }],
    ['/im.report.now --app prod', 'im.report', { app: 'prod' }],
    ['im: report: now', 'im.report', {}],
    ['@IM Doctor im report now', 'im.report', {}],
    ['`/im report now`', 'im.report', {}],
    ['/im　watch　add　alice', 'im.watch.add', { user: 'alice' }],
    ['/im watch add alice --for 24h', 'im.watch.add', { user: 'alice', for: '24h' }],
    ['im.watch.add alice', 'im.watch.add', { user: 'alice' }],
    ['/im Watch Stop 3', 'im.watch.stop', { id: '3' }],
    ['/im watch list', 'im.watch.list', {}],
    ['push case close 12 logged-out', 'push.case.close', { id: '12', cause: 'logged-out' }],
    [
      '/im report schedule "every weekday 09:00" #push-ops --app prod --tz Asia/Shanghai --lang zh',
      'im.report.schedule',
      { when: 'every weekday 09:00', channel: '#push-ops', app: 'prod', tz: 'Asia/Shanghai', lang: 'zh' },
    ],
    [
      '/im 报告 定时 “每个工作日 09:00” <#C012AB3CD|push-ops>',
      'im.report.schedule',
      { when: '每个工作日 09:00', channel: '<#C012AB3CD|push-ops>' },
    ],
    ['/im 报告 立即', 'im.report', {}],
    ['/im 关注 添加 alice', 'im.watch.add', { user: 'alice' }],
    ['/im watch 停止 3', 'im.watch.stop', { id: '3' }],
    ['/im 关注 stop 3', 'im.watch.stop', { id: '3' }],
    ['/push 案例 结案 12', 'push.case.close', { id: '12' }],
    ['/im 告警 静默 3 --for 4h', 'im.alert.silence', { id: '3', for: '4h' }],
  ])('%s', (text, id, args) => {
    const reading = read(text)
    expect(reading).toMatchObject({ kind: 'command', command: { id } })
    expect(reading.kind === 'command' && reading.args).toEqual(args)
  })

  test('every command is found by its names in each language, with blanks and with dots', () => {
    for (const locale of LOCALES)
      for (const command of WITH_TEAM) {
        const name = commandTexts(command.id, locale).name
        const names = [
          command.family,
          ...(command.group === null ? [] : [textsFor(locale).groups[command.group].name]),
          name,
        ]
        for (const text of [names.join(' '), `/${names.join('.')}`]) {
          const reading = read(text)
          expect([text, reading.kind === 'follow-up' ? null : reading.command?.id]).toEqual([text, command.id])
        }
      }
  })
})

describe('a group alone means its default', () => {
  test.each([
    ['/im report', 'im.report', {}, true],
    ['/im 报告', 'im.report', {}, true],
    ['im.report', 'im.report', {}, true],
    ['/im report --app prod', 'im.report', { app: 'prod' }, false],
    ['/im report —app prod', 'im.report', { app: 'prod' }, false],
    ['/im watch', 'im.watch.add', {}, true],
    ['/im watch alice', 'im.watch.add', { user: 'alice' }, false],
    ['/im watch alice --for 24h', 'im.watch.add', { user: 'alice', for: '24h' }, false],
    ['/im watch --for 24h alice', 'im.watch.add', { user: 'alice', for: '24h' }, false],
    ['/im 关注 小明', 'im.watch.add', { user: '小明' }, false],
    ['/im watch "list"', 'im.watch.add', { user: 'list' }, false],
    ['/im watch “help”', 'im.watch.add', { user: 'help' }, false],
    ['/im watch .alice', 'im.watch.add', { user: '.alice' }, false],
    ['push case 12', 'push.case.show', { id: '12' }, false],
    ['/push 案例 12', 'push.case.show', { id: '12' }, false],
    ['/push case #12', 'push.case.show', { id: '#12' }, false],
  ])('%s', (text, id, args, bare) => {
    const reading = read(text)
    expect(reading).toMatchObject({ kind: 'command', command: { id }, bare })
    expect(reading.kind === 'command' && reading.args).toEqual(args)
  })
})

describe('help', () => {
  test.each([
    ['/im watch help', 'im watch'],
    ['/im watch ?', 'im watch'],
    ['/im 关注 帮助', 'im watch'],
    ['/im watch --help', 'im watch'],
    ['/im alert', 'im alert'],
    ['/im watch add --help', 'im watch add'],
    ['im help watch', 'watch'],
    ['im help im watch add', 'im watch add'],
  ])('%s', (text, command) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { id: 'im.help' }, args: { command } })
  })
})

describe('a name that there is not gets the nearest', () => {
  test.each([
    ['/im watch stpo 3', 'watch stpo', ['im.watch.stop']],
    ['/im watch ad alice', 'watch ad', ['im.watch.add']],
    ['/im report shedule "every day 09:00" #ops', 'report shedule', ['im.report.schedule']],
    [
      '/im report tomorrow',
      'report tomorrow',
      ['im.report', 'im.report.schedule', 'im.report.list', 'im.report.remove'],
    ],
    ['/im alert silnce 3', 'alert silnce', ['im.alert.silence']],
    ['/im alert 3', 'alert 3', ['im.alert.list', 'im.alert.silence']],
    ['/im wacth alice', 'wacth', ['im.watch.add']],
    ['/im wacth stop 3', 'wacth', ['im.watch.stop']],
    ['/im schedule "every day 09:00" #ops', 'schedule', ['im.report.schedule']],
    ['/im list', 'list', ['im.report.list', 'im.watch.list', 'im.alert.list']],
  ])('%s', (text, given, closest) => {
    expect(read(text)).toMatchObject({
      kind: 'problem',
      problem: { kind: 'unknown-subcommand', family: text.slice(1, 3), given, closest },
    })
  })

  test('of another family, where it is', () => {
    expect(read('/push watch alice bob')).toMatchObject({
      problem: { kind: 'unknown-subcommand', closest: expect.arrayContaining(['im.watch.add']) },
    })
  })

  test('one word too many is told as such, where nothing is near', () => {
    expect(read('/im watch alice bob')).toMatchObject({
      kind: 'problem',
      command: { id: 'im.watch.add' },
      problem: { kind: 'too-many-words', word: 'bob', at: 16 },
    })
  })

  test.each([
    ['im report that alice gets no push', 'push.why'],
    ['im watching what 70009 means', 'im.error'],
  ])('a sentence that only begins like a command: %s', (text, id) => {
    const reading = read(text)
    expect(reading.kind === 'command' && reading.command.id).toBe(id)
  })

  test.each([
    ['每周的报告发到哪里', 'im.report.schedule'],
    ['please watch over carol', 'im.watch.add'],
  ])('words that hint at one: %s', (text, id) => {
    expect(read(text)).toMatchObject({ problem: { closest: expect.arrayContaining([id]) } })
  })

  test.each(['list everything please', 'show me something', 'close the window'])(
    'words that name half of all commands tell nothing: %s',
    (text) => {
      expect(read(text)).toMatchObject({ problem: { kind: 'not-understood', closest: [] } })
    },
  )
})

test('what is typed is what is shown', () => {
  for (const command of WITH_TEAM) {
    expect(typedName(command)).toBe(`/${pathOf(command).join(' ')}`)
    expect(commandForm(command).startsWith(typedName(command))).toBe(true)
    for (const example of command.examples)
      expect(read(`/${command.family} ${example}`)).toMatchObject({ kind: 'command', command: { id: command.id } })
  }
})

test('names offered while typing: groups, and all that is in them', () => {
  const names = commandNames(WITH_TEAM)
  expect(names).toEqual(expect.arrayContaining(['push why', 'im watch', 'im watch add', 'im report now']))
  expect(names.indexOf('im watch')).toBeLessThan(names.indexOf('im watch add'))
  expect(new Set(names).size).toBe(names.length)
})
