import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { createRequire } from 'node:module'
import type * as Forge from 'node-forge'

export type P12 =
  | { kind: 'read'; keys: readonly KeyObject[]; certificates: readonly X509Certificate[] }
  /** `protected`: no password was given, and it needs one. */
  | { kind: 'protected' | 'wrong-password' | 'unreadable' }

type Bag = Forge.pkcs12.Bag

/** Opens a `.p12`, also of the old encryption (RC2, 3DES) that the Keychain writes and Node's own TLS refuses. */
export function readP12(base64: string, password: string | undefined): P12 {
  // Loaded only where there is a .p12.
  const forge: typeof Forge = createRequire(import.meta.url)('node-forge')
  let container: Forge.asn1.Asn1
  try {
    container = forge.asn1.fromDer(Buffer.from(base64, 'base64').toString('latin1'))
  } catch {
    return { kind: 'unreadable' }
  }
  const opened = open(forge, container, password)
  if (typeof opened === 'string')
    return { kind: opened === 'unreadable' ? opened : password === undefined ? 'protected' : opened }
  const bags = opened.safeContents.flatMap(({ safeBags }) => safeBags)
  const { keyBag, pkcs8ShroudedKeyBag, certBag } = forge.pki.oids
  return {
    kind: 'read',
    keys: bags
      .filter(({ type }) => type === keyBag || type === pkcs8ShroudedKeyBag)
      .flatMap((bag) => keyOf(forge, bag)),
    certificates: bags.filter(({ type }) => type === certBag).flatMap((bag) => certificateOf(forge, bag)),
  }
}

type Opened = Forge.pkcs12.Pkcs12Pfx | 'unreadable' | 'wrong-password'

/** Without a password both kinds of none are tried: an empty one, and none at all. */
function open(forge: typeof Forge, container: Forge.asn1.Asn1, password: string | undefined): Opened {
  const empty = password === undefined || password === ''
  const opened = attempt(forge, container, empty ? '' : password)
  if (typeof opened !== 'string') return opened
  if (empty) return attempt(forge, container, undefined)
  const { value } = container
  if (!/[^\x20-\x7e]/.test(password) || !Array.isArray(value)) return opened
  // The newer encryption takes the password as UTF-8, its checksum (the third part) as UTF-16: the library knows the second only.
  const unchecked = { ...container, value: value.slice(0, 2) }
  const again = attempt(forge, unchecked, forge.util.encodeUtf8(password))
  return typeof again === 'string' ? opened : again
}

function attempt(forge: typeof Forge, container: Forge.asn1.Asn1, password: string | undefined): Opened {
  try {
    return forge.pkcs12.pkcs12FromAsn1(container, false, password)
  } catch (error) {
    const isPassword = error instanceof Error && /MAC could not be verified|Failed to decrypt/.test(error.message)
    return isPassword ? 'wrong-password' : 'unreadable'
  }
}

/** The library knows RSA only; of other keys and certificates it gives the bytes. */
function keyOf(forge: typeof Forge, { key, asn1 }: Bag): readonly KeyObject[] {
  try {
    if (key) return [createPrivateKey(forge.pki.privateKeyToPem(key))]
    return [createPrivateKey({ key: bytesOf(forge, asn1), format: 'der', type: 'pkcs8' })]
  } catch {
    return []
  }
}

function certificateOf(forge: typeof Forge, { cert, asn1 }: Bag): readonly X509Certificate[] {
  try {
    return [new X509Certificate(cert ? forge.pki.certificateToPem(cert) : bytesOf(forge, asn1))]
  } catch {
    return []
  }
}

const bytesOf = (forge: typeof Forge, asn1: Forge.asn1.Asn1): Buffer =>
  Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')
