import { z } from 'zod'
import { Secret } from '../../diagnostics/secret.ts'
import { digitsField, idField, nameField, secretField } from './field-types.ts'
import { secretReader } from './secret-reader.ts'

const REGIONS = ['china', 'global', 'russia', 'india', 'france', 'singapore'] as const

const region = z.enum(REGIONS, { error: `one-of:${REGIONS.join(', ')}` }).default('china')

const channelId = nameField.optional()

/** The app-level OAuth client; that of a project is refused by Huawei. */
export const readHuaweiClient = secretReader(
  'huawei',
  { appId: digitsField, clientId: digitsField, clientSecret: secretField },
  'clientSecret',
  ({ clientSecret, ...ids }, baseUrl) => ({
    vendor: 'huawei',
    kind: 'oauth-client',
    ...ids,
    clientSecret: new Secret(clientSecret),
    baseUrl,
  }),
)

export const readHonor = secretReader(
  'honor',
  { appId: idField, clientId: idField, clientSecret: secretField },
  'clientSecret',
  ({ clientSecret, ...ids }, baseUrl) => ({
    vendor: 'honor',
    kind: 'oauth-client',
    ...ids,
    clientSecret: new Secret(clientSecret),
    baseUrl,
  }),
)

export const readXiaomi = secretReader(
  'xiaomi',
  { packageName: idField, appSecret: secretField, region, channelId },
  'appSecret',
  ({ packageName, appSecret, region, channelId = null }, baseUrl) => ({
    vendor: 'xiaomi',
    kind: 'app-secret',
    packageName,
    appSecret: new Secret(appSecret),
    region,
    channelId,
    baseUrl,
  }),
)

export const readOppo = secretReader(
  'oppo',
  { appKey: idField, masterSecret: secretField, channelId },
  'masterSecret',
  ({ appKey, masterSecret, channelId = null }, baseUrl) => ({
    vendor: 'oppo',
    kind: 'master-secret',
    appKey,
    masterSecret: new Secret(masterSecret),
    channelId,
    baseUrl,
  }),
)

export const readVivo = secretReader(
  'vivo',
  { appId: idField, appKey: idField, appSecret: secretField },
  'appSecret',
  ({ appSecret, ...ids }, baseUrl) => ({
    vendor: 'vivo',
    kind: 'app-secret',
    ...ids,
    appSecret: new Secret(appSecret),
    baseUrl,
  }),
)

export const readMeizu = secretReader(
  'meizu',
  { appId: idField, appSecret: secretField },
  'appSecret',
  ({ appId, appSecret }, baseUrl) => ({
    vendor: 'meizu',
    kind: 'app-secret',
    appId,
    appSecret: new Secret(appSecret),
    baseUrl,
  }),
)
