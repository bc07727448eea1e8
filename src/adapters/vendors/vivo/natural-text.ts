import type { TestText } from '../../../diagnostics/ports/push-vendors.ts'

const TITLE = '消息提醒'
const CONTENT = '你好，收到这条消息说明推送已经可以到达你的手机。'

/** Most of each, where a Chinese character counts for two. */
const TITLE_WIDTH = 40
const CONTENT_WIDTH = 100

/**
 * A text that vivo takes in a formal push. It refuses what looks like a trial: the word "test", digits, brackets, or nothing
 * but letters and symbols (10085, 10104). Such a title or text is replaced by a plain Chinese one.
 */
export function naturalText({ title, text }: TestText): TestText {
  return {
    title: narrowed(isNatural(title) ? title : TITLE, TITLE_WIDTH),
    text: narrowed(isNatural(text) ? text : CONTENT, CONTENT_WIDTH),
  }
}

const isNatural = (text: string): boolean =>
  /\p{Script=Han}{2}/u.test(text) && !/test|测试|測試|[\p{N}\p{Ps}\p{Pe}<>]/iu.test(text.normalize('NFKC'))

function narrowed(text: string, width: number): string {
  let left = width
  const kept = []
  for (const letter of text) {
    left -= /[\u{0}-\u{ff}]/u.test(letter) ? 1 : 2
    if (left < 0) break
    kept.push(letter)
  }
  return kept.join('')
}
