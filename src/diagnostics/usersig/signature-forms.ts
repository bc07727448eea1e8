import type { SigningMistake } from './finding.ts'

export interface SignatureForm {
  bytes: Buffer
  hash: 'sha256' | 'sha1' | 'sha224' | 'sha384' | 'sha512' | 'md5'
  /** How `TLS.sig` is written, where that is not standard Base64 with its padding. */
  mistake: SigningMistake | null
}

const HASHES: Readonly<Record<number, SignatureForm['hash']>> = {
  16: 'md5',
  20: 'sha1',
  28: 'sha224',
  32: 'sha256',
  48: 'sha384',
  64: 'sha512',
}

/** All that the text of `TLS.sig` may stand for, by the ways in which people write a digest. */
export function signatureForms(signature: string): readonly SignatureForm[] {
  const forms: SignatureForm[] = []
  const add = (bytes: Buffer, mistake: SigningMistake | null): void => {
    const hash = HASHES[bytes.length]
    if (hash !== undefined) forms.push({ bytes, hash, mistake })
  }
  const dense = signature.replace(/[\r\n\t]|^ +| +$/g, '')
  const text = dense
    .replace(/%2[bB]/g, '+')
    .replace(/%2[fF]/g, '/')
    .replace(/%3[dD]/g, '=')
    .replaceAll(' ', '+')
  const around =
    text !== dense
      ? ('signature-url-encoded' as const)
      : dense !== signature
        ? ('signature-white-space' as const)
        : null
  if (/^(?:[0-9a-f]{2}){16,64}$/i.test(text)) add(Buffer.from(text, 'hex'), 'signature-hex')
  for (const { bytes, mistake } of base64Forms(text)) {
    add(bytes, mistake ?? around)
    const inner = bytes.toString('latin1')
    if (/^(?:[0-9a-f]{2}){16,64}$/i.test(inner)) add(Buffer.from(inner, 'hex'), 'signature-hex')
    if (/^[A-Za-z0-9+/*_-]{20,88}[=_]{0,2}$/.test(inner)) {
      for (const twice of base64Forms(inner)) add(twice.bytes, 'signature-encoded-twice')
    }
  }
  return forms
}

function base64Forms(text: string): readonly { bytes: Buffer; mistake: SigningMistake | null }[] {
  const [, body = '', padding = ''] = /^([A-Za-z0-9+/*_-]*?)([=_]{0,2})$/.exec(text) ?? []
  if (body === '' || body.length % 4 === 1) return []
  const due = (4 - (body.length % 4)) % 4
  const lost = padding.length < due ? ('signature-without-padding' as const) : null
  const decode = (letters: string): Buffer => Buffer.from(letters, 'base64')
  const forms: { bytes: Buffer; mistake: SigningMistake | null }[] = []
  if (!/[*_-]/.test(body)) {
    const mistake = padding.includes('_') ? 'signature-usersig-alphabet' : lost
    forms.push({ bytes: decode(body), mistake })
  }
  if (/[*-]/.test(body) && !/[+/_]/.test(body))
    forms.push({ bytes: decode(body.replaceAll('*', '+').replaceAll('-', '/')), mistake: 'signature-usersig-alphabet' })
  if (/[_-]/.test(body) && !/[+/*]/.test(body))
    forms.push({ bytes: decode(body.replaceAll('-', '+').replaceAll('_', '/')), mistake: 'signature-url-alphabet' })
  return forms
}
