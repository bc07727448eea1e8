import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../../src/bot/registry.ts'
import { readRequest } from '../../../../src/bot/words/read-request.ts'

const SIG = 'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwimpufnxpcWpRVDJ4pTsxIKCzBQlK0MTAzAwNIDIlGTmpipZGZqb'

/** The arguments that were read, or the problem. */
const read = (text: string) => {
  const reading = readRequest(COMMANDS, text)
  if (reading.kind === 'follow-up') throw new Error('a command is no follow-up')
  return reading.kind === 'command' ? { command: reading.command.id, ...reading.args } : reading.problem
}

const verify = { command: 'usersig.verify', user: 'alice', sig: SIG }

describe('options', () => {
  test.each([
    ['last', `usersig verify alice ${SIG} --app prod`],
    ['first', `usersig verify --app prod alice ${SIG}`],
    ['between', `usersig verify alice --app prod ${SIG}`],
    ['with an equals sign', `usersig verify alice ${SIG} --app=prod`],
    ['with a full-width equals sign', `usersig verify alice ${SIG} --app＝prod`],
    ['quoted', `usersig verify alice ${SIG} --app "prod"`],
    ['quoted after the equals sign', `usersig verify alice ${SIG} --app="prod"`],
    ['with the em dash of Apple keyboards', `usersig verify alice ${SIG} —app prod`],
    ['with an en dash', `usersig verify alice ${SIG} –app prod`],
    ['with full-width hyphens', `usersig verify alice ${SIG} －－app prod`],
    ['in upper case', `usersig verify alice ${SIG} --APP prod`],
  ])('stand anywhere: %s', (_, text) => {
    expect(read(text)).toEqual({ ...verify, app: 'prod' })
  })

  test('words may be given by name', () => {
    expect(read(`usersig verify --sig ${SIG} --user alice`)).toEqual(verify)
  })

  test.each([
    ['--ap', '--app'],
    ['--appp', '--app'],
    ['--att', '--at'],
    ['--zzzzz', null],
    ['--constructor', null],
    ['--toString', null],
  ])('%s is unknown; nearest: %s', (option, closest) => {
    expect(read(`usersig verify alice ${option} x`)).toMatchObject({
      kind: 'unknown-option',
      given: option,
      closest,
    })
  })

  test.each([
    ['usersig verify alice --frob x', false],
    ['push why bob --verbose', false],
    ['push why bob --dry-run', false],
    ['im status --json', false],
    ['push why bob --SINCE-WHEN', false],
    ['push why --Alice', true],
    ['usersig verify alice --xKfQzWwEeRrTt', true],
  ])('%s: advice to quote it: %s', (text, mayBeValue) => {
    const problem = read(text)
    expect(problem).toMatchObject({ kind: 'unknown-option', mayBeValue })
  })

  test('given twice', () => {
    expect(read(`usersig verify alice ${SIG} --app a --app b`)).toMatchObject({
      kind: 'repeated-option',
      option: '--app',
    })
  })

  test.each(['--app', '--app=', '--app ""', '--app --at 5'])('without a value: %s', (option) => {
    expect(read(`usersig verify alice ${SIG} ${option}`)).toMatchObject({
      kind: 'option-without-value',
      option: '--app',
    })
  })

  test('quoted, it is a value', () => {
    expect(read(`usersig verify "--app" ${SIG}`)).toMatchObject({ user: '--app' })
  })

  test('a quoted value may look like an option', () => {
    expect(read(`usersig verify alice ${SIG} --app "--at"`)).toMatchObject({ app: '--at' })
  })
})

describe('a signature that was wrapped', () => {
  const [one, two] = [SIG.slice(0, 40), SIG.slice(40)]

  test.each([
    ['over lines', `usersig verify alice ${one}\n${two}`],
    ['over lines of a mail', `usersig verify alice ${one}\r\n   ${two}`],
    ['around an option', `usersig verify alice ${one} --app prod ${two}`],
  ])('%s is joined', (_, text) => {
    expect(read(text)).toMatchObject({ user: 'alice', sig: `${one} ${two}` })
  })

  test.each(['-abc', '--Abc9', '--ABCdef_', '—xYz'])('a piece may start with a hyphen: %s', (piece) => {
    expect(read(`usersig verify alice ${one} ${piece}`)).toMatchObject({ sig: `${one} ${piece}` })
    expect(read(`usersig inspect ${one} ${piece}`)).toMatchObject({ sig: `${one} ${piece}` })
  })

  test.each([
    ['quotes', `"${SIG}"`],
    ['backticks', `\`${SIG}\``],
    ['a code block', `\`\`\`\n${SIG}\n\`\`\``],
  ])('%s around it are taken off', (_, quoted) => {
    expect(read(`usersig verify alice ${quoted}`)).toEqual(verify)
  })
})

describe('too many words', () => {
  test('are told with their place', () => {
    const text = 'usersig generate li lei'
    expect(read(text)).toMatchObject({ kind: 'too-many-words', word: 'lei', at: text.indexOf('lei') })
  })

  test('the place counts the mention', () => {
    const text = '@IM Doctor usersig generate li lei'
    expect(read(text)).toMatchObject({ at: text.indexOf('lei') })
  })

  test('a signature among them is not repeated', () => {
    expect(read(`usersig generate alice ${SIG}`)).toMatchObject({ word: 'eJyrVg…' })
  })

  test('a long word is cut', () => {
    expect(read(`usersig generate alice ${'字'.repeat(500)}`)).toMatchObject({ word: `${'字'.repeat(40)}…` })
  })
})

test('an unclosed quotation mark is told with its place', () => {
  expect(read('usersig verify "li lei eJw')).toMatchObject({ kind: 'unclosed-quote', quote: '"', at: 15 })
})
