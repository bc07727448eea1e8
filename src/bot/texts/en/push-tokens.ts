import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import { tellingFlaws, type TokenFlaw } from '../../../diagnostics/vendors/read-token.ts'
import { code, rich, type Rich } from '../../rich.ts'

/** "… registered X instead of the token", "this is X". */
const FLAWS: Readonly<Record<TokenFlaw, Rich>> = {
  'nsdata-cut': rich`the printed form of an NSData (${code('{length = 32, bytes = 0x… … }')}), in which iOS leaves out the middle bytes`,
  nsdata: rich`the printed form of an NSData (${code('<5acf1be2 …>')})`,
  'hex-of-text': rich`the token's text encoded as hex once more`,
  'base64-of-text': rich`Base64 of the token's text`,
  'base64-of-bytes': rich`Base64 of the token's bytes, where APNs needs hex`,
  'byte-list': rich`a list of the token's bytes as numbers`,
  optional: rich`the printed form of an optional value (${code('Optional(…)')})`,
  record: rich`JSON or the printed form of an object that holds the token`,
  label: rich`the token with a label in front (such as ${code('token:')})`,
  escaped: rich`the token URL-encoded or HTML-escaped`,
  quotes: rich`the token in quotes or brackets`,
  whitespace: rich`the token with spaces or line breaks`,
  separators: rich`hex with separators or a prefix such as ${code('0x')}`,
  object: rich`the printed form of an object or an error (such as ${code('[object Object]')} or ${code('32 bytes')}), with no token in it`,
  placeholder: rich`an empty value (${code('null')}, ${code('undefined')} or the like)`,
  cut: rich`a shortened token, as logs and consoles print it`,
  expo: rich`an Expo push token, which only Expo's own service can use`,
  jwt: rich`a JWT, a credential of a login or a server`,
  url: rich`a URL, such as the endpoint of a web-push subscription`,
  'error-code': rich`an error code (${code('/im error')} explains it)`,
}

const AS_HEX = rich`In the app, register the token's bytes as hex, each byte by ${code('String(format: "%02x", byte)')}. Tencent's native iOS SDK takes the ${code('Data')} object itself.`

function remedy(flaw: TokenFlaw, vendor: Vendor | null): Rich {
  const isApple = vendor === 'apns' || flaw === 'nsdata' || flaw === 'nsdata-cut' || flaw === 'base64-of-bytes'
  switch (flaw) {
    case 'placeholder':
    case 'object':
      return isApple
        ? AS_HEX
        : rich`In the app, register only once the vendor's SDK has returned the token, and pass that text, not the object around it.`
    case 'jwt':
    case 'url':
    case 'error-code':
      return rich`In the app, register the device token that the vendor's SDK returns.`
    case 'cut':
      return rich`In the app, register the whole token, not its shortened form from a log.`
    case 'expo':
      return rich`In the app, register the device's own token (${code('getDevicePushTokenAsync')}) instead.`
    case 'optional':
    case 'record':
    case 'label':
    case 'escaped':
    case 'quotes':
    case 'whitespace':
      return rich`In the app, register the bare token: nothing around it, no encoding.`
    default:
      return isApple
        ? AS_HEX
        : rich`In the app, register the token exactly as the vendor's SDK returns it, without encoding it again.`
  }
}

const joined = (flaws: readonly TokenFlaw[]): Rich =>
  tellingFlaws(flaws).flatMap((flaw, index) => [...(index > 0 ? [', in which is '] : []), ...FLAWS[flaw]])

export const pushTokens = {
  remedy,
  /** What the app registered. */
  registered: (flaws: readonly TokenFlaw[]): Rich =>
    rich`The app registered ${joined(flaws)}, instead of the bare token.`,
  lostTitle: 'Not a push token',
  lost: (flaws: readonly TokenFlaw[]): Rich => rich`This is ${joined(flaws)}.`,
  /** The text as it stands is none, but one is in it. */
  encoded: (flaws: readonly TokenFlaw[]): Rich =>
    rich`As it stands this is not a token: it is ${joined(flaws)}. The rest is about the token inside it.`,
  /** Of what may as well have come in by copying. */
  copied: (flaws: readonly TokenFlaw[]): Rich =>
    rich`You pasted ${joined(flaws)}. If the app registers it like that, pushes fail.`,
  maybeBytes: rich`If it comes from an iPhone, it is ${FLAWS['base64-of-bytes']}.`,
  ofDevice: (device: string, end: string, flaws: readonly TokenFlaw[]): Rich =>
    rich`${device}, token ${code(end)}: the app registered ${joined(flaws)}. This device gets no push until that is fixed.`,
}
