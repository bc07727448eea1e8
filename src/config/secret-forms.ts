/** What a secret is, by its form alone. Each has a sentence in `config/texts.ts`. */
export type SecretForm =
  | 'slack-bot'
  | 'slack-rotated'
  | 'slack-user'
  | 'slack-refresh'
  | 'slack-session'
  | 'slack-app'
  | 'slack-legacy'
  | 'slack-signing'
  | 'slack-verification'
  | 'slack-webhook'
  | 'discord-bot'
  | 'discord-user'
  | 'discord-client'
  | 'discord-public-key'
  | 'discord-webhook'
  | 'snowflake'
  | 'im-key'
  | 'cloud-id'
  | 'cloud-key'
  | 'usersig'
  | 'jwt'
  | 'private-key'
  | 'public-key'
  | 'url'
  | 'scheme'
  | 'assignment'
  | 'other-service'

/** The first that fits names the form: the more telling come first. */
const FORMS: readonly (readonly [SecretForm, RegExp])[] = [
  // A value that was copied with the header it goes into: "Bearer xoxb-…", "Bot MTA…".
  ['scheme', /^(?:bearer|bot|token|basic|authorization:)\s+\S/i],
  // Copied together with its name: "IM_SECRET_KEY=…", "SecretKey: …".
  ['assignment', /^[\w.-]{0,40}(?:key|token|secret)\w{0,10}\s*[=:：]\s*\S/i],
  ['slack-rotated', /^xoxe\.xoxb-/],
  ['slack-user', /^xox[ep]\.xoxp-|^xoxp-/],
  ['slack-refresh', /^xoxe-/],
  ['slack-session', /^xox[cds]-/],
  ['slack-legacy', /^xox[aro]-/],
  ['slack-bot', /^xoxb-\S/],
  ['slack-app', /^xapp-\S/],
  ['slack-webhook', /^https:\/\/hooks\.slack(?:-gov)?\.com\//],
  ['discord-webhook', /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\//],
  ['url', /^(?:https?|wss?|postgres(?:ql)?):\/\//],
  ['public-key', /^-----BEGIN (?:RSA )?(?:PUBLIC KEY|CERTIFICATE)/],
  ['private-key', /^-----BEGIN |^MI[GIH][A-Za-z0-9+/\s]{30,}={0,2}$/],
  ['usersig', /^e[AJN][A-Za-z0-9*_\-+/=]{60,}$/],
  ['jwt', /^eyJ[\w-]{10,}\.eyJ[\w-]{4,}\.[\w-]*$/],
  // Of Tencent Cloud's own API: AKID on the mainland site, IKID on the international one.
  ['cloud-id', /^[AI]KID[A-Za-z0-9]{14,60}$/],
  [
    'other-service',
    /^(?:AKIA[0-9A-Z]{16}|LTAI[A-Za-z0-9]{12,26}|AIza[\w-]{35}|gh[pousr]_\w{30,}|sk-[\w-]{20,}|glpat-[\w-]{20,})$/,
  ],
  ['discord-user', /^mfa\.[\w-]{20,}$/],
  ['discord-bot', /^[\w-]{22,32}\.[\w-]{5,8}\.[\w-]{24,45}$/],
  ['im-key', /^[0-9a-f]{64}$/],
  ['slack-signing', /^[0-9a-f]{32}$/],
  ['snowflake', /^\d{17,20}$/],
  ['slack-verification', /^(?=\D*\d)[A-Za-z0-9]{24}$/],
  ['discord-client', /^(?=.*[-_])[\w-]{32}$/],
  ['cloud-key', /^[A-Za-z0-9]{32}$/],
]

/** Null: it has no form that is known. A text may be of several kinds; that one is named which is met most often. */
export const secretForm = (value: string): SecretForm | null => FORMS.find(([, form]) => form.test(value))?.[0] ?? null

/** A whole word that somebody put where the value was to go. */
const STAND_IN =
  /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|it|this)|fill[-_ ]?(?:me|this)?[-_ ]?in|place[-_ ]?holder|to[-_ ]?do|tbd|n\/?a|none|null|nil|undefined|nan|true|false|\[object object\]|example|redacted|insert[-_ ].{1,60}|enter[-_ ].{1,60}|put[-_ ].{1,60}|paste[-_ ].{1,60})$/i
/** `your-secret-key`, `YOUR_KEY_HERE`, `my secret key here`. */
const YOURS = /^your[-_ ]?.{0,40}(?:key|token|secret|here|id|password).{0,30}$|^.{1,60}[-_ ]here$/i
/** `xxxxxxxx`, `********`, `……`, `xxxx-xxxx`. */
const FILLER = /^[xX*.…•?#_-]{3,40}$/
/** What a real one begins with, in front of a placeholder: "xoxb-your-token-here". */
const PREFIX = /^(?:xox[a-z]-|xapp-)(?:1-)?/
const IN_CHINESE =
  /^[<【[「（(]?\s*(?:你|您)的.{0,40}$|^[<【[「（(]?\s*(?:请|在此|此处)?(?:填写|填入|输入|替换|粘贴|改成|换成).{0,40}$|^(?:待填|密钥|占位符|请填写.{0,40})$/
/** `<secret key>`, `[your token]`, `{{ key }}`: brackets that documents put around what is to be replaced. */
const BRACKETS = /^<[^<>]{0,80}>$|^\[[^[\]]{1,80}\]$|^\{[^{}]{1,80}\}$|^【[^】]{1,80}】$|^《[^》]{1,80}》$/

/** Whether a text stands where a value was to be put: nothing that anybody could have been given as a secret. */
export const isPlaceholder = (value: string): boolean =>
  [value, value.replace(PREFIX, '')].some((text) =>
    [STAND_IN, YOURS, FILLER, IN_CHINESE, BRACKETS].some((form) => form.test(text)),
  )

/** `$NAME`, `%NAME%`, `NAME_OF_A_VARIABLE`, `{{ name }}`, `$(command)`, `${NAME}`: what another program would have replaced. */
export const isReference = (value: string): boolean =>
  /^(?:[A-Z]{2,20}(?:_[A-Z]{2,20}){1,5}|\$[A-Za-z_]\w{0,80}|\$\{[^{}]{1,80}\}|%[A-Za-z_]\w{0,80}%|\{\{[^{}]{1,80}\}\}|\$\([^()]{1,80}\)|\$\{\{[^{}]{1,80}\}\}|process\.env\.\w{1,80})$/.test(
    value,
  )

/** Quotation marks around a value that are part of it, as `docker run --env-file` keeps them. */
export const isQuoted = (value: string): boolean =>
  /^(?:".*"|'.*'|`.*`|“.*”|‘.*’|「.*」)$/s.test(value) && value.length > 1
