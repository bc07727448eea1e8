import { isVendor } from '../../../diagnostics/codes/is-vendor.ts'
import type { Refusal } from '../../../diagnostics/push/push-finding.ts'
import { adviceOn, type RefusalAdvice } from '../../../diagnostics/push/refusal-advice.ts'
import { code, rich, type Rich } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import { vendors } from './codes.ts'
import { networkRemedies } from './network.ts'

/** “比腾讯云快 5分钟”。 */
export const skewWords = (skewMs: number): string =>
  `比腾讯云${skewMs > 0 ? '快' : '慢'} ${formatDuration(Math.round(Math.abs(skewMs) / 60_000) * 60, 'zh')}`

const SYNCHRONISE = '请校准时钟（NTP、chrony），再查一次。'

export function refusalRemedy(refusal: Refusal): Rich | null {
  const advice = adviceOn(refusal)
  return advice === null ? null : remedyOf(advice, refusal)
}

/** 最说明问题的在前：先看腾讯云的答复，再看没有答复的原因。 */
export const firstRemedy = (refusals: readonly Refusal[]): Rich | null =>
  refusals
    .toSorted((one, other) => Number(other.code !== null) - Number(one.code !== null))
    .map(refusalRemedy)
    .find((remedy) => remedy !== null) ?? null

function remedyOf(advice: RefusalAdvice, { endpoint }: Refusal): Rich {
  const server = isVendor(endpoint)
    ? `${vendors[endpoint].replace(/(?<=[A-Za-z0-9])$/, ' ')}服务器`
    : '腾讯云 REST API '
  switch (advice.about) {
    case 'clock':
      return advice.skewMs === null
        ? rich`签名是刚刚生成的，因此是本机时钟不准。${SYNCHRONISE}`
        : rich`本机时钟${skewWords(advice.skewMs)}，而签名里带有时间。${SYNCHRONISE}`
    case 'administrator':
      return rich`配置里的 ${code('administrator')} 不是应用管理员。请改成即时通信 IM 控制台“应用管理员”里的账号，或在那里添加它。`
    case 'app':
      return rich`请把 ${code('sdkAppId')} 和 ${code('region')} 与即时通信 IM 控制台核对：该数据中心没有这个应用，或没有它的密钥。`
    case 'region':
      return rich`请把配置里的 ${code('region')} 改成即时通信 IM 控制台显示的数据中心。`
    case 'address':
      return rich`该应用只允许部分 IP 调用 REST API。请把本机地址加入允许列表。`
    case 'path':
      return rich`腾讯云不认识所调用的路径。请检查配置里的 ${code('baseUrl')}（代理必须完整保留 ${code('/v4/…')} 路径）；没有设置 ${code('baseUrl')} 时，可能是该应用的地域或套餐不提供这个接口。`
    case 'parameters':
      return rich`腾讯云收到的 URL 缺少参数。请检查配置里的 ${code('baseUrl')}：代理必须完整保留查询参数。`
    case 'plan':
      return rich`该应用的套餐已到期、未购买或欠费。请在即时通信 IM 控制台续费，几分钟后生效。`
    case 'disabled':
      return rich`该应用或这个接口已被停用。请在即时通信 IM 控制台查看应用状态；如果显示正常，请联系腾讯云支持。`
    case 'product':
      return rich`该应用属于另一种产品（仅推送或仅聊天），没有这个接口。请把 ${code('sdkAppId')} 设为 IM 应用。`
    case 'trial':
      return rich`体验版 24 小时内的 REST 调用次数已用完。请等待，或升级套餐。`
    case 'push-service':
      return rich`该应用没有开通推送服务。请在即时通信 IM 控制台开通；如果自行对接厂商，请设置 ${code('push: self-integrated')}。`
    case 'network':
      return rich`${networkRemedies[advice.fault](server)}`
    case 'http':
      return advice.status >= 500
        ? rich`${server.trim()} 或途中的代理返回 HTTP ${advice.status}。请一分钟后再试。`
        : rich`HTTP ${advice.status} 不是该接口的应答。请检查 ${code('baseUrl')} 和代理：应答的是别的服务。`
    case 'stand-in':
      return rich`应答的不是${server}，而是代理、防火墙或认证门户。请检查 ${code('baseUrl')} 和 HTTPS_PROXY。`
  }
}
