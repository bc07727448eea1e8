import type { Secret } from '../../diagnostics/secret.ts'

const LONGEST = 300

/** A query string of ours, whole or from any of its members on. */
const QUERY = /[?&]?\b(?:sdkappid|identifier|usersig|random|contenttype)=[^\s"'<>]*/gi
/** Whatever looks like a UserSig, in any of its alphabets. */
const SIGNATURE = /(?<![A-Za-z0-9])e[AJN][A-Za-z0-9*_\-+/=%]{20,}/g
/** Control and direction characters, and line ends of every kind. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu

/** What Tencent or the network said, fit for a log and a card: short, of one line, without a secret. */
export function scrub(said: string, secrets: readonly Secret[]): string {
  let text = said
  for (const secret of secrets) {
    const plain = secret.reveal()
    if (plain === '') continue
    for (const form of [plain, encodeURIComponent(plain)]) text = text.replaceAll(form, '[secret]')
  }
  return (
    text
      .replace(QUERY, '[query]')
      .replace(SIGNATURE, '[signature]')
      .replace(UNSEEN, ' ')
      .trim()
      .slice(0, LONGEST)
      // Half of a character that was cut in two.
      .replace(/[\uD800-\uDBFF]$/, '')
  )
}

const IP_ADDRESS =
  /(?<![\w.])(?:\d{1,3}(?:\.\d{1,3}){3}|\[?(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}\]?)(?::\d{1,5})?(?![\w.])/gi

/** The network's words without the host of this URL, its port, and any IP address. */
export const withoutAddress = (said: string, url: string): string =>
  said
    .replaceAll(new URL(url).host, 'the configured baseUrl')
    .replaceAll(new URL(url).hostname, 'the configured baseUrl')
    .replace(IP_ADDRESS, 'the configured baseUrl')
