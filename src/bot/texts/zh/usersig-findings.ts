import type { UsersigFindingParams } from '../../../diagnostics/usersig/finding.ts'
import { code, moment, rich, strong } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import type { FindingTexts } from '../finding-texts.ts'
import { containerMessage, containerRemedy } from './usersig-containers.ts'
import { fieldProblems, keyMessage, keyRemedy, markupMessage, markupRemedy, userDifference } from './usersig-details.ts'

const lasting = (seconds: number) => formatDuration(seconds, 'zh')

const MISMATCHES: Readonly<Record<UsersigFindingParams['userbuf-present']['mismatches'][number], string>> = {
  account: '其中的账号不是该 UserID',
  sdkappid: '其中的 SDKAppID 不一致',
  expiry: '其中的到期时间与签名不一致',
  privileges: '其中的权限为空或无法识别',
  layout: '其字节布局不是一张票据',
}

export const findings: FindingTexts<UsersigFindingParams> = {
  empty: () => ({
    message: rich`签名是空的。`,
    remedy: rich`请粘贴完整的 UserSig。如果应用发出的就是空值，多半是获取 UserSig 的请求失败了，或变量没有赋值。`,
  }),
  'malformed-base64': (params) => ({ message: containerMessage(params), remedy: containerRemedy(params) }),
  'malformed-zlib': (params) => ({ message: containerMessage(params), remedy: containerRemedy(params) }),
  'malformed-json': ({ at }) => ({
    message:
      at === 'not-an-object'
        ? rich`解开后是 JSON，但不是一个对象。`
        : at === 'utf-8'
          ? rich`解开后的字节不是 UTF-8 文本。`
          : rich`解开后的文本不是 JSON。`,
    remedy: rich`请用官方库生成；有些手写代码不会转义 UserID 里的引号和反斜杠。`,
  }),
  'missing-field': ({ problems }) => ({
    message: fieldProblems(problems),
    remedy: rich`请用官方库生成，并检查调用时是否有变量为空，或者类型、单位不对。`,
  }),
  truncated: ({ length }) => ({
    message: rich`末尾缺失：在第 ${length} 个字符之后被截断了。`,
    remedy: rich`请找出在哪里被截断：数据库字段（至少留 512 个字符）、日志行、消息长度限制。然后改用完整的那一份。`,
  }),
  tampered: ({ proof, field }) => ({
    message:
      proof === 'checksum'
        ? rich`生成之后被改动过：校验和与内容对不上。`
        : field === undefined
          ? rich`内容在签名之后被改动过。`
          : rich`${code(field)} 在签名之后被改动过：换回原来的值，签名就能对上。`,
    remedy:
      proof === 'checksum'
        ? rich`请从来源处重新复制。如果来源处就是这样，说明那里有程序改写了它。`
        : rich`不要信任它。请查清是谁改的，并由服务端按正确的值重新签发。`,
  }),
  'wrong-key': (params) => ({ message: keyMessage(params), remedy: keyRemedy(params) }),
  'wrong-userid': ({ expected, actual, unset, difference }) => ({
    message: rich`它是为用户 ${code(actual)} 签发的，不是 ${code(expected)}。${
      unset === true ? '看起来签名时变量没有赋值。' : difference === undefined ? '' : userDifference(difference)
    }`,
    remedy: rich`请让服务端为实际登录的 UserID 签发，并检查客户端是否缓存了上一个登录用户的 UserSig。`,
  }),
  'wrong-sdkappid': ({ expected, expectedApp, actual, actualApp, hint }) => ({
    message: rich`它是为 SDKAppID ${code(actual)}${actualApp === undefined ? ' ' : rich`（应用 ${code(actualApp)}）`}签发的，不是 ${code(expected)}${expectedApp === undefined ? '' : rich`（应用 ${code(expectedApp)}）`}。${
      hint === 'other-site' ? '两者分属腾讯云的不同站点。' : ''
    }`,
    remedy: rich`客户端和签发服务要用同一个 SDKAppID。常见原因是测试包连了生产环境，或者反过来。`,
  }),
  expired: ({ at, secondsAgo, lifetimeSeconds, hint }) => ({
    message: rich`它已过期 ${strong(lasting(secondsAgo))}（${moment(at)} 到期）。有效期为 ${lasting(lifetimeSeconds)}。${
      hint === 'lifetime-unit' ? '有效期这么短，多半是把天数或小时数当成了秒数。' : ''
    }`,
    remedy: rich`让客户端向你们的服务端获取新的 UserSig 后重新登录；收到 SDK 的 UserSig 过期回调时也应如此处理。`,
  }),
  'not-yet-valid': ({ issuedAt, secondsAhead, hint }) => ({
    message:
      hint === 'time-in-milliseconds'
        ? rich`签发时间在很远的将来：写成了毫秒而不是秒。`
        : rich`它声称签发于 ${moment(issuedAt)}，还要再过 ${lasting(secondsAhead)}才到。${hint === 'time-zone' ? '正好差整数个小时，说明把本地时间当成了 UTC。' : ''}`,
    remedy:
      hint === 'time-in-milliseconds'
        ? rich`${code('TLS.time')} 请用 UNIX 秒。`
        : rich`请校准签发服务器的时钟（NTP），并用与时区无关的 UNIX 时间签名。`,
  }),
  'too-long': ({ what, limit, length = 0 }) => ({
    message:
      what === 'user-id'
        ? rich`UserID 有 ${length} 字节；腾讯云 IM 的账号最多 ${limit} 字节。`
        : what === 'text'
          ? rich`它超过了 ${limit} 个字符；真正的 UserSig 约 200 个字符。`
          : rich`它解开后超过 ${limit} 字节；真正的 UserSig 不会这样。`,
    remedy:
      what === 'user-id'
        ? rich`请改用更短的 UserID，只含字母、数字、${code('_')} 和 ${code('-')}。`
        : rich`请只粘贴 UserSig 本身。如果其中没有别的内容，请当作恶意数据，不要使用。`,
  }),
  'unknown-version': ({ version }) => ({
    message: rich`它自称版本 ${code(version)}；目前只有 2.0 和旧版 1.0。`,
    remedy: rich`请用腾讯现行的官方库生成。`,
  }),
  'url-encoded': ({ times }) => ({
    message: rich`它被 URL 编码了${times > 1 ? ` ${times} 次` : ''}；校验前已解码。`,
    remedy: rich`如果客户端拿到的就是这段文本，请在那里解码，或者干脆不要编码：UserSig 可以直接放进 URL。`,
  }),
  whitespace: () => ({
    message: rich`里面混有空格、换行或不可见字符；校验前已去掉。`,
    remedy: rich`如果客户端拿到的就是这段文本，请在那里去掉这些字符。`,
  }),
  quoted: () => ({
    message: rich`外面有引号或括号；校验前已去掉。`,
    remedy: rich`如果客户端拿到的就是这段文本，请去掉后再传。`,
  }),
  markup: (params) => ({ message: markupMessage(params), remedy: markupRemedy(params) }),
  'legacy-v1': ({ publicKeyConfigured }) => ({
    message: rich`它是旧版 1.0（ECDSA 密钥对），2019 年年中之后创建的应用都不接受。`,
    remedy: publicKeyConfigured
      ? rich`请在控制台把应用升级到 HMAC 密钥，并用 2.0 版的库签发。`
      : rich`请用 2.0 版的库签发。如需在这里校验旧签名，请为该应用配置 ${code('publicKeyFile')}。`,
  }),
  'old-key': ({ position, total }) => ({
    message: rich`它是用该应用以前的密钥签的${total > 1 ? `（第 ${position} 个，共 ${total} 个）` : ''}。`,
    remedy: rich`只有在腾讯仍接受旧密钥时它才有效。请把签发服务换成现在的密钥。`,
  }),
  'expire-in-milliseconds': ({ value, hint }) => ({
    message:
      hint === 'absolute-time'
        ? rich`有效期 ${code(value)} 看起来是一个时间点；实际会被当作秒数。`
        : rich`有效期 ${code(value)} 看起来是毫秒；实际会被当作秒，比本意长一千倍。`,
    remedy: rich`有效期请用秒：180 天是 ${code('15552000')}。`,
  }),
  'expires-soon': ({ at, remainingSeconds }) => ({
    message: rich`它将于 ${moment(at)} 过期，还剩 ${lasting(remainingSeconds)}。`,
    remedy: rich`请确认客户端会在此之前获取新的 UserSig。`,
  }),
  'long-lived': ({ lifetimeSeconds }) => ({
    message: rich`有效期长达 ${lasting(lifetimeSeconds)}，超过通常的 180 天。`,
    remedy: rich`UserSig 相当于一个改不了的密码：建议缩短有效期，由客户端定期更新。`,
  }),
  'admin-account': ({ userId }) => ({
    message: rich`${code(userId)} 是该应用的管理员账号：拿到这个 UserSig 的人可以调用全部 REST API。`,
    remedy: rich`它只应留在服务端。如果曾发到别处，请使其失效并重新签发。`,
  }),
  'userbuf-present': ({ consistent, mismatches }) => ({
    message: consistent
      ? rich`它带有 userbuf：是某个房间的 PrivateMapKey，不是普通的 UserSig。`
      : rich`它带有服务端不会接受的 userbuf：${mismatches.map((mismatch) => MISMATCHES[mismatch]).join('；')}。`,
    remedy: consistent
      ? rich`只能用于进房；登录要用普通的 UserSig。`
      : rich`请用现行官方库，按相同的 UserID、SDKAppID 和有效期重新生成。`,
  }),
  'looks-like-secret-key': ({ where, kind }) => ({
    message: rich`填在${where === 'sig' ? '签名' : '用户'}位置的内容看起来是${kind === 'app-key' ? '应用的 SecretKey' : '云 API 的密钥'}。`,
    remedy: rich`如果确实是，就等于已经泄露：请删除这条消息，并到控制台更换密钥。这里要填的是用密钥生成的 UserSig。`,
  }),
}
