import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { slippedContents } from './content-slips.ts'
import type { SigningMistake } from './finding.ts'
import { LIMITS } from './limits.ts'
import type { SlippedContent } from './other-texts.ts'
import { signatureForms, type SignatureForm } from './signature-forms.ts'
import { type SignedValues, signedContent } from './signed-content.ts'

/** What may still be spent on a search, in HMACs; shared by all searches for one signature. It bounds the time. */
export interface HmacBudget {
  left: number
}

export const newHmacBudget = (): HmacBudget => ({ left: LIMITS.hmacs })

/**
 * The slips in somebody's signing code that make exactly this signature with that key: one, or one beside the way in which
 * `TLS.sig` is written. They are an explanation only: such a signature is refused by the service, and by us.
 */
export function findSigningMistake(
  values: SignedValues,
  signature: string,
  key: string,
  budget: HmacBudget,
): readonly SigningMistake[] | null {
  const content = signedContent(values)
  const forms = signatureForms(signature)
  const digests = forms.filter(({ hash }) => hash === 'sha256')
  const keyObject = createSecretKey(key.trim(), 'utf8')
  const tries: readonly (readonly [SigningMistake | null, KeyObject | string | Buffer, string | Buffer])[] = [
    // The key and the text are right, and only `TLS.sig` is written in another way.
    [null, keyObject, content],
    ...slippedKeys(key.trim()).map(([mistake, slipped]) => [mistake, slipped, content] as const),
    ['key-and-content-swapped', content, key.trim()],
  ]
  for (const [mistake, usedKey, text] of tries) {
    const found = matching(digests, hmac(usedKey, text, budget))
    const mistakes = found === null ? [] : together([mistake], found)
    if (mistakes.length > 0) return mistakes
  }
  for (const { mistakes, text } of slippedContents(values, 1)) {
    if (budget.left <= 0) return null
    const found = matching(digests, hmac(keyObject, text, budget))
    if (found !== null) return together(mistakes, found)
  }
  return findOtherHash(forms, key.trim(), content)
}

/** Two slips in the signed text at once. */
export const findTwoMistakes = deepSearch((values) => slippedContents(values, 2))

/** A time in milliseconds, of which there are a thousand for each second. */
export const findMilliseconds = deepSearch(function* (values) {
  for (let ms = 1; ms < 1_000; ms++) {
    const time = `${values.time}${String(ms).padStart(3, '0')}`
    yield { mistakes: ['content-time-in-milliseconds'], text: signedContent({ ...values, time }) }
  }
})

function deepSearch(texts: (values: SignedValues) => Iterable<SlippedContent>): typeof findSigningMistake {
  return (values, signature, key, budget) => {
    const forms = signatureForms(signature).filter(({ hash }) => hash === 'sha256')
    if (forms.length === 0) return null
    const keyObject = createSecretKey(key.trim(), 'utf8')
    for (const { mistakes, text } of texts(values)) {
      if (budget.left <= 0) return null
      const found = matching(forms, hmac(keyObject, text, budget))
      if (found !== null) return together(mistakes, found)
    }
    return null
  }
}

function hmac(key: KeyObject | string | Buffer, text: string | Buffer, budget: HmacBudget): Buffer {
  budget.left--
  return createHmac('sha256', key).update(text).digest()
}

const matching = (forms: readonly SignatureForm[], digest: Buffer): SignatureForm | null =>
  forms.find(({ bytes }) => bytes.length === digest.length && timingSafeEqual(bytes, digest)) ?? null

function together(mistakes: readonly (SigningMistake | null)[], { mistake }: SignatureForm): readonly SigningMistake[] {
  return [...mistakes, mistake].filter((each) => each !== null)
}

/** Told by its length: only one hash has that many bytes. */
function findOtherHash(
  forms: readonly SignatureForm[],
  key: string,
  content: string,
): readonly SigningMistake[] | null {
  for (const form of forms) {
    const keyed = createHmac(form.hash, key).update(content).digest()
    if (form.hash !== 'sha256' && matching([form], keyed) !== null) return together(['signature-other-hash'], form)
    for (const text of [content + key, key + content]) {
      const plain = createHash(form.hash).update(text).digest()
      if (matching([form], plain) !== null) return together(['signature-not-keyed'], form)
    }
  }
  return null
}

function slippedKeys(key: string): readonly (readonly [SigningMistake, string | Buffer])[] {
  return [
    ...['\n', '\r\n', ' ', '\t', '\r', '\0'].map((tail) => ['key-surrounding-white-space', key + tail] as const),
    ...[' ', '\t', '\n'].map((head) => ['key-surrounding-white-space', head + key] as const),
    ['key-surrounding-white-space', ` ${key} `],
    ...['"', "'", '`'].map((quote) => ['key-quoted', quote + key + quote] as const),
    ['key-upper-case', key.toUpperCase()],
    ['key-lower-case', key.toLowerCase()],
    ['key-hex-decoded', Buffer.from(key, 'hex')],
    ['key-base64-decoded', Buffer.from(key, 'base64')],
    ['key-last-character-lost', key.slice(0, -1)],
    ['key-empty', ''],
  ]
}
