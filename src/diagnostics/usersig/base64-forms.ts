import type { OtherAlphabet } from './finding.ts'

export interface Base64Form {
  bytes: Buffer
  /** Null: UserSig's own. */
  alphabet: OtherAlphabet | null
}

/** What a text may stand for in Base64, by each alphabet that all of its characters agree with; UserSig's first. */
export function base64Forms(text: string): readonly Base64Form[] {
  const [, body = '', padding = ''] = /^([A-Za-z0-9*+/_-]*?)([=_]{0,2})$/.exec(text) ?? []
  if (body === '' || body.length % 4 === 1) return []
  const decode = (letters: string): Buffer => Buffer.from(letters, 'base64')
  const forms: Base64Form[] = []
  const isPlain = !/[*+/_-]/.test(body)
  if (!/[+/_]/.test(body) && (!isPlain || !padding.includes('=')))
    forms.push({ bytes: decode(body.replaceAll('*', '+').replaceAll('-', '/')), alphabet: null })
  if (!/[*_-]/.test(body) && (!isPlain || padding.includes('=')))
    forms.push({ bytes: decode(body), alphabet: 'standard' })
  if (/[_-]/.test(body) && !/[*+/]/.test(body))
    forms.push({ bytes: decode(body.replaceAll('-', '+').replaceAll('_', '/')), alphabet: 'url' })
  if (/[*-]/.test(body) && /[+/]/.test(body) && !body.includes('_'))
    forms.push({ bytes: decode(body.replaceAll('*', '+').replaceAll('-', '/')), alphabet: 'mixed' })
  return forms
}
