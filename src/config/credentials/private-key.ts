import { createPrivateKey, type KeyObject } from 'node:crypto'

/** The first private key of a PEM text; null where there is none that can be read, or its password is another. */
export function readPrivateKey(pem: string, password?: string): KeyObject | null {
  try {
    // A password is always given: without one, the key would be asked for at the terminal.
    return createPrivateKey({ key: withLines(pem), format: 'pem', passphrase: password ?? '' })
  } catch {
    return null
  }
}

/** Through a variable of the environment the line breaks of a PEM often come as `\n`. */
export const withLines = (pem: string): string => pem.replaceAll('\\n', '\n')

/** PKCS#8, whatever it was before, and without a password. */
export const keyPem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()

/** The only kind that Apple gives out as `.p8`. */
export const isP256 = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
