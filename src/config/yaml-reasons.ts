import type { Locale } from '../bot/texts/locale.ts'

/** Why a text is no YAML, by the code of its library, with the way out. */
const YAML_REASONS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    UNCLOSED_QUOTE: 'The quotation mark that opens there is never closed. Close it.',
    TAB_AS_INDENT: 'It is indented with a tab. Use spaces.',
    DUPLICATE_KEY: 'The key is there twice. Keep one.',
    BAD_INDENT: 'Its indentation does not match the lines around it. Align it with spaces.',
    BLOCK_AS_IMPLICIT_KEY: 'A colon too many, or a wrong indentation. Put a value that contains ": " in quotes.',
    MULTILINE_IMPLICIT_KEY: 'A key without a colon. Write "key: value".',
    MISSING_CHAR: 'A character is missing: a colon, a comma or a closing bracket.',
    UNEXPECTED_TOKEN: 'Text where none can be, often behind a quotation mark that closes too early.',
    BAD_SCALAR_START: 'A value that starts with a reserved character. Put it in quotes.',
    BAD_DQ_ESCAPE: 'A backslash that means nothing in double quotes. Use single quotes.',
    BAD_ALIAS: 'A value that starts with * is an alias in YAML. Put it in quotes.',
  },
  zh: {
    UNCLOSED_QUOTE: '这里开始的引号没有闭合，请补上。',
    TAB_AS_INDENT: '用了制表符缩进，请改用空格。',
    DUPLICATE_KEY: '这个键重复了，请只留一个。',
    BAD_INDENT: '缩进与前后行不一致，请用空格对齐。',
    BLOCK_AS_IMPLICIT_KEY: '多了冒号或缩进不对。含 ": " 的值请加引号。',
    MULTILINE_IMPLICIT_KEY: '键后面缺少冒号，请写成“键: 值”。',
    MISSING_CHAR: '缺少字符：冒号、逗号或右括号。',
    UNEXPECTED_TOKEN: '这里不应有内容，通常是前面的引号提前闭合了。',
    BAD_SCALAR_START: '值以保留字符开头，请加引号。',
    BAD_DQ_ESCAPE: '双引号里的反斜杠转义无效，请改用单引号。',
    BAD_ALIAS: '以 * 开头的值在 YAML 里是别名，请加引号。',
  },
}

/** The line of a problem, and what is wrong there; null: nothing that can be said in a few words. */
export const yamlReason = (detail: string, locale: Locale): { line: string; reason: string | null } => {
  const [line = '', code = ''] = detail.split(',')
  const reasons = YAML_REASONS[locale]
  return { line, reason: (Object.hasOwn(reasons, code) ? reasons[code] : null) ?? null }
}
