const APOSTROPHES = /[’‘´\x60ʼ＇]/g
/** `！` to `～`: the marks of a Chinese keyboard that have a twin in ASCII, letters and digits aside. */
const WIDE = /[！-／：-＠［-｀｛-～]/g
const FIRST_WIDE = '！'.charCodeAt(0) - '!'.charCodeAt(0)
/** `*alice*` is how chats write bold; quotes of other kinds were taken before. */
const BOLD = /(?<![\w*])\*(?=[^\s*])([^*]{1,100})\*(?![\w*])/g
const PICTURES = /[\p{Extended_Pictographic}\ufe0f\u200b-\u200d]{1,20}/gu
/** "alice (iOS)", and what else stands in brackets is a part of the sentence. */
const PLATFORM = / ?\((?:ios|android|iphone|ipad|huawei|xiaomi|oppo|vivo|honor|meizu|安卓|苹果|华为|小米|荣耀|魅族)\)/gi
const TICKET = /^ ?\[[^[\]]{1,20}\] ?/

/** One spelling for what keyboards, clients and habits write differently. Quoted values are masked already. */
export const plainWords = (text: string): string =>
  text
    .replace(WIDE, (mark) => String.fromCharCode(mark.charCodeAt(0) - FIRST_WIDE))
    .replaceAll('。', '. ')
    .replace(APOSTROPHES, "'")
    .replace(BOLD, '$1')
    .replace(PICTURES, ' ')
    .replace(PLATFORM, '')
    .replace(TICKET, '')
    .replace(/[()]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
