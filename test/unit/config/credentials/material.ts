import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import forge from 'node-forge'
import { toConfig } from '../../../../src/config/config.ts'
import { loadConfig } from '../../../../src/config/load-config.ts'
import type { Environment } from '../../../../src/config/read-source.ts'
import { problemSentence } from '../../../../src/config/texts.ts'
import type { Certificate } from '../../../../src/diagnostics/im/im-app.ts'
import { folderWith } from '../../../support/config-file.ts'

export const rsaKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
export const ecKey = (curve = 'prime256v1'): KeyObject => generateKeyPairSync('ec', { namedCurve: curve }).privateKey
export const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()

export const TOPIC = 'com.example.app'
/** The end of the certificates made here. */
export const END = Date.parse('2027-01-01T10:00:00Z')

const OID = '1.2.840.113635.100.6.3.'

interface Wanted {
  name?: string
  /** Null: no UID in the subject. */
  topic?: string | null
  /** Apple's extensions: 1 development, 2 production. */
  environments?: readonly (1 | 2)[]
  end?: number
}

/** A certificate in the shape of Apple's, signed by itself, in PEM. */
export function certificateFor(key: KeyObject, wanted: Wanted = {}): string {
  const { name = `Apple Push Services: ${TOPIC}`, topic = TOPIC, environments = [1, 2], end = END } = wanted
  const certificate = forge.pki.createCertificate()
  const privateKey = forge.pki.privateKeyFromPem(pemOf(key))
  certificate.publicKey = forge.pki.rsa.setPublicKey(privateKey.n, privateKey.e)
  certificate.serialNumber = '01'
  certificate.validity.notBefore = new Date('2025-12-01T00:00:00Z')
  certificate.validity.notAfter = new Date(end)
  const subject = [
    ...(topic === null ? [] : [{ type: '0.9.2342.19200300.100.1.1', value: topic }]),
    { name: 'commonName', value: name },
    { shortName: 'OU', value: 'TEAM123456' },
  ]
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.setExtensions(environments.map((environment) => ({ id: `${OID}${environment}`, value: '\u0005\u0000' })))
  certificate.sign(privateKey, forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}

/** A `.p12`; a null key or certificate is left out. With `utf8` the password is encoded as OpenSSL does, without a checksum. */
export function p12Of(
  key: KeyObject | null,
  certificate: string | null,
  password: string | null,
  algorithm: '3des' | 'aes256' = '3des',
  encoding?: 'utf8',
): Buffer {
  const container = forge.pkcs12.toPkcs12Asn1(
    key === null ? null : forge.pki.privateKeyFromPem(pemOf(key)),
    certificate === null ? [] : [forge.pki.certificateFromPem(certificate)],
    encoding === 'utf8' ? forge.util.encodeUtf8(password ?? '') : password,
    { algorithm, generateLocalKeyId: false, useMac: encoding === undefined },
  )
  return Buffer.from(forge.asn1.toDer(container).getBytes(), 'latin1')
}

type Files = Readonly<Record<string, string | Buffer>>

/** Loads entries of `certificates`, written as in the file. */
export function load(entries: readonly string[], files: Files = {}, environment: Environment = {}) {
  const folder = folderWith({
    'im-doctor.yaml': [
      'apps:',
      '  prod:',
      '    sdkAppId: 1400000000',
      '    secretKey: b33b3ed1cd47f86a4d4f18282db46d95',
      '    certificates:',
      ...entries.map((entry) => `      - { id: 1, ${entry} }`),
    ].join('\n'),
  })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return loadConfig(join(folder, 'im-doctor.yaml'), environment)
}

/** What one right entry comes to. */
export function certificate(...[entry, files, environment]: [string, Files?, Environment?]): Certificate {
  const loaded = load([entry], files, environment)
  if (loaded.kind === 'wrong') throw new Error(loaded.problems.map((one) => problemSentence(one, 'en')).join('\n'))
  const [first] = toConfig(loaded.file, loaded.source).apps?.default.certificates ?? []
  if (first === undefined) throw new Error('there is no certificate')
  return first
}

const PLACE = 'apps.prod.certificates.0.'

/** What is wrong with one entry, as the person reads it, without the place of the entry. */
export function problems(entry: string, files?: Files, environment?: Environment): readonly string[] {
  return told(load([entry], files, environment), 'en').map((sentence) => sentence.replace(PLACE, ''))
}

export const told = (loaded: ReturnType<typeof loadConfig>, locale: 'en' | 'zh'): readonly string[] =>
  loaded.kind === 'wrong' ? loaded.problems.map((problem) => problemSentence(problem, locale)) : []
