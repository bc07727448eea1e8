import { pattern, type Pattern } from './pattern.ts'

const END = String.raw` ?[?？.。!！]{0,3}`

/** Questions about the bot itself. */
export const HELP_QUESTIONS: readonly Pattern[] = [
  pattern(
    'im.help',
    `(?:help|help me|hi|hello|hey|hi there|what can you do|what do you do|how do(?:es)? (?:this|it) work|how do i use (?:this|you)|帮助|你好|您好|怎么用|怎么使用|你能做什么|你会什么|你会做什么|有什么功能)${END}`,
  ),
  pattern(
    'im.apps',
    `(?:(?:which|what|list|show)(?: me)?(?: the| all| all the)? apps(?: are there| do you know| do you have| are configured)?|有哪些应用|有什么应用|配置了哪些应用|应用列表)${END}`,
  ),
]
