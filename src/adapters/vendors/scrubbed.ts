import { toUSVString } from 'node:util'

const LONGEST = 300

/** Control and direction characters, and line ends of every kind. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu

/** What a vendor or the network said, fit for a log and a card: at most 300 characters, one line, no secret or token in it. */
export function scrubbed(text: string, secrets: readonly string[]): string {
  let clean = seen(text)
  const forms = secrets.flatMap(formsOf).map(seen)
  // The longest first, so that no part of one stays behind where another is contained in it.
  for (const form of forms.toSorted((a, b) => b.length - a.length)) {
    if (form !== '') clean = clean.replace(new RegExp(form.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'), 'gi'), '[secret]')
  }
  // At the end, half of a character that was cut in two.
  return clean.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')
}

/** As it may come back: plain, of a URL, of a form, of JSON, and of the JSON of those who escape slashes too. */
function formsOf(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1)
  const inForm = new URLSearchParams({ '': secret }).toString().slice(1)
  return [secret, encodeURIComponent(toUSVString(secret)), inForm, inJson, inJson.replaceAll('/', '\\/')]
}

const seen = (text: string): string => text.replace(UNSEEN, ' ').trim()
