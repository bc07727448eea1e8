import { generateKeyPairSync } from 'node:crypto'
import forge from 'node-forge'

export interface SelfSigned {
  /** PEM each. */
  certificate: string
  key: string
}

/** A certificate for loopback, or for a client, good for a day around now. */
export function selfSigned(commonName: string): SelfSigned {
  // Node's generator: the one of forge takes seconds.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
  const own = forge.pki.privateKeyFromPem(key)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.setRsaPublicKey(own.n, own.e)
  certificate.serialNumber = '01'
  certificate.validity.notBefore = new Date(Date.now() - 3_600_000)
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000)
  const name = [{ name: 'commonName', value: commonName }]
  certificate.setSubject(name)
  certificate.setIssuer(name)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    {
      name: 'subjectAltName',
      altNames: [
        { type: 2, value: 'localhost' },
        { type: 7, ip: '127.0.0.1' },
      ],
    },
  ])
  certificate.sign(own, forge.md.sha256.create())
  return { certificate: forge.pki.certificateToPem(certificate), key }
}
