import { COLON, pattern, type Pattern } from './pattern.ts'

/** One word, perhaps in quotes; iOS prints tokens in pieces. A signature is known by its beginning, and is none. */
const TOKEN = String.raw`(?<token>[<"'\x60“‘「]{0,3}(?!e[JAN])(?:[\w:.+/=-]{16,300}|[0-9a-f]{8}(?: [0-9a-f]{8}){2,24})[>"'\x60”’」]{0,3})`
const PUSH_TOKEN = '(?:this |the |that )?(?:push |device |registration )?(?:token|regid|registration id)'
const PUSH_TOKEN_ZH = '(?:这个|该|此)? ?(?:推送|设备)? ?(?:token|令牌|regid)'
const CERTIFICATES = '(?:the |our |my )?(?:push )?certificates?'
const END = String.raw` ?[?？.。!！]{0,3}`

/** Questions for the push vendors: a token, and the certificates. */
export const VENDOR_QUESTIONS: readonly Pattern[] = [
  pattern('push.token', `is ${PUSH_TOKEN} (?:still )?(?:good|valid|ok|okay|alive)${COLON}${TOKEN}${END}`),
  pattern('push.token', `(?:whose|which vendor'?s?) (?:push |device )?token is (?:this|it|that)${COLON}${TOKEN}${END}`),
  pattern('push.token', `(?:please )?(?:check|test|look up) ${PUSH_TOKEN}${COLON}${TOKEN}${END}`),
  pattern(
    'push.token',
    `(?:请|帮我|帮忙)?(?:查一下|看一下|查|看看|检查)? ?${PUSH_TOKEN_ZH} ?(?:是哪家的|是哪个厂商的|是谁的|还?有效吗|还?能用吗|失效了吗)${COLON}${TOKEN}${END}`,
  ),
  pattern(
    'push.token',
    `(?:请|帮我|帮忙)?(?:查一下|看一下|查|看看|检查) ?${PUSH_TOKEN_ZH}${COLON}${TOKEN} ?(?:是哪家的|是哪个厂商的|还?有效吗|还?能用吗)?${END}`,
  ),
  pattern(
    'im.certificates',
    `(?:please )?(?:(?:check|show|list|verify)(?: me)? ${CERTIFICATES}|(?:are|is) ${CERTIFICATES} (?:still )?(?:ok|okay|good|valid|accepted|expired)|when (?:do|does|will) ${CERTIFICATES} (?:expire|end|run out))${END}`,
  ),
  pattern(
    'im.certificates',
    `(?:请|帮我|帮忙)?(?:(?:查一下|看一下|查|看看|检查)(?:一下)? ?(?:推送)?证书|(?:推送)?证书(?:还|是否)?(?:有效|正常|能用|可用|过期|到期)了?吗?|(?:推送)?证书(?:什么时候|何时|哪天|还有多久)(?:到期|过期|失效))${END}`,
  ),
]
