import type { ArgumentProblem } from '../../argument.ts'
import type { Role } from '../../policy/role.ts'
import type { InvalidReason } from '../../problem.ts'
import type { Credential, Leak } from '../../policy/credential-forms.ts'
import type { BadCall } from '../../request.ts'
import { code, rich, strong, type Rich } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import { asked } from './asked.ts'
import { push } from './push.ts'
import type { Texts } from '../texts.ts'
import { scheduleProblem } from './schedules.ts'

const didYouMean = (closest: string | null): Rich => (closest === null ? rich`` : rich`你是想用 ${code(closest)} 吗？`)

const CREDENTIALS: Readonly<Record<Leak, { name: string; replace: string }>> = {
  'im-key': { name: '应用的 SecretKey', replace: '请在即时通信 IM 控制台更换密钥，再更新配置' },
  configured: { name: '本机器人配置中的密钥', replace: '请在签发处更换，再更新配置' },
  slack: { name: 'Slack token', replace: '请在 api.slack.com/apps（OAuth & Permissions）吊销' },
  discord: { name: 'Discord token', replace: '请在 Discord Developer Portal（Bot → Reset Token）重置' },
  cloud: { name: '云 API 密钥', replace: '请在腾讯云控制台（访问管理 → API 密钥）禁用并新建' },
  'private-key': { name: '私钥', replace: '请在签发处吊销并换新' },
  other: { name: '密钥、token 或密码', replace: '请在签发处吊销并换新' },
}

const leaked = (credential: Credential): Rich => {
  if (credential === 'device-token')
    return rich`消息里有疑似设备 Token 的内容。检查请用（仅自己可见）：${code('/push token …')}。`
  if (credential === 'key-or-token')
    return rich`消息里有 64 位十六进制：APNs 设备 Token 或 SecretKey。检查 Token 请用（仅自己可见）：${code('/push token …')}。如果是 SecretKey，请当作已泄露处理：在即时通信 IM 控制台更换，并删除这条消息。`
  const { name, replace } = CREDENTIALS[credential]
  return rich`消息里有疑似${name}的内容。如果是真的，请当作已泄露处理：${replace}，并删除这条消息。`
}

function refusedCredential(name: string, credential: Credential): Rich {
  if (credential === 'device-token')
    return rich`${code(name)} 像是设备 Token，因此没有使用。检查 Token 请用（仅自己可见）：${code('/push token …')}。`
  if (credential === 'key-or-token')
    return rich`${code(name)} 是 64 位十六进制：APNs 设备 Token 或 SecretKey，因此没有使用（UserID 最多 32 字节）。检查 Token 请用（仅自己可见）：${code('/push token …')}。如果是 SecretKey，请当作已泄露处理：在即时通信 IM 控制台更换，并删除这条消息。`
  const { name: what, replace } = CREDENTIALS[credential]
  return rich`${code(name)} 像是${what}，因此没有使用。如果是真的，请当作已泄露处理：${replace}，并删除这条消息。`
}

const argument = (name: string, problem: ArgumentProblem): Rich => {
  switch (problem.kind) {
    case 'missing':
      return rich`缺少 ${code(name)}。`
    case 'wrong-type':
      return rich`${code(name)} 必须是文本。`
    case 'signature':
      return rich`${code(name)} 处不应填 UserSig，因此没有使用。如果别人可能看到过，请当作已泄露处理。校验请用：${code('/usersig verify alice eJw…')}。`
    case 'credential':
      return refusedCredential(name, problem.credential)
    case 'too-long':
      return rich`${code(name)} 超过了 ${problem.maximum} 个字符。`
    case 'not-a-time':
      return rich`${code(problem.given)} 不是时间。${code(name)} 可以写成 ISO 8601，例如 ${code('2026-01-31T14:02:00+08:00')}，或 UNIX 秒。`
    case 'not-a-duration':
      return rich`${code(problem.given)} 不是时长。${code(name)} 可以写成 ${code('90s')}、${code('30m')}、${code('12h')}、${code('7d')} 或秒数。`
    case 'not-a-since':
      return rich`看不懂 ${code(problem.given)} 是从什么时候开始。${code(name)} 可以写成多久以前，例如 ${code('2h')}，也可以是一天里的时间，例如 ${code('14:00')} 或 ${code('下午2点')}，还可以是 ${code('昨天')} 或 ISO 8601。`
    case 'not-yes-or-no':
      return rich`${code(problem.given)} 既不是 ${code('true')} 也不是 ${code('false')}。${code(name)} 只接受这两个值，也可以不带值。`
    case 'too-many':
      return rich`${code(name)} 超过了 ${problem.maximum} 个。`
  }
}

const invalid = (reason: InvalidReason): Rich => {
  switch (reason.kind) {
    case 'user-id-too-long':
      return rich`UserID 有 ${reason.bytes} 字节，腾讯最多接受 ${reason.maximum} 字节。`
    case 'user-id-control-characters':
      return rich`UserID 含有控制字符。`
    case 'ttl-not-positive':
      return rich`有效期至少一秒。`
    case 'ttl-over-maximum':
      return rich`有效期超过了该应用配置的上限 ${formatDuration(reason.maximumSeconds, 'zh')}（${code('maxTtl')}）。`
    case 'administrator-not-allowed':
      return rich`${code(reason.userId)} 是该应用的管理员账号，它的 UserSig 可以调用全部 REST API。除非为该应用设置 ${code('allowAdministratorUsersig')}，否则我不会生成。`
    case 'room-invalid':
      return rich`房间不合法：应为 1 到 4294967295 的数字，或不超过 256 字节的名称。纯数字的房间名请写成 ${code('name:4321')}。`
    case 'room-without-privileges':
      return rich`指定房间时还要给出 ${code('--privileges')}：${code('all')}，或 ${code('enter-room,receive-audio')} 等权限。`
    case 'privileges-without-room':
      return rich`权限要和房间一起给出：请加上 ${code('--room')}。`
    case 'privileges-invalid':
      return rich`${code(reason.word)} 不是权限。可用的有 create-room、enter-room、send-audio、receive-audio、send-video、receive-video、send-substream、receive-substream，或 ${code('all')}。`
    case 'unknown-vendor':
      return rich`${code(reason.given)} 不是我知道的推送厂商。可选：${reason.known.join('、')}。`
    case 'not-one-of':
      return rich`${code(reason.given)} 不在可选值之内：${reason.known.join('、')}。`
    case 'nowhere-to-tell':
      return rich`这里没有可以稍后通知的频道，也没有配置告警频道。请在 Slack 或 Discord 的频道或私聊里使用，或设置 ${code('alerts.channels')}。`
    case 'duration-out-of-range':
      return rich`时长应在 ${formatDuration(reason.leastSeconds, 'zh')}到 ${formatDuration(reason.mostSeconds, 'zh')}之间。`
    case 'too-many-watches':
      return rich`${reason.everywhere ? '所有频道合计' : '本频道'}已关注 ${reason.most} 个用户，不能再多。用 ${code('/im watch list')} 查看。`
    case 'schedule':
      return scheduleProblem(reason.problem)
    case 'no-such-number':
      return rich`没有编号 ${code(reason.given)}。用 ${code(reason.list)} 查看有哪些。`
    case 'no-push-service':
      return push.check.noPushService
    case 'no-device-known':
      return rich`没有已知的设备${reason.certificateId === null ? '' : rich`使用证书 ${code(reason.certificateId)} 且`}上报过 token，无法让厂商推送。${reason.toAll ? '不填证书可以向所有设备发送。' : ''}`
    case 'no-registration':
      return push.devices.noRegistration(reason.number, reason.device)
    case 'not-confirmed':
      return push.check.needsYes(reason.user)
    case 'key-unusable':
      return rich`该应用配置的 SecretKey 或 SDKAppID 无法使用。`
  }
}

const badCall = (reason: BadCall): Rich => {
  switch (reason.kind) {
    case 'not-json':
      return rich`这一行看起来是调用，但不是合法的 JSON。`
    case 'no-command':
      return rich`缺少 ${code('command')}，或者它不是文本。`
    case 'not-an-object':
      return rich`${code(reason.field)} 必须是对象。`
    case 'unknown-field':
      return rich`调用里没有 ${code(reason.given)} 这个字段。`
    case 'not-a-locale':
      return rich`${code('locale')} 只能是 en 或 zh。`
  }
}

const ROLES: Readonly<Record<Role, string>> = { viewer: '查看者', operator: '操作员', admin: '管理员' }

export const conversation: Texts['conversation'] = {
  leaked,
  problems: {
    'nothing-asked': () => rich`请问点什么吧。例如：`,
    'not-understood': () => rich`可以这样问：`,
    whose: () => rich`请带上 UserID；最后一行可以看整体推送情况：`,
    'guessed-user': ({ user, app }) => asked.noSuchGuess(user, app),
    'unknown-subcommand': ({ family, given }) => rich`没有 ${code(`/${family} ${given}`)} 这个命令。你是不是想用：`,
    arguments: ({ errors }) => errors.flatMap(({ name, problem }) => argument(name, problem)),
    'unknown-option': ({ given, closest, mayBeValue }) =>
      rich`这里没有 ${code(given)} 这个选项。${didYouMean(closest)}${mayBeValue ? '如果它是以连字符开头的值，请加引号。' : ''}`,
    'option-without-value': ({ option }) => rich`${code(option)} 后面要跟一个值。`,
    'repeated-option': ({ option }) => rich`${code(option)} 给了不止一次。`,
    'unclosed-quote': ({ quote, at }) => rich`第 ${at + 1} 个字符处的引号 ${code(quote)} 没有闭合。`,
    'too-many-words': ({ word, at }) => rich`第 ${at + 1} 个字符处的 ${code(word)} 是多余的。含空格的值请加引号。`,
    'unknown-app': ({ given, known, closest }) =>
      rich`没有名为 ${code(given)} 的应用。${didYouMean(closest)}已配置的有：${known.flatMap((name, index) => [...(index > 0 ? ['、'] : []), code(name)])}。`,
    'unknown-command': ({ given, closest }) =>
      rich`没有 ${code(given)} 这个命令。${closest.length > 0 ? '最接近的是：' : ''}`,
    'bad-call': ({ reason }) =>
      rich`${badCall(reason)}正确写法：${code('{"command":"usersig.verify","args":{"user":"alice","sig":"eJw…"}}')}`,
    'invalid-value': ({ reason }) => invalid(reason),
    'no-code': () => rich`没有从中找到错误码。`,
    'button-out-of-date': () => rich`这个按钮已经过期，请重新执行命令。`,
    'not-your-button': () => rich`这个按钮只有提问的人能用，请自己执行一次命令。`,
    'nothing-before': () => rich`不知道你指的是什么：这个会话里还没有可以再查一次的问题。例如：`,
  },
  roles: ROLES,
  titles: {
    usage: '这样不行',
    notUnderstood: '没理解',
    whose: '谁收不到推送？',
    hello: '需要我做什么？',
    denied: '你没有权限',
    tooFast: '请稍等',
    defect: '我这边出错了',
    button: '这个按钮已失效',
  },
  denied: {
    role: (needed: Role): Rich =>
      rich`这需要${strong(ROLES[needed])}角色。由维护我的人在配置的 ${code('access.roles')} 中授予。`,
    'no-access-section': rich`配置里没有 ${code('access')} 部分，在写明谁可以之前，聊天里谁都不能执行这个操作。`,
    'too-fast': (seconds: number): Rich => rich`你短时间内问得太多了，请等待 ${formatDuration(seconds, 'zh')}。`,
  },
  defect: (id: string): Rich =>
    rich`这是我的问题，不是你的。请再试一次；如果仍然出错，请把这个编号告诉维护我的人：${code(id)}`,
  rightForm: (form: string): Rich => rich`正确写法：${code(form)}`,
  severities: { error: '错误', warning: '警告', note: '提示' },
  imErrorCodes: (codes: readonly number[]) => `客户端会看到 ${codes.join('、')}`,
  simulated: rich`这是模拟应用：没有配置真实的应用，任何数据都不会离开本机。`,
  unfinished: {
    title: '还没回答就被中断了',
    text: (person, command) =>
      rich`${person} 的请求${command === null ? '' : rich` ${code(command)} `}执行到一半时我被中断了。我不会自行重做，请再发一次。`,
  },
  form: { submit: '确定', cancel: '取消' },
}

export const help: Texts['help'] = {
  title: '我能做什么',
  lead: rich`斜杠命令、提及我、私聊我都可以，中英文皆可，也可以直接用自己的话问。`,
  questions: ['校验 alice 的 usersig eJw…', '错误码 70003 是什么意思'],
  questionsLabel: '用自己的话问：',
  grouped: (example: string, more: string): Rich =>
    rich`括号里的词接在命令后面，例如 ${code(example)}；详情见 ${code(more)}。`,
  threads: rich`在消息列（thread）里请提及我：有的平台在那里不能用斜杠命令。签名请放进代码块里粘贴，以免被改动格式。`,
  commandTitle: (command: string) => `帮助：${command}`,
  role: (role: Role) => `需要${ROLES[role]}角色。`,
  privateAnswer: '回答只有你自己能看到。',
  required: '必填',
  optional: '可选',
}

export const apps: Texts['apps'] = {
  title: '已配置的应用',
  columns: ['应用', 'SDKAppID', '地域', '推送'],
  isDefault: '默认',
  push: { timpush: '推送服务（TIMPush）', 'self-integrated': '自行集成' },
}

export const errors: Omit<Texts['errors'], 'areas' | 'vendors'> = {
  title: (shown: string) => `错误码 ${shown}`,
  unknownTitle: (shown: string) => `错误码 ${shown}：未收录`,
  unknown: (shown: string): Rich => rich`在我所知的腾讯 IM 和推送厂商的错误码表里都没有 ${code(shown)}。`,
  nearest: '最接近的有：',
  cause: '原因',
  remedy: '处理办法',
  owner: '处理人',
  area: '来自',
  unconfirmed: '厂商未确认',
  severalCodes: (count) => `共 ${count} 个错误码，最能说明问题的在前。`,
  likelyFrom: (place) => `这类号码一般来自：${place}。`,
  manyMeanings: (count: number) => `这个错误码有 ${count} 种含义，取决于它来自哪里。`,
}
