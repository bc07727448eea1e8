import type { Tone } from '../../bot/card.ts'
import type { Locale } from '../../bot/texts/locale.ts'

/** What only this platform has to say. All of it is Discord markup already, so nothing from a user goes in here. */
export interface DiscordTexts {
  tones: Readonly<Record<Tone, string>>
  shortened: string
  /** `secret`: the message that was answered may hold one. */
  answeredDirectly: (secret: boolean) => string
  directMessagesClosed: string
  sharedBy: (mention: string) => string
  askedBy: (mention: string) => string
  failed: (requestId: string) => string
  tookTooLong: (requestId: string) => string
  stopping: string
  unknownButton: string
  notYourButton: string
  noSignature: string
  openForm: string
  verifyForUser: string
  /** Names a post, so that it can be found again. Plain text. */
  reference: (name: string) => string
}

export const DISCORD_TEXTS: Readonly<Record<Locale, DiscordTexts>> = {
  en: {
    tones: { good: 'OK', warn: 'Attention', bad: 'Problem', info: 'Info' },
    shortened: 'Shortened: Discord shows no more in one message.',
    answeredDirectly: (secret) =>
      secret
        ? 'I answered you in a direct message. If the UserSig or token in your message is real, delete the message: until it expires, it is a password.'
        : 'I answered you in a direct message.',
    directMessagesClosed:
      'This answer is for you alone, and your direct messages are closed. Use the slash command instead: only you see its answer.',
    sharedBy: (mention) => `Shared by ${mention}`,
    askedBy: (mention) => `Asked by ${mention}`,
    failed: (requestId) =>
      `Something went wrong on my side, and it has been logged. Please try again; request ${requestId}.`,
    tookTooLong: (requestId) => `This took too long, so I gave up. Please try again; request ${requestId}.`,
    stopping: 'I am restarting. Please try again in a minute.',
    unknownButton: 'This button is out of date. Please run the command again.',
    notYourButton: 'This button is for the person who asked.',
    noSignature:
      'I see no UserSig in this message. One is a long run of letters and digits that usually begins with `eJ`.',
    openForm: 'Fill in a form',
    verifyForUser: 'Verify for a user',
    reference: (name) => `Ref ${name}`,
  },
  zh: {
    tones: { good: '正常', warn: '注意', bad: '有问题', info: '信息' },
    shortened: '内容过长，Discord 一条消息放不下，已截短。',
    answeredDirectly: (secret) =>
      secret
        ? '已私信回复你。如果你发出的 UserSig 或 Token 是真的，请删除那条消息：在过期之前，它就等于密码。'
        : '已私信回复你。',
    directMessagesClosed: '这个回答只能给你本人看，但你关闭了私信。请改用斜杠命令，它的回答只有你能看到。',
    sharedBy: (mention) => `由 ${mention} 分享`,
    askedBy: (mention) => `由 ${mention} 发起`,
    failed: (requestId) => `我这边出错了，已记入日志。请重试；请求编号 ${requestId}。`,
    tookTooLong: (requestId) => `等得太久，已放弃。请重试；请求编号 ${requestId}。`,
    stopping: '机器人正在重启，请一分钟后再试。',
    unknownButton: '这个按钮已失效，请重新执行命令。',
    notYourButton: '这个按钮只有提问的人能用。',
    noSignature: '这条消息里没有找到 UserSig。它是一长串字母和数字，通常以 `eJ` 开头。',
    openForm: '填写表单',
    verifyForUser: '按指定用户校验',
    reference: (name) => `编号 ${name}`,
  },
}
