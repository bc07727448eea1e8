import { describe, expect, test } from 'vitest'
import { AREAS, VENDORS } from '../../../src/diagnostics/codes/entry.ts'
import { commandForm, commandTexts } from '../../../src/bot/cards/command-form.ts'
import { formFor } from '../../../src/bot/cards/form-for.ts'
import { FAMILIES, type Command } from '../../../src/bot/command.ts'
import { COMMANDS } from '../../../src/bot/registry.ts'
import { LOCALES, localeOf, type Locale } from '../../../src/bot/texts/locale.ts'
import { textsFor } from '../../../src/bot/texts/texts.ts'
import { readRequest } from '../../../src/bot/words/read-request.ts'

const han = /\p{Script=Han}/u

/** Every string in a catalogue with its path; of functions only the source, which holds their literals. */
function* strings(value: unknown, path = ''): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'function') yield [path, String(value)]
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* strings(inner, `${path}.${key}`)
}

/** Names that are the same in both languages. */
const SAME =
  /\.(?:vendors\.(?:oppo|vivo)|areas\.rest-common|columns\.1|fields\.userbuf|version\.2\.0)$|\.kind$|\.value$|\.field$/

describe('every text', () => {
  const failing = (locale: Locale, isWrong: (text: string, path: string) => boolean) =>
    [...strings(textsFor(locale))].filter(([path, text]) => isWrong(text, path))

  test.each(LOCALES)('of %s is there', (locale) => {
    expect(failing(locale, (text) => text.trim() === '')).toEqual([])
  })

  test('of the English catalogue is English', () => {
    expect(failing('en', (text) => han.test(text))).toEqual([])
  })

  test('of the Chinese catalogue is Chinese', () => {
    expect(
      failing(
        'zh',
        (text, path) => /\p{L}/u.test(text) && !han.test(text) && !SAME.test(path) && !text.startsWith('('),
      ),
    ).toEqual([])
  })

  test('both have the same keys', () => {
    const keys = (locale: 'en' | 'zh') =>
      [...strings(textsFor(locale))].map(([path]) => path).filter((path) => !/\d/.test(path))
    expect(keys('zh').toSorted()).toEqual(keys('en').toSorted())
  })

  test('Chinese has full-width marks after its characters', () => {
    expect(failing('zh', (text) => /\p{Script=Han}[,:;?!](?!\/)/u.test(text))).toEqual([])
  })
})

describe.each(LOCALES)('in %s', (locale) => {
  const texts = textsFor(locale)

  test('every area, vendor and family has a name', () => {
    for (const area of AREAS) expect(texts.errors.areas[area]).toMatch(/\S/)
    for (const vendor of VENDORS) expect(texts.errors.vendors[vendor]).toMatch(/\S/)
    for (const family of FAMILIES) {
      expect(texts.families[family].summary).toMatch(/\S/)
      expect([...texts.families[family].summary].length).toBeLessThanOrEqual(100)
    }
  })

  test.each(COMMANDS.map((command) => [command.id, command] as const))('%s fits what Discord takes', (id, command) => {
    const own = commandTexts(id, locale)
    const isName = (name: string) => /^[-_'\p{L}\p{N}]{1,32}$/u.test(name) && name === name.toLowerCase()
    expect(own.name).toSatisfy(isName)
    expect([...own.summary].length).toBeLessThanOrEqual(100)
    expect([...own.form].length).toBeLessThanOrEqual(45)
    expect(Object.keys(own.args)).toEqual(Object.keys(command.args))
    for (const name of Object.keys(command.args)) {
      expect(name).toSatisfy(isName)
      expect(own.args[name]?.label).toSatisfy(isName)
      expect([...(own.args[name]?.hint ?? '')].length).toBeLessThanOrEqual(100)
    }
  })

  test('the names of the commands of a family differ, and those of a group', () => {
    const nameOf = ({ id, group }: Command) =>
      [...(group === null ? [] : [texts.groups[group].name]), commandTexts(id, locale).name].join(' ')
    for (const family of FAMILIES) {
      const own = COMMANDS.filter((command) => command.family === family)
      expect(new Set(own.map(nameOf)).size).toBe(own.length)
      // A group's name stands where a command's does.
      const second = new Set(own.map((command) => nameOf(command).split(' ', 1)[0]))
      expect(second.size).toBe(new Set(own.map(({ group, name }) => group ?? name)).size)
    }
  })

  test('every group has a name and a summary', () => {
    for (const { name, summary } of Object.values(texts.groups)) {
      expect(name).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u)
      expect([...summary].length).toBeLessThanOrEqual(100)
    }
  })

  test.each(COMMANDS.filter(({ form }) => form).map((command) => [command.id, command] as const))(
    'the form of %s',
    (id, command) => {
      const form = formFor(command, { user: 'alice', sig: 'never filled in', ttl: 5 }, locale)
      expect(form.command).toBe(id)
      expect(form.fields.length).toBeLessThanOrEqual(5)
      const fields = Object.keys(command.args).filter((name) => command.args[name]?.place !== 'flag')
      expect(form.fields.map(({ name }) => name)).toEqual(fields.slice(0, 5))
      for (const { name, label, value } of form.fields) {
        expect([...label].length).toBeLessThanOrEqual(45)
        expect(value).toBe(name === 'user' ? 'alice' : null)
      }
    },
  )
})

describe('the declarations', () => {
  const examples = COMMANDS.flatMap((command) =>
    command.examples.map((example) => [`/${command.family} ${example}`, command.id] as const),
  )

  test.each(examples)('%s is read as %s', (text, id) => {
    expect(readRequest(COMMANDS, text)).toMatchObject({ kind: 'command', command: { id } })
  })

  test.each(examples)('%s fits its form', (text) => {
    const reading = readRequest(COMMANDS, text)
    if (reading.kind !== 'command') throw new Error('an example is a command')
    const required = Object.entries(reading.command.args).filter(([, argument]) => argument.required)
    expect(Object.keys(reading.args)).toEqual(expect.arrayContaining(required.map(([name]) => name)))
  })

  test('ids are unique', () => {
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length)
  })

  test('forms read as the contract writes them', () => {
    expect(COMMANDS.filter(({ group }) => group === null).map(commandForm)).toEqual([
      '/push why <user> [--app APP] [--message MESSAGE] [--from FROM] [--group GROUP] [--since SINCE]',
      '/push devices <user> [--app APP]',
      '/push check <user> [certificate] [--device DEVICE] [--app APP] [--yes]',
      '/push history <user> [--app APP] [--since SINCE]',
      '/push token <token> [--app APP]',
      '/push vendor <vendor> [--since SINCE] [--app APP]',
      '/im status <user…> [--app APP]',
      '/im certificates [--app APP]',
      '/im error <code> [--vendor VENDOR]',
      '/usersig verify <user> <sig> [--app APP] [--at TIME]',
      '/usersig inspect <sig> [--app APP] [--at TIME]',
      '/usersig generate <user> [--ttl DURATION] [--app APP] [--room ROOM] [--privileges PRIVILEGES]',
      '/im apps',
      '/im help [command]',
    ])
  })
})

test.each([
  ['zh-CN', 'zh'],
  ['zh_TW', 'zh'],
  ['zh-Hant-HK', 'zh'],
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['de', null],
  ['C.UTF-8', null],
  ['', null],
  [null, null],
  [undefined, null],
])('the locale of %s', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale)
})
