import type { Owner } from '../finding.ts'
import type { Area, CodeKind, Vendor } from './entry.ts'

interface Facts {
  readonly code: string
  readonly area: Area
  readonly vendor?: Vendor
  readonly kind?: CodeKind
}

/** Most codes of Tencent's are about a call that the app or its server makes. */
const OF_AREA: Partial<Record<Area, Owner>> = {
  'offline-push-server': 'administrator',
  'sdk-network': 'user',
  'push-registration': 'developer',
}

const OF_KIND: Readonly<Record<CodeKind, Owner>> = {
  // An app that is opened again reports a new token.
  token: 'user',
  credential: 'administrator',
  permission: 'administrator',
  quota: 'administrator',
  payload: 'developer',
  server: 'vendor',
}

/** Who acts where it is not who usually does in this area, or on this kind of a vendor's code. */
const EXCEPTIONS: Readonly<Record<Owner | 'none', Partial<Record<Area | Vendor, string>>>> = {
  user: {
    'rest-common': '80001 80004',
    'offline-push-token': '22002',
    'push-loss': '1 410',
    relation: '30010 30011 30012 30013 30014 30515 30516 30525',
    'recent-contact': '51008 51010 51012',
    'message-c2c': '20007 20009 20010 20011',
    'push-client': '800004 800007 800008 800016 9523',
    group: '10017 10037',
    'sdk-common': '6005 6019 7015 4005',
    'sdk-account': '6208 6213 6255 7508',
    'sdk-message': '6007 6008 6009 8004 114005',
    'web-sdk':
      '2041 2108 2112 2251 2252 2253 2300 2301 2350 2351 2352 2400 2401 2402 2452 2800 2801 2805 3002 3003 3123',
    trtc: '-3307 -3308',
    'call-kit': '-1101 -1102',
    'legacy-sdk': '6121 6122 6200 6201 6221 6250 6251 6300',
    honor: 'sdk:8002001 sdk:8002003 sdk:8003006',
    huawei:
      'receipt:6 receipt:51 1001 907122031 907122032 907122048 907122049 907122052 907135002 907135003 907135004 907135006',
    xiaomi: 'callback:32 callback:barStatus=Disable',
    oppo: '31',
    vivo: 'live:31003',
    meizu: '110005',
  },
  developer: {
    'offline-push-server': '-198 -202',
    'sdk-network': '9503 9506 9522',
    apns: 'MissingDeviceToken',
    fcm: 'INVALID_ARGUMENT/message.token',
    huawei:
      '80100018 82000008 82000010 82000011 80100000/tokenFormatError 80100000/tokenPlatformNotSupport receipt:27 receipt:102 receipt:144 receipt:201',
    xiaomi: '65007',
    oppo: '59',
    vivo: '10071 10072',
    meizu: '110051 110053',
  },
  administrator: {
    'rest-common': '60006 60010 60016 60020 60021 60026 60028 80005',
    account: '70015 70051 70398 70403 71000 72000 72001 72002 72011 72012',
    'offline-push-token': '22001 22007',
    profile: '40004 40007 40008',
    relation: '30004 30005',
    'recent-contact': '50003',
    'message-c2c': '20012 20016',
    'message-rest': '90009 90045 90047 91101',
    group: '10014 10031 10036 10038 10041 10058 10059 11000',
    'content-review': '2004 2015',
    'official-account': '130006 131000',
    'access-layer': '-10108 -10112',
    'sdk-common': '7013',
    'sdk-group': '8507',
    'web-sdk': '2117 2118 3122',
    trtc: '-100013',
    'call-kit': '-1001 -1002',
    'legacy-sdk': '6223 6224',
    // The certificate in the console does not fit the app, or the build.
    apns: 'BadDeviceToken DeviceTokenNotForTopic',
    fcm: 'SENDER_ID_MISMATCH',
    huawei: '80100000/noRight',
  },
  vendor: {
    'offline-push-server': '-199',
    huawei: '907122035 907122037 907122046 907122047 907135001',
    honor: 'sdk:8003001 sdk:8003002 sdk:8003003',
  },
  tencent: {
    'rest-common': '60008 60013 60014 60017',
    account:
      '70169 70500 70017 70018 70115 70201 70202 70203 70207 70208 70209 70210 70211 70212 70213 70222 70225 70231 70308 70348 70362 70401',
    profile: '40006',
    relation: '30006 30007',
    'recent-contact': '50004 50005',
    'message-c2c': '20004 20005 20018',
    'message-rest': '90994 90995 91000',
    group: '10002 10026 110007',
    operations: '1003 1004 130009 130010 130011 130012 130014',
    'content-review': '2001 2100 93001',
    'access-layer': '-302 -10007 -10009 -10109 -10110 -10111 -10114',
    'offline-push-server': '-200',
    'sdk-common': '6001 6002 7001 7012 4002 4003',
    'sdk-account': '7503 7504 7505 7506 7507',
    'sdk-message': '6006 8002 8003',
    'web-sdk': '60022',
    'sdk-network': '9501 9502 9504 9505 9509 9511 9513 9515',
    // How the request to the vendor is made is up to the gateway that sends it.
    apns: 'DuplicateHeaders BadPath MethodNotAllowed',
    oppo: '12 17 18 20 21 22 23 24 29',
  },
  none: {
    relation: '30539 31704 31804',
    'message-c2c': '20023',
    'message-rest': '90101',
    'push-rest': '90050 90052',
    group: '10013 10024 10052 110010',
    'sdk-message': '114003',
    'web-sdk': '2701',
    'legacy-sdk': '6102 6222',
    huawei: '80000000 80100000/countryNotSupport receipt:15',
    xiaomi: '10035',
  },
}

/** Who has to act on a code of the catalogue; null: there is nothing to do. */
export function ownerOf(entry: Facts): Owner | null {
  const { code, area, vendor, kind } = entry
  const exception = OWNER_BY_CODE.get(`${vendor ?? area} ${code}`)
  if (exception !== undefined) return exception === 'none' ? null : exception
  return OF_AREA[area] ?? (kind === undefined ? 'developer' : OF_KIND[kind])
}

const OWNER_BY_CODE: ReadonlyMap<string, Owner | 'none'> = new Map(
  (Object.keys(EXCEPTIONS) as (Owner | 'none')[]).flatMap((owner) =>
    Object.entries(EXCEPTIONS[owner]).flatMap(([place, codes]) =>
      codes.split(' ').map((code) => [`${place} ${code}`, owner] as const),
    ),
  ),
)
