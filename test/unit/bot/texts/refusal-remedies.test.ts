import { describe, expect, test } from 'vitest'
import { alarmWords } from '../../../../src/bot/cards/alerts/alarm-words.ts'
import { plainRich } from '../../../../src/bot/cards/plain-text.ts'
import { headline } from '../../../../src/bot/cards/report/headline.ts'
import { statusFailureCard } from '../../../../src/bot/cards/status-card.ts'
import { textsFor } from '../../../../src/bot/texts/texts.ts'
import type { Locale } from '../../../../src/bot/texts/locale.ts'
import type { ImFailure } from '../../../../src/diagnostics/im/im-failure.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { REPORTS } from '../../../golden/report-material.ts'
import { testApp } from '../../../support/bot.ts'

const MINUTE = 60_000

/** What a person reads where Tencent does not tell a state. */
function said(failure: Partial<ImFailure>, locale: Locale = 'en', app = testApp('prod')): string {
  const whole: ImFailure = {
    endpoint: 'v4/openim/query_online_status',
    kind: failure.code === undefined ? 'unreachable' : 'refused',
    code: null,
    httpStatus: null,
    info: '',
    attempts: 1,
    ...failure,
  }
  const reader = { locale, timeZone: null, now: 0 }
  return statusFailureCard({ source: 'im', failure: whole }, app, textsFor(locale), reader).error
}

describe('the remedy follows the code', () => {
  test.each([
    [90009, /not an administrator of this app.*`?administrator`?.*Chat console/, /不是该应用的管理员.*应用管理员/],
    [60010, /not an administrator/, /不是该应用的管理员/],
    [70403, /not an administrator/, /不是该应用的管理员/],
    [70001, /clock of this machine is wrong.*NTP/, /本机时钟不准.*NTP/],
    [60026, /region.*data centre/, /region.*数据中心/],
    [60020, /plan.*expired/, /套餐已到期/],
    [80005, /plan.*expired/, /套餐已到期/],
    [60021, /IP addresses/, /IP/],
    [60009, /path.*baseUrl/, /路径.*baseUrl/],
    [60002, /path.*baseUrl/, /路径.*baseUrl/],
    [60025, /parameters.*baseUrl/, /缺少参数.*baseUrl/],
    [60027, /another product/, /另一种产品/],
    [60028, /trial plan/, /体验版/],
    [60016, /disabled/, /停用/],
    [70020, /sdkAppId.*region/, /sdkAppId.*region/],
    [70016, /sdkAppId.*region/, /sdkAppId.*region/],
    [70009, /secretKey/, /secretKey/],
    [70003, /secretKey/, /secretKey/],
    [99999, /\/im error 99999/, /\/im error 99999/],
  ])('%i', (code, en, zh) => {
    expect(said({ code, info: 'said so' })).toMatch(en)
    expect(said({ code, info: 'said so' }, 'zh')).toMatch(zh)
    expect(said({ code })).not.toMatch(/reaches Tencent|SQLSTATE/)
    expect(said({ code }, 'zh')).not.toMatch(/能访问腾讯云/)
  })

  test.each([
    [70001, 7 * MINUTE, /7 minutes ahead of Tencent's/, /比腾讯云快 7\s?分钟/],
    [70001, -7 * MINUTE, /7 minutes behind Tencent's/, /比腾讯云慢 7\s?分钟/],
    [70003, -90 * MINUTE, /1 hour 30 minutes behind/, /慢 1\s?小时/],
    [70009, 2 * MINUTE, /2 minutes ahead/, /快 2\s?分钟/],
  ])('%i with a clock that is off is the clock', (code, skewMs, en, zh) => {
    expect(said({ code, skewMs })).toMatch(en)
    expect(said({ code, skewMs }, 'zh')).toMatch(zh)
    expect(said({ code, skewMs })).not.toContain('secretKey')
  })

  test('where what is configured is no SecretKey, that is the reason', () => {
    const app = testApp('prod', { secretKey: new Secret('AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE') })
    expect(said({ code: 70009 }, 'en', app)).toMatch(/not have the form of a SecretKey.*im-doctor config check/)
    expect(said({ code: 70009 }, 'zh', app)).toMatch(/不像 SecretKey/)
    expect(said({ code: 90009 }, 'en', app)).toMatch(/not an administrator/)
  })

  test('an alert and a report give the same advice', () => {
    for (const [code, advice] of [
      [70001, /clock of this machine is wrong/],
      [90009, /not an app administrator/],
      [70020, /sdkAppId.*region/],
    ] as const) {
      const alarm = { code: 'signature-refused', administrator: 'admin', answer: String(code), info: '' } as const
      const { remedy } = alarmWords(alarm, textsFor('en'), 'en')
      expect(plainRich(remedy, { locale: 'en', timeZone: null, now: 0 })).toMatch(advice)
      const failing = REPORTS.failing.figures
      if (failing.api.kind !== 'signature-refused') throw new Error(failing.api.kind)
      const figures = { ...failing, api: { ...failing.api, failure: { ...failing.api.failure, code } } }
      expect(plainRich(headline(figures, textsFor('en'), 'en').text, { locale: 'en', timeZone: null, now: 0 })).toMatch(
        advice,
      )
    }
  })

  test('a code that no clock explains keeps its own remedy', () => {
    expect(said({ code: 60020, skewMs: 5 * MINUTE })).not.toContain('clock')
  })
})

describe('the remedy follows the network', () => {
  test.each([
    ['getaddrinfo ENOTFOUND console.tim.qq.com', /console\.tim\.qq\.com.*can't be resolved/, /无法解析/],
    ['self-signed certificate', /NODE_EXTRA_CA_CERTS/, /NODE_EXTRA_CA_CERTS/],
    ['unable to get local issuer certificate', /NODE_EXTRA_CA_CERTS/, /NODE_EXTRA_CA_CERTS/],
    ['certificate has expired', /certificate .* has expired.*clock/, /证书已过期.*时钟/],
    ["Hostname/IP does not match certificate's altnames", /another host name/, /另一个域名/],
    ['connect ECONNREFUSED 127.0.0.1:443', /Nothing listens/, /没有服务在监听/],
    ['Proxy response (407) !== 200 when HTTP Tunneling', /proxy.*HTTPS_PROXY/, /代理.*HTTPS_PROXY/],
    ['HTTP 407', /proxy.*HTTPS_PROXY/, /代理.*HTTPS_PROXY/],
    ['HTTP 503', /HTTP 503\. Check again/, /HTTP 503。请一分钟后再试/],
    ['HTTP 404', /HTTP 404 is no answer of this API/, /HTTP 404 不是该接口的应答/],
    ['not an answer of the server API', /Something else answered/, /应答的不是/],
    ['other side closed', /broke/, /中断/],
  ])('%s', (info, en, zh) => {
    expect(said({ info })).toMatch(en)
    expect(said({ info }, 'zh')).toMatch(zh)
  })
})
