import type { SigningMistake } from './finding.ts'
import { type SignedValues, signedContent } from './signed-content.ts'

export interface SlippedContent {
  mistakes: readonly SigningMistake[]
  text: string | Buffer
}

/** Texts that are no lines at all. */
export function* otherTexts(values: SignedValues): Generator<SlippedContent> {
  for (const text of jsonTexts(values)) yield { mistakes: ['content-json'], text }
  for (const text of formulas(values)) yield { mistakes: ['content-formula'], text }
  const content = signedContent(values)
  const bytes = Buffer.from(content, 'utf8')
  for (const text of [
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    encodeURIComponent(wellFormed(content)),
  ])
    yield { mistakes: ['content-encoded'], text }
  if (/[^\0-\x7f]/.test(values.identifier)) {
    for (const charset of ['latin1', 'utf16le'] as const)
      yield { mistakes: ['content-other-charset'], text: Buffer.from(content, charset) }
  }
}

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

function* jsonTexts({ identifier, sdkAppId, time, lifetime, userbuf }: SignedValues): Generator<string> {
  const id = JSON.stringify(identifier)
  const escaped = id.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const ids = id === escaped ? [id] : [id, escaped]
  const members = (user: string) => ({
    ver: ['TLS.ver', '"2.0"'],
    id: ['TLS.identifier', user],
    app: ['TLS.sdkappid', sdkAppId],
    time: ['TLS.time', time],
    expire: ['TLS.expire', lifetime],
  })
  const orders: readonly (readonly (keyof ReturnType<typeof members>)[])[] = [
    ['ver', 'id', 'app', 'expire', 'time'],
    ['ver', 'id', 'app', 'time', 'expire'],
    ['ver', 'app', 'id', 'time', 'expire'],
    ['ver', 'app', 'id', 'expire', 'time'],
    ['id', 'app', 'time', 'expire'],
    ['id', 'app', 'expire', 'time'],
    ['expire', 'id', 'app', 'time', 'ver'],
    ['expire', 'id', 'app', 'time'],
  ]
  const buf = userbuf === null ? [] : [['TLS.userbuf', `"${userbuf}"`]]
  for (const user of ids) {
    for (const order of orders) {
      const all = [...order.map((name) => members(user)[name]), ...buf]
      for (const [colon, comma] of [
        [':', ','],
        [': ', ', '],
      ]) {
        const inside = all.map(([name, value]) => `"${name}"${colon}${value}`).join(comma)
        yield `{${inside}}`
        if (colon === ':') {
          yield `{${inside}}\n`
          yield `{${inside},"TLS.sig":""}`
        }
      }
    }
  }
}

/** The sketch of a formula that the documentation prints, read literally. */
function* formulas({ identifier, sdkAppId, time, lifetime }: SignedValues): Generator<string> {
  for (const mark of ['', '\n', '+', '_', '-', '&', ',', ':']) {
    const parts = [identifier, sdkAppId, time, lifetime].join(mark)
    const encoded = Buffer.from(parts, 'utf8').toString('base64')
    yield parts + mark + encoded
    yield encoded
    yield parts
  }
}
