const APOSTROPHES = /[’‘´\x60ʼ＇]/g
/** `！` to `～`: the marks of a Chinese keyboard that have a twin in ASCII, letters and digits aside. */
const WIDE = /[！-／：-＠［-｀｛-～]/g
const FIRST_WIDE = '！'.charCodeAt(0) - '!'.charCodeAt(0)
/** `*alice*` is how chats write bold; quotes of other kinds were taken before. */
const BOLD = /(?<![\w*])\*(?=[^\s*])([^*]{1,100})\*(?![\w*])/g
const PICTURES = /[\p{Extended_Pictographic}\ufe0f\u200b-\u200d]{1,20}/gu
/** "alice (iOS)", and what else stands in brackets is a part of the sentence. */
const PLATFORM = / ?\((?:ios|android|iphone|ipad|huawei|xiaomi|oppo|vivo|honor|meizu|安卓|苹果|华为|小米|荣耀|魅族)\)/gi
/** "bob (iPhone, iOS)": the phone of whom stands before it. */
const DEVICE =
  / ?\((?:on )?(?:ios|android|iphone|ipad|huawei|xiaomi|redmi|oppo|vivo|honor|meizu|samsung|pixel|mate|安卓|苹果|华为|小米|红米|荣耀|魅族)[^()]{0,40}\)/gi
/** "Android 14", "iPhone 15 Pro Max": the number is of the system or the phone. */
const VERSION =
  /(?<![\w@.-])(ios|ipados|android|iphone|ipad|harmonyos|miui|emui|hyperos|coloros|mate|nova|redmi|redmi note|note|pixel|galaxy(?: s)?|reno|find|小米|红米|荣耀|华为|鸿蒙|安卓|苹果)[ -]?\d{1,3}(?:\.\d{1,3}){0,3}\+?(?: ?(?:pro|max|plus|ultra|mini|se)){0,2}(?![\w@.-])/gi
/** `<mailto:bob@example.com|bob@example.com>` is how Slack writes an address. */
const MAILTO = /<?\bmailto:([^\s<>|]{1,100})(?:\|[^\s<>|]{1,100})?>?/gi
/** `<bob>` and `**bob**`, as forms and Markdown write it. */
const MARKED = /<(\w[\w.@+-]{0,98})>|(?<![\w*])\*\*(\w[\w.@+-]{0,98})\*\*(?![\w*])/g
const SUBJECT = /^ ?(?:(?:re|fwd?|fw|回复|转发) ?: ?){1,5}/i
/** `[P1]`, `INC-2231`: the ticket goes first. */
const TICKET = /^ ?(?:\[[^[\]]{1,20}\]|[A-Z]{2,8}-\d{1,8}(?=[ :])) ?:? ?/
/** From whom to whom. */
const ARROW = / ?(?:->|=>|[→➜➔⇒]) ?/g

/** One spelling for what keyboards, clients and habits write differently. Quoted values are masked already. */
export const plainWords = (text: string): string =>
  text
    .replace(WIDE, (mark) => String.fromCharCode(mark.charCodeAt(0) - FIRST_WIDE))
    .replaceAll('。', '. ')
    .replace(ARROW, ' -> ')
    .replace(APOSTROPHES, "'")
    .replace(MAILTO, '$1')
    .replace(MARKED, '$1$2')
    .replace(BOLD, '$1')
    .replace(SUBJECT, '')
    .replace(PICTURES, ' ')
    .replace(VERSION, '$1')
    .replace(PLATFORM, '')
    .replace(DEVICE, '')
    .replace(TICKET, '')
    .replace(/[()]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
