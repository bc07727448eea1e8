import { beforeAll, describe, expect, test } from 'vitest'
import { overview } from '../../../../src/bot/overview.ts'
import { COMMANDS } from '../../../../src/bot/registry.ts'
import { readRequest } from '../../../../src/bot/words/read-request.ts'

const SIG = 'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwimpufnxpcWpRVDJ4pTsxIKCzBQlK0MTAzAwNIDIlGTmpipZGZqb'

const read = (text: string) => readRequest(COMMANDS, text)

describe('the name of a command', () => {
  test.each([
    `/usersig verify alice ${SIG}`,
    `usersig verify alice ${SIG}`,
    `  /usersig   verify   alice   ${SIG}  `,
    `/USERSIG VERIFY alice ${SIG}`,
    `／usersig verify alice ${SIG}`,
    `/usersig　verify　alice　${SIG}`,
    `/usersig\nverify\nalice\n${SIG}`,
    `/usersig 校验 alice ${SIG}`,
    `usersig: verify alice ${SIG}`,
    `usersig.verify alice ${SIG}`,
    `\u200b/usersig verify alice ${SIG}`,
    `@IM Doctor usersig verify alice ${SIG}`,
    `@im-doctor: /usersig verify alice ${SIG}`,
    `IM Doctor，usersig verify alice ${SIG}`,
    `\`/usersig verify alice ${SIG}\``,
    `\`\`\`\n/usersig verify alice ${SIG}\n\`\`\``,
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({
      kind: 'command',
      command: { id: 'usersig.verify' },
      args: { user: 'alice', sig: SIG },
      locale: null,
    })
  })

  test.each([
    ['/im 帮助', 'im.help', {}],
    ['/im 错误码 70009', 'im.error', { code: '70009' }],
    ['/im 应用列表', 'im.apps', {}],
    ['/usersig 查看 eJw', 'usersig.inspect', { sig: 'eJw' }],
    ['/usersig 生成 alice', 'usersig.generate', { user: 'alice' }],
    ['/im error 70009 --vendor apns', 'im.error', { code: '70009', vendor: 'apns' }],
    ['/im error {"ErrorCode": 70009}', 'im.error', { code: '{"ErrorCode": 70009}' }],
  ])('%s', (text, id, args) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { id }, args })
  })

  test.each([
    ['/usersig', 'usersig'],
    ['/usersig help', 'usersig'],
    ['/im', 'im'],
    ['/usersig verify --help', 'usersig verify'],
    ['/im error -h', 'im error'],
  ])('%s gives help', (text, command) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { id: 'im.help' }, args: { command } })
  })
})

describe('bare', () => {
  test.each([
    ['/usersig verify', true],
    ['/usersig verify alice', false],
    ['/usersig generate   ', true],
    ['/usersig generate --ttl 7d', false],
  ])('%s: %s', (text, bare) => {
    expect(read(text)).toMatchObject({ kind: 'command', bare })
  })
})

describe('an unknown subcommand', () => {
  test.each([
    ['/usersig vrify alice', 'vrify', ['usersig.verify']],
    ['/usersig 验 alice', '验', ['usersig.verify', 'usersig.inspect', 'usersig.generate']],
    ['/im errors', 'errors', ['im.error']],
    ['/im constructor', 'constructor', overview(COMMANDS.filter(({ family }) => family === 'im')).map(({ id }) => id)],
  ])('%s', (text, given, closest) => {
    expect(read(text)).toMatchObject({ kind: 'problem', problem: { kind: 'unknown-subcommand', given, closest } })
  })

  test('is cut when long, and shows little of what looks like a credential', () => {
    expect(read(`/usersig ${'x'.repeat(5000)}`)).toMatchObject({ problem: { given: `${'x'.repeat(40)}…` } })
    expect(read(`/im ${'b3'.repeat(32)}`)).toMatchObject({ problem: { given: 'b3b3b3…' } })
  })
})

/** Texts on which a careless pattern takes minutes. Each is read in full; the timeout of the test is the assertion. */
describe('no text takes long', () => {
  const units = (
    'a| |\t|\u3000|\n|:|：|_|的|-|--|"|\'|`|“|”|\\|\\"|/|.|e|eJ|eJ |<|&|%|=|*|0|5|Aa|A|a_|?|请|帮我|校验|的 | 的|sig |' +
    'error |code |code:|code" :|ErrorCode|what |why error |verify |is this |usersig |签名|user| for |--app |--x |1d|—a |' +
    "\u200b|😀|\ud800|im doctor |'s |报错 |错误码|is |not |no |push |online |, |alice |and |since |2 |2pm |the |1_2_|" +
    '推送|小|小明|收不到|在线|为什么|最近|和|一|群|给|「|‘|@|again |再|呢|check |alice says |bob and |but |. |反馈|看下|怎么|没|、'
  ).split('|')

  const starts = (
    "|verify |verify this sig for |verify this sig for a |check a's sig |is this sig valid for |校验 |校验 alice 的 |" +
    'alice 的 usersig|what error |why |error |usersig verify |usersig verify alice |im error |im help |' +
    'usersig generate alice --ttl |`|```|"|@IM Doctor |code'
  ).split('|')

  /** Of questions about users, which are short. */
  const shortStarts = (
    "|why does alice |is |is alice |no push for |alice's |what devices does |and |check |send a test push to |" +
    '为什么|alice |小明|诊断|给|那|查一下'
  ).split('|')

  const texts = (unit: string, beginnings: readonly string[], length: number) =>
    beginnings.flatMap((start) => {
      const body = unit.repeat(Math.ceil(length / unit.length)).slice(0, length - start.length - 1)
      return ['', 'x', '"'].map((end) => start + body + end)
    })

  // Regular expressions are compiled when first used, which is no matter of the text.
  beforeAll(() => {
    for (const start of shortStarts) for (const rest of ['push online alice', '推送在线设备']) read(start + rest)
  })

  test.each(units)('of many times "%s"', { timeout: 5000 }, (unit) => {
    for (const text of [...texts(unit, starts, 6000), ...texts(unit, starts, 20_000), ...texts(unit, shortStarts, 590)])
      expect(read(text).kind).toMatch(/^(?:command|problem|follow-up)$/)
  })

  test('a megabyte is not read to its end', { timeout: 2000 }, () => {
    expect(read(`usersig verify alice ${'a'.repeat(1_000_000)}`).kind).toBe('command')
    expect(read(' '.repeat(1_000_000))).toMatchObject({ problem: { kind: 'nothing-asked' } })
  })
})
