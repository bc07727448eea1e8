/**
 * The ways in which a text names the user of a signature that stands in it. Every repetition is bounded; the value is in the
 * five groups of QUOTED, else in the one behind them.
 */

/** A value in quotes of any kind: five groups, of which one is set. */
export const QUOTED = String.raw`(?:"((?:[^"\\\n]|\\.){1,600})"|'([^'\n]{1,600})'|\x60([^\x60\n]{1,600})\x60|“([^“”\n]{1,600})[”"]|「([^」\n]{1,600})」)`
const SEPARATOR = String.raw`\s{0,4}(?:=>|->|[:=：＝(（|>])\s{0,4}`
/** Not a mention: that names a person of the platform. */
const BARE = String.raw`(?![@<"'\x60“「])([^\s"'\x60“”*,，;；&|(){}（）\[\]<>]{1,600})`
const MARKS = String.raw`["'\x60*\\]{0,4}`

const LABELS = [
  String.raw`(?:\b|_|[a-z]{2,10})user[ _]?(?:id|name)|(?:\b|\b[a-z]{2,6}_)user|\bidentifier|\baccount|\buid|\bim_?(?:id|account)`,
].join('|')
const LABELS_ZH = '用户(?:名|ID|标识)?|账号|帐号|登录名'
const IS_ZH = String.raw`\s{0,2}(?:[是为]|叫)(?!不是|否|什么|谁|空|啥|多少|对的|正确|错)\s{0,2}`

/** What is called the user. */
export const STATED: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:(?:${LABELS}|${LABELS_ZH})${MARKS}(?:${SEPARATOR}|${IS_ZH}))[*_\\]{0,3}\s{0,2}(?:${QUOTED}|${BARE})`,
    'giu',
  ),
  // `set("userId", "bob")`, and lists of keys and values.
  new RegExp(String.raw`["'\x60](?:${LABELS})["'\x60]\s{0,4},\s{0,4}@?${QUOTED}`, 'giu'),
  new RegExp(
    String.raw`\b(?:key|name|field)["']?\s{0,4}[:=]\s{0,4}["'](?:${LABELS})["']\s{0,4},?\s{0,4}["']?value["']?\s{0,4}[:=]\s{0,4}${QUOTED}`,
    'giu',
  ),
]

export const WORD = String.raw`@?([A-Za-z0-9][A-Za-z0-9_.@#+~-]{0,63}|[\p{Script=Han}]{2,8})`
const LATIN = String.raw`@?([A-Za-z0-9_][A-Za-z0-9_.@#+~-]{0,63})`
/** A whole Chinese word, or as few letters of one as will do. */
const WORD_ZH = String.raw`(?:(?<![A-Za-z0-9_.@#+~-])${LATIN}|(?<![\p{Script=Han}])([\p{Script=Han}]{2,4}?))`

/** What stands for the user where nothing else is called so. */
export const GIVEN: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\w-])["'\x60]?id["'\x60]?\s{0,4}[:=]\s{0,4}${QUOTED}`, 'giu'),
  new RegExp(
    String.raw`(?<![\w-])(?:-u|--(?:user|account|identifier|uid)(?:[-_]?(?:id|name))?)[ =]\s{0,2}(?:${QUOTED}|${LATIN})`,
    'gu',
  ),
]

/** Without a separator only where the words around leave no doubt. */
export const SPOKEN: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:用户名?|账户|账号|帐号)\s{0,2}(?:${QUOTED}|@?([A-Za-z0-9_][A-Za-z0-9_.@#+~-]{0,63}|(?<=\s)[\p{Script=Han}]{2,4}(?=\s)))`,
    'giu',
  ),
  new RegExp(String.raw`(?:${QUOTED}|${WORD})\s{0,2}的\s{0,2}(?:user\s?)?(?:sig\b|签名|票据)`, 'giu'),
  new RegExp(String.raw`\b(?:user[ _]?id|identifier|uid)\s{1,3}(?:is\s)?(?:${QUOTED}|${WORD})`, 'giu'),
  new RegExp(String.raw`\b(?:for|of|as)\s(?:the\s)?(?:user\s)?(?:${QUOTED}|${WORD})`, 'giu'),
  new RegExp(String.raw`\buser\s(?:is\s)?(?:${QUOTED}|${WORD})`, 'giu'),
  new RegExp(String.raw`(?:${QUOTED}|${WORD})['’]s\s(?:user\s?)?sig(?:nature)?\b`, 'giu'),
  new RegExp(String.raw`\b(?:login|gen\w{0,20}(?:sig|key))\s?[(:]?\s{0,4}@?${QUOTED}`, 'giu'),
  new RegExp(
    String.raw`(?:给|为)\s{0,2}(?:${QUOTED}|@?([A-Za-z0-9_][A-Za-z0-9_.@#+~-]{0,63}))\s{0,2}(?:生成|签发|签|用)`,
    'giu',
  ),
  // "这个签名是不是 bob 的", "UserSig (bob):"
  new RegExp(String.raw`(?:sig|签名|票据)\s{0,2}是(?:不是)?\s{0,2}(?:${QUOTED}|${WORD_ZH})\s{0,2}的`, 'giu'),
  new RegExp(String.raw`sig(?:nature)?\s?[(（\[]\s?(?:${QUOTED}|${LATIN})\s?[)）\]]`, 'giu'),
  // What happened to whom: "bob 登录失败", "bob can't log in".
  new RegExp(
    String.raw`(?:${QUOTED}|${WORD_ZH})\s{0,3}(?:(?:这个|的)?(?:用户|账号|帐号)\s?)?(?:今天|昨天|现在|一直|突然|又|还是|总是|老是)?(?:登录|登陆|登不|上不|连不|收不|进不|无法|不能|报错?|被踢|掉线|提示|签名|[用拿](?:这|此|该|下面|以下))`,
    'giu',
  ),
  new RegExp(
    String.raw`(?:${QUOTED}|(?<![A-Za-z0-9_.@#+~-])${LATIN})\s(?:can(?:['’]?t|not|\snot)|could(?:n['’]t|\snot)|won['’]t|fail(?:s|ed)?\sto|is\s(?:unable\sto|not\sable\sto|rejected|refused|kicked)|gets?|got|sees?|logs?\sin|(?:login|log-?in)\sfail\w{0,3})\b`,
    'giu',
  ),
]
