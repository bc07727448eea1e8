import type { Certificate } from '../../../diagnostics/im/im-app.ts'

/** SDKAppIDs of the demo apps. */
export const DEMO = 1_400_000_000
export const DEMO_GLOBAL = 20_000_001

const END_OF_2099 = Date.UTC(2099, 11, 31)

/** What the console of the app `demo` would list, and what its devices report. */
export const CERTIFICATE_IDS = {
  apns: '15001',
  apnsDevelopment: '15002',
  huawei: '15003',
  xiaomi: '15004',
  oppo: '15005',
  vivo: '15006',
  fcm: '15007',
  honor: '15008',
} as const

export const GLOBAL_CERTIFICATE_IDS = { apns: '25001', fcm: '25002' } as const

const { apns, apnsDevelopment, ...ofAndroid } = CERTIFICATE_IDS

export const DEMO_CERTIFICATES: readonly Certificate[] = [
  { id: apns, vendor: 'apns', environment: 'production', expiresAt: END_OF_2099, credential: null },
  { id: apnsDevelopment, vendor: 'apns', environment: 'development', expiresAt: END_OF_2099, credential: null },
  { id: ofAndroid.huawei, vendor: 'huawei', environment: null, expiresAt: null, credential: null },
  { id: ofAndroid.xiaomi, vendor: 'xiaomi', environment: null, expiresAt: null, credential: null },
  { id: ofAndroid.oppo, vendor: 'oppo', environment: null, expiresAt: null, credential: null },
  { id: ofAndroid.vivo, vendor: 'vivo', environment: null, expiresAt: null, credential: null },
  { id: ofAndroid.fcm, vendor: 'fcm', environment: null, expiresAt: null, credential: null },
  { id: ofAndroid.honor, vendor: 'honor', environment: null, expiresAt: null, credential: null },
]

export const GLOBAL_CERTIFICATES: readonly Certificate[] = [
  {
    id: GLOBAL_CERTIFICATE_IDS.apns,
    vendor: 'apns',
    environment: 'production',
    expiresAt: END_OF_2099,
    credential: null,
  },
  { id: GLOBAL_CERTIFICATE_IDS.fcm, vendor: 'fcm', environment: null, expiresAt: null, credential: null },
]
