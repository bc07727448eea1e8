import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../../src/bot/registry.ts'
import { readRequest } from '../../../../src/bot/words/read-request.ts'

const read = (text: string) => readRequest(COMMANDS, text)

describe('once more', () => {
  test.each([
    ...[
      'check again',
      'Check again!',
      'check it again please',
      'can you check again?',
      'again',
      'again?',
      'recheck',
      're-check',
      'please recheck',
      'try again',
      'once more',
      'one more time',
      'and now?',
      'what about now?',
      'any change?',
      'any changes yet?',
      '@IM Doctor check again',
    ].map((text) => [text, 'en'] as const),
    ...[
      '再查一次',
      '再看看',
      '再看一下',
      '再检查一下',
      '请再查一下',
      '重新检查',
      '重新查一下。',
      '再来一次',
      '再试一次',
      '现在呢',
      '现在呢？',
      '那现在呢',
      '有变化吗',
    ].map((text) => [text, 'zh'] as const),
  ])('%s', (text, locale) => {
    expect(read(text)).toEqual({ kind: 'follow-up', follow: { kind: 'again' }, locale })
  })
})

describe('about another user', () => {
  test.each([
    ['and bob?', 'bob', 'en'],
    ['And bob', 'bob', 'en'],
    ['and @bob?', 'bob', 'en'],
    ['what about bob?', 'bob', 'en'],
    ['and what about bob?', 'bob', 'en'],
    ['how about bob', 'bob', 'en'],
    ['and for bob?', 'bob', 'en'],
    ['same for bob', 'bob', 'en'],
    ['and user bob', 'bob', 'en'],
    ['and bob_2.x?', 'bob_2.x', 'en'],
    ['and 10086?', '10086', 'en'],
    ['and "70009"?', '70009', 'en'],
    ['and "li lei"?', 'li lei', 'en'],
    ['what about “li lei”?', 'li lei', 'en'],
    ["and 'li lei'", 'li lei', 'en'],
    ['and 小明?', '小明', 'en'],
    ['bob 呢？', 'bob', 'zh'],
    ['bob呢', 'bob', 'zh'],
    ['那 bob 呢', 'bob', 'zh'],
    ['那bob呢？', 'bob', 'zh'],
    ['那 bob 怎么样', 'bob', 'zh'],
    ['还有 bob 呢', 'bob', 'zh'],
    ['换成 bob', 'bob', 'zh'],
    ['再查一下 bob', 'bob', 'zh'],
    ['小明呢？', '小明', 'zh'],
    ['那小明呢', '小明', 'zh'],
    ['那「李 雷」呢', '李 雷', 'zh'],
  ])('%s', (text, user, locale) => {
    expect(read(text)).toEqual({ kind: 'follow-up', follow: { kind: 'user', user }, locale })
  })
})

describe('what is none', () => {
  test.each([
    ['and 70009?', 'im.error', { code: '70009' }],
    ['and error 70003?', 'im.error', { code: '70003' }],
    ['what about 70009?', 'im.error', { code: '70009' }],
    ['what about BadDeviceToken?', 'im.error', { code: 'BadDeviceToken' }],
    ['70009 呢', 'im.error', { code: '70009' }],
    ['那 70003 呢？', 'im.error', { code: '70003' }],
    ['help', 'im.help', {}],
    ['im error 70009', 'im.error', { code: '70009' }],
  ])('%s is another question', (text, id, args) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { id }, args })
  })

  test.each([
    'and li lei?',
    'and you?',
    'and him?',
    'and the user?',
    'what about it?',
    'what about push?',
    'and so on',
    'bob',
    'and',
    'he 呢？',
    '他呢',
    '用户呢',
    '推送呢',
    '今天天气怎么样',
    '北京天气怎么样',
    'and check the other thing again tomorrow',
  ])('%s is not understood', (text) => {
    expect(read(text)).toMatchObject({ kind: 'problem', problem: { kind: 'not-understood' } })
  })
})
