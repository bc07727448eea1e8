import { describe, expect, test } from 'vitest'
import { certificate, certificateFor, END, p12Of, pemOf, problems, rsaKey, TOPIC } from './material.ts'

const rsa = rsaKey()
const PRODUCTION = [2] as const
const DEVELOPMENT = [1] as const

const entry = (said: string, keys = '') =>
  `vendor: apns, ${said}credential: { certificateFile: push.pem, keyFile: key.pem${keys} }`

const withCertificate = (wanted: Parameters<typeof certificateFor>[1]) => ({
  'push.pem': certificateFor(rsa, wanted),
  'key.pem': pemOf(rsa),
})

describe('the environment of an APNs certificate', () => {
  test.each([
    ['production by its extension', { environments: PRODUCTION }, '', 'production'],
    ['development by its extension', { environments: DEVELOPMENT }, '', 'development'],
    [
      'development by its name',
      { environments: [], name: `Apple Development IOS Push Services: ${TOPIC}` },
      '',
      'development',
    ],
    [
      'production by its name',
      { environments: [], name: `Apple Production IOS Push Services: ${TOPIC}` },
      '',
      'production',
    ],
    [
      'the extension before the name',
      { environments: PRODUCTION, name: 'Apple Development IOS Push Services: x' },
      '',
      'production',
    ],
    [
      'of both kinds, as the entry says',
      { environments: [1, 2] as const },
      'environment: development, ',
      'development',
    ],
    ['of both kinds, as the entry says', { environments: [1, 2] as const }, 'environment: production, ', 'production'],
    ['that tells none, as the entry says', { environments: [] }, 'environment: production, ', 'production'],
  ])('%s', (_, wanted, said, environment) => {
    const read = certificate(entry(said), withCertificate(wanted))
    expect(read).toMatchObject({ environment, credential: { environment } })
  })

  test.each([
    ['production', DEVELOPMENT, 'development'],
    ['development', PRODUCTION, 'production'],
  ])('said to be %s and being the other is told', (said, environments, is) => {
    expect(problems(entry(`environment: ${said}, `), withCertificate({ environments }))).toEqual([
      `environment contradicts the certificate, which is for ${is}. Set it to that, or name the right certificate.`,
    ])
  })
})

describe('the topic', () => {
  const said = 'environment: production, '

  test('left out is that of the certificate', () => {
    expect(certificate(entry(said), withCertificate({})).credential).toMatchObject({ topic: TOPIC })
  })

  test('is as the entry says where the certificate names none', () => {
    const read = certificate(entry(said, ', topic: com.example.own'), withCertificate({ topic: null }))
    expect(read.credential).toMatchObject({ topic: 'com.example.own' })
  })

  test('must be that of the certificate', () => {
    expect(problems(entry(said, ', topic: com.example.ap'), withCertificate({}))).toEqual([
      `credential.topic is not the app of the certificate, ${TOPIC}. Leave it out, or name the right certificate.`,
    ])
  })
})

describe('the end', () => {
  test('is that of the certificate, also of one that has ended: the rest of the bot works on', () => {
    const end = Date.parse('2026-01-02T03:04:05Z')
    expect(certificate(entry('environment: production, '), withCertificate({ end })).expiresAt).toBe(end)
  })

  test.each([
    ['2027-01-01', true],
    // The same moment, west and east of Greenwich.
    ['2026-12-31', true],
    ['2027-01-02', true],
    ['2027-01-03', false],
    ['2026-12-30', false],
  ])('said to be on %s: %s', (said, fits) => {
    const wanted = entry(`environment: production, expiresAt: ${said}, `)
    const files = withCertificate({ end: END })
    expect(problems(wanted, files)).toEqual(
      fits ? [] : ['expiresAt contradicts the certificate, which ends on 2027-01-01. Leave it out.'],
    )
  })
})

describe('a .p12', () => {
  const pushes = certificateFor(rsa)

  test.each([
    ['of the old encryption', p12Of(rsa, pushes, 'word'), 'password: word'],
    ['of the new encryption', p12Of(rsa, pushes, 'word', 'aes256'), 'password: word'],
    ['with an empty password', p12Of(rsa, pushes, ''), 'password: ""'],
    ['with an empty password left out', p12Of(rsa, pushes, ''), ''],
    ['with no password at all', p12Of(rsa, pushes, null), ''],
    ['with a password of blanks and other letters', p12Of(rsa, pushes, ' 密码 '), 'password: " 密码 "'],
    ['with other letters, as OpenSSL encrypts', p12Of(rsa, pushes, '密码', 'aes256', 'utf8'), 'password: 密码'],
  ])('%s', (_, p12, password) => {
    const read = certificate(`vendor: apns, environment: production, credential: { p12File: push.p12, ${password} }`, {
      'push.p12': p12,
    })
    expect(read).toMatchObject({ expiresAt: END, credential: { kind: 'certificate', topic: TOPIC } })
  })
})

describe('PEM', () => {
  test.each([
    ['the key in the same file', { 'push.pem': `${pemOf(rsa)}${certificateFor(rsa)}` }, ''],
    [
      'a certificate among others',
      { 'push.pem': `Bag Attributes\n${certificateFor(rsaKey())}\n${certificateFor(rsa)}`, 'key.pem': pemOf(rsa) },
      ', keyFile: key.pem',
    ],
    [
      'a key with a password',
      {
        'push.pem': certificateFor(rsa),
        'key.pem': rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'word' }).toString(),
      },
      ', keyFile: key.pem, password: word',
    ],
    [
      'a key of the old form',
      { 'push.pem': certificateFor(rsa), 'key.pem': rsa.export({ type: 'pkcs1', format: 'pem' }).toString() },
      ', keyFile: key.pem',
    ],
  ])('%s', (_, files, keys) => {
    const { credential } = certificate(
      `vendor: apns, environment: production, credential: { certificateFile: push.pem${keys} }`,
      files,
    )
    expect(credential?.vendor === 'apns' ? credential.key.reveal() : null).toBe(pemOf(rsa))
  })
})
