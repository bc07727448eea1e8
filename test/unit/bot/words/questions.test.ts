import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../../src/bot/registry.ts'
import { readRequest } from '../../../../src/bot/words/read-request.ts'

const SIG =
  'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwimpufnxpcWpRVDJ4pTsxIKCzBQlK0MTAzAwNIDIlGTmpipZGZqbQoShoqkVBZlFqUpWFmYm'

/** Command, arguments and language of what was understood; the problem where nothing was. */
const read = (text: string) => {
  const reading = readRequest(COMMANDS, text)
  const { locale } = reading
  switch (reading.kind) {
    case 'command':
      return { command: reading.command.id, args: reading.args, locale }
    case 'problem':
      return { problem: reading.problem.kind, locale }
    case 'follow-up':
      return { follow: reading.follow, locale }
  }
}

const verifying = (user: string, locale: string | null) => ({
  command: 'usersig.verify',
  args: { user, sig: SIG },
  locale,
})

describe('verifying in English', () => {
  test.each([
    [`verify this sig for dave: ${SIG}`, 'dave'],
    [`Verify this UserSig for dave: ${SIG}`, 'dave'],
    [`please verify the signature of user dave ${SIG}`, 'dave'],
    [`can you check the usersig for dave? ${SIG}`, 'dave'],
    [`check dave's sig ${SIG}`, 'dave'],
    [`validate dave’s user sig: ${SIG}`, 'dave'],
    [`verify dave ${SIG}`, 'dave'],
    [`is this sig valid for dave? ${SIG}`, 'dave'],
    [`is the usersig of dave still valid: ${SIG}`, 'dave'],
    [`is dave's sig ok? ${SIG}`, 'dave'],
    [`verify this sig for "li lei": ${SIG}`, 'li lei'],
    [`verify this sig for “li lei”: ${SIG}`, 'li lei'],
    [`verify this sig for \`li lei\`: ${SIG}`, 'li lei'],
    [`verify this sig for 李雷: ${SIG}`, '李雷'],
    [`verify  this\nsig   for\tdave:\n\n${SIG}`, 'dave'],
    [`verify this sig for dave: \`${SIG}\``, 'dave'],
    [`verify this sig for dave:\n\`\`\`\n${SIG}\n\`\`\``, 'dave'],
    [`verify this sig for dave: "${SIG}"`, 'dave'],
    [`@IM Doctor verify this sig for dave: ${SIG}`, 'dave'],
    [`IM Doctor, verify this sig for dave: ${SIG}`, 'dave'],
  ])('%s', (text, user) => {
    expect(read(text)).toEqual(verifying(user, 'en'))
  })

  test('the elided form of the documents is understood as well', () => {
    expect(read('verify this sig for dave: eJw…')).toMatchObject({ args: { user: 'dave', sig: 'eJw…' } })
  })
})

describe('verifying in Chinese', () => {
  test.each([
    [`校验 alice 的 usersig ${SIG}`, 'alice'],
    [`校验alice的usersig：${SIG}`, 'alice'],
    [`校验　alice　的　UserSig　${SIG}`, 'alice'],
    [`请帮我校验一下 alice 的签名 ${SIG}`, 'alice'],
    [`帮我看看 alice 的签名对不对 ${SIG}`, 'alice'],
    [`检查用户 alice 的 sig，${SIG}`, 'alice'],
    [`alice 的 usersig 有效吗 ${SIG}`, 'alice'],
    [`用户 alice 的签名有问题吗？${SIG}`, 'alice'],
    [`校验 alice ${SIG}`, 'alice'],
    [`校验「李 雷」的签名 ${SIG}`, '李 雷'],
    [`校验李雷的签名 ${SIG}`, '李雷'],
  ])('%s', (text, user) => {
    expect(read(text)).toEqual(verifying(user, 'zh'))
  })
})

describe('inspecting', () => {
  test.each([
    [SIG, null],
    [`  ${SIG}\n`, null],
    [`\`${SIG}\``, null],
    [`\`\`\`\n${SIG}\n\`\`\``, null],
    [`usersig ${SIG}`, null],
    [`whose sig is this: ${SIG}`, 'en'],
    [`what's in this usersig? ${SIG}`, 'en'],
    [`decode ${SIG}`, 'en'],
    [`inspect this signature ${SIG}`, 'en'],
    [`verify this sig ${SIG}`, 'en'],
    [`check signature ${SIG}`, 'en'],
    [`is this usersig valid? ${SIG}`, 'en'],
    [`这个签名是谁的 ${SIG}`, 'zh'],
    [`解析 ${SIG}`, 'zh'],
    [`看看这个 usersig 里面有什么：${SIG}`, 'zh'],
    [`校验这个签名 ${SIG}`, 'zh'],
  ])('%s', (text, locale) => {
    expect(read(text)).toEqual({ command: 'usersig.inspect', args: { sig: SIG }, locale })
  })
})

describe('error codes', () => {
  test.each([
    ['what does 70009 mean?', '70009', 'en'],
    ['What does error code 70009 mean', '70009', 'en'],
    ['what does the error 70009 mean?', '70009', 'en'],
    ['what is 70009?', '70009', 'en'],
    ["what's error 70009", '70009', 'en'],
    ['what does -5 mean?', '-5', 'en'],
    ['explain 70009', '70009', 'en'],
    ['70009 meaning', '70009', 'en'],
    ["what's the meaning of 70009?", '70009', 'en'],
    ['what does BadDeviceToken mean?', 'BadDeviceToken', 'en'],
    ['what does "BadDeviceToken" mean?', 'BadDeviceToken', 'en'],
    ['what is UNREGISTERED', 'UNREGISTERED', 'en'],
    ['error 70009', '70009', null],
    ['error code: 70009', '70009', null],
    ['errcode=70009', '70009', null],
    ['70009', '70009', null],
    ['70009?', '70009', null],
    ['BadDeviceToken', 'BadDeviceToken', null],
    ['错误码 70003 是什么意思', '70003', 'zh'],
    ['错误码70003是什么意思？', '70003', 'zh'],
    ['错误码：70003', '70003', 'zh'],
    ['70003 是什么意思', '70003', 'zh'],
    ['70003什么意思', '70003', 'zh'],
    ['70003 怎么解决', '70003', 'zh'],
    ['报错 70003 怎么办', '70003', 'zh'],
    ['返回 70003 是什么原因？', '70003', 'zh'],
    ['BadDeviceToken 是什么意思', 'BadDeviceToken', 'zh'],
  ])('%s', (text, code, locale) => {
    expect(read(text)).toEqual({ command: 'im.error', args: { code }, locale })
  })

  test.each([
    ['{"ActionStatus":"FAIL","ErrorCode":70013,"ErrorInfo":"sig not match"}', null],
    ['[im] login failed, code=70001', null],
    ["I'm getting error 70009 what should I do", 'en'],
    ['why do I get error 6206?', 'en'],
    ['how do I fix 70009?', 'en'],
    ['用户登录时报错 ErrorCode: 70001，怎么处理', 'zh'],
    ['登录失败，提示 70001', 'zh'],
  ])('a code in a longer text: %s', (text, locale) => {
    expect(read(text)).toEqual({ command: 'im.error', args: { code: text }, locale })
  })
})

test('a sentence that begins like a command', () => {
  expect(read('im getting 70009 on login, how do I fix it?')).toMatchObject({ command: 'im.error', locale: 'en' })
})

describe('help and apps', () => {
  test.each([
    ['help', 'im.help', 'en'],
    ['Hello!', 'im.help', 'en'],
    ['what can you do?', 'im.help', 'en'],
    ['你好', 'im.help', 'zh'],
    ['你能做什么？', 'im.help', 'zh'],
    ['which apps are configured?', 'im.apps', 'en'],
    ['list apps', 'im.apps', 'en'],
    ['有哪些应用', 'im.apps', 'zh'],
  ])('%s', (text, command, locale) => {
    expect(read(text)).toEqual({ command, args: {}, locale })
  })
})

describe('what is nothing of these', () => {
  test.each([
    ['what is alice?', 'en'],
    ['what does alice mean', 'en'],
    ['what is going on', 'en'],
    ['what is HTTP?', 'en'],
    ['who is alice', 'en'],
    ['is it online?', 'en'],
    ['and they?', 'en'],
    ['check alice eventually', 'en'],
    ['verify the signature for alice else we cannot continue with the release', 'en'],
    ['check the usersig of alice each time that everybody logs in again please', 'en'],
    ['read everything in the manual before you enter the room', 'en'],
    ['enormous', null],
    ['asdf', null],
    ['...', null],
    ['他在线吗', 'zh'],
    ['今天天气怎么样', 'zh'],
  ])('%s', (text, locale) => {
    expect(read(text)).toEqual({ problem: 'not-understood', locale })
  })

  test.each(['', '   ', '\u3000', '@IM Doctor', 'im-doctor: '])('nothing asked: "%s"', (text) => {
    expect(read(text)).toMatchObject({ problem: 'nothing-asked' })
  })
})

describe('closest commands for what is not understood', () => {
  test.each([
    ['verify alice please', ['usersig.verify']],
    ['the signature is wrong', ['usersig.verify']],
    ['generate a token for alice', ['usersig.generate', 'push.token']],
    ['登录不了', ['usersig.verify']],
    ['make me a sandwich', []],
  ])('%s', (text, closest) => {
    const reading = readRequest(COMMANDS, text)
    expect(reading).toMatchObject({ kind: 'problem', problem: { kind: 'not-understood', closest } })
  })
})
