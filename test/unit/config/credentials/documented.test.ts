import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toConfig } from '../../../../src/config/config.ts'
import { loadConfig } from '../../../../src/config/load-config.ts'
import { folderWith } from '../../../support/config-file.ts'
import { certificateFor, ecKey, p12Of, pemOf, rsaKey } from './material.ts'

test('the credentials that docs/configuration.md shows are read, one of every kind', () => {
  const section = readFileSync('docs/configuration.md', 'utf8').split('## Vendor credentials')[1] ?? ''
  const yaml = /```yaml\n([\s\S]+?)```/.exec(section)?.[1] ?? ''
  const rsa = rsaKey()
  const pem = { private_key: pemOf(rsa), project_id: '1' }
  const folder = folderWith({
    'im-doctor.yaml': yaml,
    'AuthKey_ABC123DEFG.p8': pemOf(ecKey()),
    'push.pem': certificateFor(rsa),
    'push-key.pem': pemOf(rsa),
    'firebase.json': JSON.stringify({
      ...pem,
      type: 'service_account',
      private_key_id: 'a',
      client_email: 'a@b.example',
    }),
    'huawei-secret': 'a-secret',
    'harmony.json': JSON.stringify({ ...pem, key_id: 'a', sub_account: '1' }),
  })
  writeFileSync(join(folder, 'push.p12'), p12Of(rsa, certificateFor(rsa), 'value-of-P12_PASSWORD'))
  const variables = Object.fromEntries(
    [...yaml.matchAll(/\$\{([A-Z0-9_]+)\}/g)].map(([, name]) => [name, `value-of-${name}`]),
  )
  const loaded = loadConfig(join(folder, 'im-doctor.yaml'), variables)
  if (loaded.kind === 'wrong') throw new Error(JSON.stringify(loaded.problems))
  const { apps } = toConfig(loaded.file, loaded.source)
  expect(apps?.default.certificates.map(({ vendor, credential }) => [vendor, credential?.kind])).toEqual([
    ['apns', 'key'],
    ['apns', 'certificate'],
    ['apns', 'certificate'],
    ['fcm', 'service-account'],
    ['huawei', 'oauth-client'],
    ['huawei', 'service-account'],
    ['honor', 'oauth-client'],
    ['xiaomi', 'app-secret'],
    ['oppo', 'master-secret'],
    ['vivo', 'app-secret'],
    ['meizu', 'app-secret'],
  ])
})
