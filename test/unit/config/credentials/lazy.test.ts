import { generateKeyPairSync } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../../../src/config/load-config.ts'
import { folderWith } from '../../../support/config-file.ts'

const loads = (library: string): boolean =>
  Object.keys(createRequire(import.meta.url).cache ?? {}).some((file) => file.includes(`/node_modules/${library}/`))

const kindOf = (credential: string) => {
  const key = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
  const folder = folderWith({
    'AuthKey_ABC123DEFG.p8': key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'im-doctor.yaml': `apps: { prod: { sdkAppId: 1, secretKey: k, certificates: [{ id: 1, vendor: apns, environment: production, credential: ${credential} }] } }`,
  })
  return loadConfig(join(folder, 'im-doctor.yaml'), {}).kind
}

// Nothing else in this file may load it: that is what is asked.
test('the library for .p12 is loaded with the first one, and not before', () => {
  expect(kindOf('{ keyFile: AuthKey_ABC123DEFG.p8, keyId: ABC123DEFG, teamId: TEAM123456, topic: a.b }')).toBe('loaded')
  expect(loads('node-forge')).toBe(false)
  expect(kindOf('{ p12: bm90aGluZw== }')).toBe('wrong')
  expect(loads('node-forge')).toBe(true)
})
