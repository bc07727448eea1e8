import { describe, expect, it } from 'vitest'
import { type CodeAnswer, findCodes, MATCH_LIMIT, NEAREST_LIMIT } from '../../../../src/diagnostics/codes/find-codes.ts'

function shown(answer: CodeAnswer): string[] {
  if (answer.kind === 'no-code') return []
  const entries = answer.kind === 'found' ? answer.matches : answer.nearest
  return entries.map(({ area, vendor, code }) => `${vendor ?? area} ${code}`)
}

function found(text: string, vendor?: string): string[] {
  const answer = findCodes({ text, ...(vendor === undefined ? {} : { vendor }) })
  expect(answer.kind).toBe('found')
  return shown(answer)
}

describe('a bare code', () => {
  it.each([
    ['70009', 'account 70009'],
    [' 70009 ', 'account 70009'],
    ['#70009', 'account 70009'],
    ['`70009`', 'account 70009'],
    ['70009?', 'account 70009'],
    ['７０００９', 'account 70009'],
    ['-70009', 'account 70009'],
    ['−70009', 'account 70009'],
    ['-10001', 'access-layer -10001'],
    ['-201', 'offline-push-server -201'],
    ['38500', 'relation 38000-39000'],
    ['38000-39000', 'relation 38000-39000'],
    ['120500', 'message-c2c 120001-130000'],
    ['BadDeviceToken', 'apns BadDeviceToken'],
    ['baddevicetoken', 'apns BadDeviceToken'],
    ['sender_id_mismatch', 'fcm SENDER_ID_MISMATCH'],
    ['Forbidden', 'apns Forbidden'],
    ['internal', 'fcm INTERNAL'],
    ['noRight', 'huawei 80100000/noRight'],
    ['12304', 'huawei 1101/12304'],
    ['1101/12304', 'huawei 1101/12304'],
    ['receipt:10', 'huawei receipt:10'],
    ['907135000', 'huawei 907135000'],
    ['invalidUser.status=2', 'vivo invalidUser.status=2'],
  ])('%s', (text, first) => {
    expect(found(text)[0]).toBe(first)
  })

  it('shows every meaning of a code that several services use', () => {
    expect(found('80300007')).toEqual(['huawei 80300007', 'huawei 80300007', 'honor 80300007'])
    expect(found('1001')).toEqual(['operations 1001', 'meizu 1001', 'huawei 1001'])
    expect(found('20003')).toEqual(['message-c2c 20003'])
    expect(found('20003', 'huawei')).toEqual(['huawei 1101/20003'])
    expect(found('22006')).toEqual(['offline-push-token 22006', 'xiaomi 22006', 'xiaomi 22006'])
  })

  it('puts the spelling that was asked for first', () => {
    expect(found('UNREGISTERED')).toEqual(['fcm UNREGISTERED', 'apns Unregistered'])
    expect(found('Unregistered')).toEqual(['apns Unregistered', 'fcm UNREGISTERED'])
  })

  it('tells the reasons inside a code after the code itself', () => {
    const all = found('80100000', 'huawei')
    expect(all[0]).toBe('huawei 80100000')
    expect(all).toHaveLength(MATCH_LIMIT)
  })
})

describe('a pasted text', () => {
  it.each([
    [
      '"ActionStatus":"FAIL","ErrorCode":70013,"ErrorInfo":"The requested UserID(A) does not match the Usersig(B)"',
      ['70013'],
    ],
    ['{"ActionStatus":"FAIL","ErrorInfo":"x","ErrorCode":60010}', ['60010']],
    ['login failed code: 6206 desc: user sig expired', ['6206']],
    ['错误码 70003', ['70003']],
    ['错误码：70003 是什么意思', ['70003']],
    ['错误码70003是什么意思', ['70003']],
    ['报错 70107，怎么办', ['70107']],
    ['[IM] code=20012', ['20012']],
    ['what does 70009 mean?', ['70009']],
    ['onError(code=-70001)', ['-70001']],
    ['errcode=20301 reason: no valid targets', ['20301']],
    ['err_code:10070', ['10070']],
    ['error 80003 after 3 retries', ['80003']],
    ['the push ended with -195', ['-195']],
    ['ErrInfo -198', ['-198']],
    ['70009,70013', ['70009', '70013']],
    ['sdkappid=1400000000 code 70014 ts=1764000000', ['70014']],
    ['2026-11-25 05:04:33.123 4711 4712 E imsdk: [login.cc:7003] failed code: 6208', ['6208']],
    ['HTTP/2 400 {"reason":"BadDeviceToken"}', ['BadDeviceToken']],
    ['{"reason":"Unregistered","timestamp":1764000000000} code: 410', ['Unregistered']],
    ['{"code":"80300007","msg":"All the tokens are invalid","requestId":"157440955549500001002006"}', ['80300007']],
    [
      '{"error":{"code":404,"status":"NOT_FOUND","details":[{"errorCode":"UNREGISTERED"}]}}',
      ['UNREGISTERED', 'NOT_FOUND'],
    ],
    ['status=UNAVAILABLE from the vendor', ['UNAVAILABLE']],
    ['HTTP/1.1 503 Service Unavailable', ['503']],
    ['{"error":1101,"sub_error":12304}', ['1101/12304']],
    [
      '{"error":{"code":400,"message":"The registration token is not a valid FCM registration token","status":"INVALID_ARGUMENT"}}',
      ['INVALID_ARGUMENT/message.token', 'INVALID_ARGUMENT'],
    ],
    ['{"result":0,"invalidUser":{"userid":"x","status":2}}', ['invalidUser.status=2']],
    ['registerPush failed: 800005, vendor code 907135000', ['907135000', '800005']],
    ['错误码 6014 和 70107', ['6014', '70107']],
    ['code 20003 after 123456 tries', ['20003']],
    ['what is 120500', ['120500']],
    ['push rejected, 80200001, since noon', ['80200001']],
  ])('%s', (text, codes) => {
    expect(findCodes({ text })).toMatchObject({ kind: 'found', codes })
  })

  it.each([
    ['The UserSig in use is expired, please regenerate', '70001'],
    ['The UserSig in use is illegal. Please regenerate UserSig through official API.', '70003'],
    ['UserSig verification Failed. The UserSig in use maybe generated by Secret Key from other SDKAppID.', '70009'],
    ['tls_check_signature failed decrypt sig failed', '70009'],
    ['The requested UserID(**123456**) does not match the Usersig(**bob**).', '70013'],
    ['The requested SDKAppID(**1400000001**) does not match the Usersig(**1400000002**).', '70014'],
    ['Err_TLS_Third_Sig_Check_Sig_Identifier_Unmatch', '70013'],
    ['ERR_USER_SIG_EXPIRED', '6206'],
    ['tls exchange failed', '-5'],
  ])('knows the server text "%s" without its number', (text, code) => {
    expect(findCodes({ text })).toMatchObject({ kind: 'found', codes: [code] })
  })

  it('finds no more than eight codes', () => {
    const answer = findCodes({ text: '70001 70002 70003 70005 70009 70013 70014 70016 70020 70050' })
    expect(answer.kind === 'found' && answer.codes).toHaveLength(8)
    expect(shown(answer)).toHaveLength(8)
  })
})

describe('a vendor', () => {
  it.each([
    ['apns', 'BadTopic', 'apns BadTopic'],
    ['iOS', 'Unregistered', 'apns Unregistered'],
    ['apple', 'Shutdown', 'apns Shutdown'],
    ['Firebase', 'UNREGISTERED', 'fcm UNREGISTERED'],
    ['google', 'INTERNAL', 'fcm INTERNAL'],
    ['hms', '80300007', 'huawei 80300007'],
    ['华为', '1001', 'huawei 1001'],
    ['鸿蒙', '401', 'huawei 401'],
    ['荣耀', '80300007', 'honor 80300007'],
    ['mi', '-1', 'xiaomi -1'],
    ['小米推送', '22006', 'xiaomi 22006'],
    ['OPPO', '-1', 'oppo -1'],
    ['oneplus', '33', 'oppo 33'],
    ['vivo', '10302', 'vivo 10302'],
    ['魅族', '1001', 'meizu 1001'],
    ['vendor-meizu', '500', 'meizu 500'],
  ])('%s keeps only its own meaning of %s', (vendor, text, expected) => {
    expect(new Set(found(text, vendor))).toEqual(new Set([expected]))
  })

  it.each([
    ['xiaomi 22006', 'xiaomi 22006'],
    ['huawei:1001', 'huawei 1001'],
    ['小米 20301', 'xiaomi 20301'],
    ['OPPO 推送返回 33', 'oppo 33'],
    ['the code from vivo is 10073', 'vivo 10073'],
    ['huawei receipt 2', 'huawei receipt:2'],
  ])('is understood where the text names it: %s', (text, expected) => {
    expect(found(text)[0]).toBe(expected)
  })

  it('leaves a code of Tencent alone', () => {
    expect(found('70009', 'huawei')).toEqual(['account 70009'])
    expect(found('vivo phone, "ErrorCode":70013')).toEqual(['account 70013'])
  })

  it('that does not have the code gets the code of the others as a hint', () => {
    const answer = findCodes({ text: '10302', vendor: 'huawei' })
    expect(answer).toMatchObject({ kind: 'unknown', code: '10302' })
    expect(shown(answer)[0]).toBe('vivo 10302')
  })

  it('that nobody knows is ignored', () => {
    expect(found('10302', 'nokia')).toEqual(['vivo 10302'])
  })
})

describe('a code that is not listed', () => {
  it.each([
    ['70099', 'account', 'account 70052'],
    ['10107', 'group', 'vivo 10104'],
    ['60001', 'rest-common', 'rest-common 60002'],
    ['195', 'offline-push-server', 'offline-push-server -195'],
    ['error code 20099', 'message-c2c', 'message-c2c 20028'],
    ['what is 70099', 'account', 'account 70052'],
    ['BadDevicToken', undefined, 'apns BadDeviceToken'],
    ['why UNREGISTRED_', undefined, 'apns Unregistered'],
    ['Unregisterd', undefined, 'apns Unregistered'],
  ])('%s', (text, area, nearest) => {
    const answer = findCodes({ text })
    expect(answer).toMatchObject(area === undefined ? { kind: 'unknown' } : { kind: 'unknown', area })
    expect(shown(answer)[0]).toBe(nearest)
    expect(shown(answer).length).toBeLessThanOrEqual(NEAREST_LIMIT)
  })

  it('zero, which is success, is near nothing', () => {
    expect(findCodes({ text: '0' })).toEqual({ kind: 'unknown', code: '0', nearest: [] })
  })

  it('far from every other says so', () => {
    expect(findCodes({ text: '7777777' })).toEqual({ kind: 'unknown', code: '7777777', nearest: [] })
  })
})

describe('a text without a code', () => {
  it.each([
    [''],
    ['   '],
    ['hello'],
    ['为什么收不到推送'],
    ['alice has 3 devices since 2026'],
    ['2026-11-25 05:04:33.123 [main] INFO sdkAppId=1400000000 http 200 sent in 412 ms'],
    ['at Object.login (/srv/app/src/login.ts:7003:12)'],
    ['"ActionStatus":"OK","ErrorCode":0'],
    ['1400000000'],
    ['listening on port 70009'],
    ['version 4.70009.1'],
    ['+86 13800138000'],
    ['we have an internal meeting about forbidden words'],
  ])('%s', (text) => {
    expect(findCodes({ text })).toEqual({ kind: 'no-code' })
  })
})
