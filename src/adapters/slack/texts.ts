import type { Tone } from '../../bot/card.ts'
import type { Locale } from '../../bot/texts/locale.ts'

/** What only Slack needs to say; all else comes from the bot's own texts. Plain text, no markup. */
export interface SlackTexts {
  /** The state in a word, so that colour and emoji never carry it alone; empty where there is no state to tell. */
  tones: Readonly<Record<Tone, string>>
  checking: string
  colon: string
  /** Between two sentences, the first of which has no full stop. */
  stop: string
  /** Under a card that was longer than Slack takes. */
  leftOut: (blocks: number) => string
  tooLongToShow: string
  remedy: string
  answerTitle: string
  close: string
  sharedBy: string
  shared: string
  alreadyShared: string
  cannotShare: string
  /** Under an answer about a signature that was pasted where others can read. */
  publicPlace: string
  askPrivately: string
  defect: (id: string) => string
  tooLate: (id: string) => string
  /** Under the copy for the asker, when the answer for all did not arrive, or may not have. */
  maybePosted: string
  notPosted: string
  noSignature: string
  verifyForUser: string
  signatureLost: string
  cannotOpenForm: (form: string) => string
}

const en: SlackTexts = {
  tones: { good: 'OK', warn: 'Careful', bad: 'Problem', info: '' },
  checking: 'Checking…',
  colon: ': ',
  stop: '. ',
  leftOut: (blocks) => `${blocks} more ${blocks === 1 ? 'part' : 'parts'} did not fit into a Slack message.`,
  tooLongToShow: 'This part is too long for a Slack message.',
  remedy: 'What to do',
  answerTitle: 'IM Doctor',
  close: 'Close',
  sharedBy: 'Shared by',
  shared: 'I posted it where everyone here can see it.',
  alreadyShared: 'This has been shared already.',
  cannotShare: 'I could not post it there. Invite me to the channel and press the button again.',
  publicPlace:
    'You asked where others can read. If that signature is real, delete your message: until it expires, it is a password.',
  askPrivately:
    'The answer is for your eyes only and I could not reach you privately. Ask me in a direct message, or with a slash command.',
  defect: (id) =>
    `Something went wrong on my side. Please try again; if it stays, give my maintainers this number: ${id}`,
  tooLate: (id) => `That took too long and I gave up. Please try again. Number for my maintainers: ${id}`,
  maybePosted: 'Slack did not confirm that I posted this for everyone, so here is a copy for you alone.',
  notPosted: 'I could not post this for everyone here, so it is for you alone.',
  noSignature:
    'I found no UserSig in that message. One starts with eJ and has letters, digits, *, - and _ after it. You can paste it with /usersig inspect.',
  verifyForUser: 'Check it for a certain user',
  signatureLost: 'I no longer have that signature. Please use the shortcut on the message again.',
  cannotOpenForm: (form) => `Slack did not let me open the form. You can type it instead: ${form}`,
}

const zh: SlackTexts = {
  tones: { good: '正常', warn: '注意', bad: '有问题', info: '' },
  checking: '正在检查…',
  colon: '：',
  stop: '。',
  leftOut: (blocks) => `还有 ${blocks} 部分内容放不进一条 Slack 消息。`,
  tooLongToShow: '这部分内容太长，放不进 Slack 消息。',
  remedy: '怎么办',
  answerTitle: 'IM Doctor',
  close: '关闭',
  sharedBy: '分享者',
  shared: '已经发到频道里，大家都能看到。',
  alreadyShared: '这条结果已经分享过了。',
  cannotShare: '发不到那个频道。请先把我邀请进去，再点一次按钮。',
  publicPlace: '你是在别人也能看到的地方问的。如果签名是真的，请删除那条消息：在过期之前，它就等于密码。',
  askPrivately: '这个回答只能给你本人看，但我没办法私下联系到你。请直接给我发私信，或使用斜杠命令。',
  defect: (id) => `我这边出错了，请再试一次；如果一直这样，请把这个编号告诉维护人员：${id}`,
  tooLate: (id) => `等得太久，我放弃了，请再试一次。给维护人员的编号：${id}`,
  maybePosted: 'Slack 没有确认这条公开消息是否发出，所以另发一份，只有你能看到。',
  notPosted: '这条消息没能公开发出，只有你能看到。',
  noSignature:
    '这条消息里没有找到 UserSig。UserSig 以 eJ 开头，后面是字母、数字和 *、-、_。也可以用 /usersig inspect 粘贴进来。',
  verifyForUser: '按指定用户校验',
  signatureLost: '我已经不再保存那个签名，请在那条消息上重新使用快捷操作。',
  cannotOpenForm: (form) => `Slack 没让我打开表单。你可以直接输入：${form}`,
}

const TEXTS: Readonly<Record<Locale, SlackTexts>> = { en, zh }

export const slackTexts = (locale: Locale): SlackTexts => TEXTS[locale]
