import type { Tone } from '../../bot/card.ts'
import type { Visibility } from '../../bot/reply.ts'
import type { Locale } from '../../bot/texts/locale.ts'

/** What the page itself says; the cards speak through the bot's own texts. */
export interface PlaygroundTexts {
  /** For `lang` in HTML. */
  tag: string
  title: string
  lead: string
  simulated: string
  /** Whom one may ask about in the simulated app, without a word of what is wrong with whom. */
  cast: string
  realApps: string
  examples: string
  exampleLabels: Readonly<Record<ExampleName, string>>
  conversation: string
  empty: string
  ask: string
  placeholder: string
  keys: string
  send: string
  you: string
  bot: string
  working: string
  language: string
  tones: Readonly<Record<Tone, string>>
  audience: Readonly<Record<Visibility, string>>
  remedy: string
  table: string
  optional: string
  copy: string
  copied: string
  unreachable: string
  noScript: string
  tooLate: (id: string) => string
  defect: (id: string) => string
}

export type ExampleName =
  | 'why'
  | 'online'
  | 'history'
  | 'check'
  | 'wrongUser'
  | 'damaged'
  | 'whyForm'
  | 'verifyForm'
  | 'errorCode'
  | 'apps'
  | 'help'

const en: PlaygroundTexts = {
  tag: 'en',
  title: 'IM Doctor playground',
  lead: 'Ask here as you would in Slack or Discord: why a user gets no push, whether a UserSig is good, what a code means. A slash command, or your own words.',
  simulated: 'The app and its keys are made up. Nothing you type leaves this machine.',
  cast: 'Its users are made up as well, and most have a trouble of their own: try alice, bob, carol, dave, erin, grace, heidi or tina.',
  realApps: 'These are your configured apps: a UserSig made here is real.',
  examples: 'Try one',
  exampleLabels: {
    why: 'Why does bob get no push?',
    online: 'Is carol online?',
    history: '/push history bob',
    check: '/push check alice',
    wrongUser: 'A UserSig of someone else',
    damaged: 'One cut off while copying',
    whyForm: 'Why does a user get no push?',
    verifyForm: 'Is a UserSig good?',
    errorCode: 'What does 70009 mean?',
    apps: 'Which apps are there?',
    help: 'What else can it do?',
  },
  conversation: 'Conversation',
  empty: 'The answers appear here.',
  ask: 'Command or question',
  placeholder: '/im help',
  keys: 'Enter sends, Shift+Enter starts a new line, ↑ brings back what you asked before.',
  send: 'Send',
  you: 'You',
  bot: 'IM Doctor',
  working: 'Checking…',
  language: 'Language',
  tones: { good: 'OK', warn: 'Careful', bad: 'Problem', info: 'Info' },
  audience: {
    private: 'In chat, only you would see this.',
    public: 'In chat, everyone in the channel would see this.',
  },
  remedy: 'What to do: ',
  table: 'Table',
  optional: 'optional',
  copy: 'Copy',
  copied: 'Copied',
  unreachable: 'IM Doctor cannot be reached. Is it still running? Your text is back in the box below.',
  noScript: 'The playground needs JavaScript. In a terminal the same bot answers to: im-doctor ask "/im help"',
  tooLate: (id) => `That took too long and I gave up. Please try again. The log has more under this number: ${id}`,
  defect: (id) => `Something went wrong on my side. The log has more under this number: ${id}`,
}

const zh: PlaygroundTexts = {
  tag: 'zh-CN',
  title: 'IM Doctor 演练场',
  lead: '在 Slack 或 Discord 里怎么问，在这里就怎么问：用户为什么收不到推送、UserSig 是否有效、错误码是什么意思。用斜杠命令，或者直接用自己的话提问。',
  simulated: '这里的应用和密钥都是虚构的，你输入的内容不会离开本机。',
  cast: '用户也是虚构的，大多各有各的问题：可以试试 alice、bob、carol、dave、erin、grace、heidi 或 tina。',
  realApps: '这里用的是你配置的应用：在这里生成的 UserSig 是真实有效的。',
  examples: '试一试',
  exampleLabels: {
    why: 'bob 为什么收不到推送？',
    online: 'carol 在线吗？',
    history: '/push history bob',
    check: '/push check alice',
    wrongUser: '别人的 UserSig',
    damaged: '复制时漏了一截的 UserSig',
    whyForm: '某个用户为什么收不到推送？',
    verifyForm: 'UserSig 是否有效？',
    errorCode: '错误码 70009 是什么意思？',
    apps: '配置了哪些应用？',
    help: '还能做什么？',
  },
  conversation: '对话',
  empty: '回答会显示在这里。',
  ask: '命令或问题',
  placeholder: '/im help',
  keys: '回车发送，Shift+回车换行，↑ 找回之前问过的内容。',
  send: '发送',
  you: '你',
  bot: 'IM Doctor',
  working: '正在检查…',
  language: '语言',
  tones: { good: '正常', warn: '注意', bad: '有问题', info: '说明' },
  audience: {
    private: '在聊天里，这条回答只有你自己能看到。',
    public: '在聊天里，频道里的人都能看到这条回答。',
  },
  remedy: '处理办法：',
  table: '表格',
  optional: '选填',
  copy: '复制',
  copied: '已复制',
  unreachable: '连不上 IM Doctor，它还在运行吗？你刚才输入的内容已放回下面的输入框。',
  noScript: '演练场需要启用 JavaScript。也可以在终端里问同一个机器人：im-doctor ask "/im help"',
  tooLate: (id) => `等得太久，我放弃了，请再试一次。日志里有这个编号的详情：${id}`,
  defect: (id) => `我这边出错了。日志里有这个编号的详情：${id}`,
}

const TEXTS: Readonly<Record<Locale, PlaygroundTexts>> = { en, zh }

export const playgroundTexts = (locale: Locale): PlaygroundTexts => TEXTS[locale]

/** Each language by its own name, for the switch. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', zh: '中文' }
