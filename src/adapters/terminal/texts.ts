import type { Locale } from '../../bot/texts/locale.ts'

const en = {
  program: 'The on-call bot for teams that run Tencent Cloud IM (Chat).',
  start: 'run the bot: chat platforms, HTTP, and the playground where no platform is configured',
  ask: 'ask one thing, or a batch of things, as in chat',
  askText: 'what you would type in chat, such as "usersig verify alice eJw…"',
  json: 'print one JSON object in place of a card',
  stdin: 'read one request a line from standard input and print one JSON object a line',
  locale: 'language of the answer: en or zh',
  as: 'ask as this person of a platform, such as slack:U012AB3CD or discord:80351110224678912',
  config: 'configuration file; else $IM_DOCTOR_CONFIG, else ./im-doctor.yaml, else the environment',
  configGroup: 'look at the configuration',
  configCheck: 'say whether the configuration is right, and what is wrong with it',
  slackGroup: 'help with setting up Slack',
  manifest: 'print the manifest of the Slack app, with every scope explained',
  mode: 'how Slack reaches the bot: socket or http',
  url: 'public address of the bot, for http mode, such as https://bot.example.com',
  discordGroup: 'help with setting up Discord',
  register: 'register the slash commands where they differ from what is registered',
  playground: 'serve the playground on loopback even with chat platforms configured',
  configWrong: (from: string) => `The configuration (${from}) cannot be used:`,
  configRight: (from: string) => `The configuration (${from}) is right.`,
  configWarning: (sentence: string) => `Warning: ${sentence}`,
  simulated:
    'No configuration: looked for --config, $IM_DOCTOR_CONFIG, ./im-doctor.yaml and the environment. Answers come from the simulated app.',
  fromFile: (path: string) => path,
  fromEnvironment: 'environment variables',
  fromNowhere: 'none: the simulated app stands in',
  summary: {
    apps: (names: string) => `Apps: ${names}`,
    surfaces: (names: string) => `Reachable over: ${names}`,
    access: (configured: boolean): string =>
      configured
        ? 'Access: as the roles say'
        : 'Access: everyone may ask; nobody may generate UserSigs in chat until there is an access section',
    language: (language: string) => `Language where the platform names none: ${language}`,
  },
  nothingToAsk: 'Give either a text to ask or --stdin.',
  badLocale: 'The locale must be en or zh.',
  badAs: (given: string) =>
    `--as "${given}" names no person of Slack or Discord. The right form: --as slack:U012AB3CD or --as discord:80351110224678912.`,
  badMode: 'The mode must be socket or http.',
  needsUrl: 'Mode http takes the public address: --url https://bot.example.com',
  noDiscord: 'Discord is not configured: set discord.token, or DISCORD_TOKEN.',
  registered: (scope: string, written: boolean) =>
    `${scope}: ${written ? 'commands written' : 'already as they should be'}`,
  globally: 'global',
  guild: (id: string) => `guild ${id}`,
  playgroundAt: (url: string) => `Playground: ${url}`,
}

const zh: typeof en = {
  program: '为使用腾讯云 IM 的团队值班的机器人。',
  start: '运行机器人：聊天平台、HTTP；没有配置聊天平台时提供演练场',
  ask: '像在聊天里一样问一件事，或成批提问',
  askText: '聊天里会输入的内容，例如 "usersig verify alice eJw…"',
  json: '输出一个 JSON 对象，而不是卡片',
  stdin: '从标准输入逐行读取请求，每行输出一个 JSON 对象',
  locale: '回答的语言：en 或 zh',
  as: '以某个平台上的人的身份提问，例如 slack:U012AB3CD 或 discord:80351110224678912',
  config: '配置文件；不填则依次使用 $IM_DOCTOR_CONFIG、./im-doctor.yaml、环境变量',
  configGroup: '查看配置',
  configCheck: '检查配置是否正确，指出错在哪里',
  slackGroup: '协助设置 Slack',
  manifest: '输出 Slack 应用的 manifest，并说明每个权限的用途',
  mode: 'Slack 连接机器人的方式：socket 或 http',
  url: 'http 模式下机器人的公网地址，例如 https://bot.example.com',
  discordGroup: '协助设置 Discord',
  register: '注册斜杠命令；与已注册的相同则不写入',
  playground: '即使配置了聊天平台，也在本机回环地址上提供演练场',
  configWrong: (from) => `配置（${from}）无法使用：`,
  configRight: (from) => `配置（${from}）没有问题。`,
  configWarning: (sentence) => `警告：${sentence}`,
  simulated: '没有找到配置：已查找 --config、$IM_DOCTOR_CONFIG、./im-doctor.yaml 和环境变量。以下回答来自模拟应用。',
  fromFile: (path) => path,
  fromEnvironment: '环境变量',
  fromNowhere: '无，使用模拟应用',
  summary: {
    apps: (names) => `应用：${names}`,
    surfaces: (names) => `可通过以下方式使用：${names}`,
    access: (configured) =>
      configured ? '权限：按角色配置' : '权限：人人可以提问；在写明 access 之前，聊天里谁都不能生成 UserSig',
    language: (language) => `平台没有给出语言时使用：${language}`,
  },
  nothingToAsk: '请给出要问的内容，或使用 --stdin，二者选一。',
  badLocale: '语言只能是 en 或 zh。',
  badAs: (given) =>
    `--as "${given}" 不是 Slack 或 Discord 上的人。写法：--as slack:U012AB3CD 或 --as discord:80351110224678912。`,
  badMode: '方式只能是 socket 或 http。',
  needsUrl: 'http 模式需要公网地址：--url https://bot.example.com',
  noDiscord: '没有配置 Discord：请设置 discord.token 或 DISCORD_TOKEN。',
  registered: (scope, written) => `${scope}：${written ? '已写入命令' : '无需改动'}`,
  globally: '全局',
  guild: (id) => `服务器 ${id}`,
  playgroundAt: (url) => `演练场：${url}`,
}

export const terminalTexts: Readonly<Record<Locale, typeof en>> = { en, zh }
