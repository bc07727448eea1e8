import type { PushVerdict } from '../../../diagnostics/push/conclude.ts'
import { code, moment, relative, rich, strong } from '../../rich.ts'
import type { Texts } from '../texts.ts'
import { pushDevices } from './push-devices.ts'
import { pushEvidence } from './push-evidence.ts'
import { pushProof, within } from './push-proof.ts'
import { pushFindings } from './push-findings.ts'
import { pushReceipts } from './push-receipts.ts'
import { pushTokens } from './push-tokens.ts'

const CAUSES: Texts['push']['causes'] = {
  'admin-sig-rejected': '管理员签名被拒绝',
  'wrong-region': '数据中心不对',
  'service-inactive': '服务未开通或已停用',
  'account-not-found': '账号不存在',
  'online-only-message': '消息只发给在线用户',
  'push-disabled-by-sender': '发送方关闭了推送',
  'message-dropped': '消息没有发出去',
  'blocked-sender': '发送方被拉黑或禁言',
  'group-type-never-pushes': '该类型的群不推送',
  'do-not-disturb': '免打扰',
  'custom-message-without-description': '自定义消息没有描述',
  'message-not-found': '找不到消息',
  kicked: '被另一次登录踢下线',
  'logged-out': '已退出登录',
  'offline-stale': '太久没有连接',
  'never-logged-in': '没有登录过',
  'no-mobile-client': '手机没有登录',
  'no-device-bound': '没有绑定设备',
  'certificate-missing': '没有上报证书 ID',
  'token-missing': '没有上报 token',
  'certificate-mismatch': '证书与设备不匹配',
  'certificate-environment': '证书环境不对',
  'credential-rejected': '厂商不接受证书',
  'token-invalid': 'Token 无效',
  quota: '厂商限额已用完',
  'message-category': '消息分类不被允许',
  'content-rejected': '厂商不接受内容',
  'vendor-outage': '厂商服务不可用',
  'notification-off': '通知已关闭',
  'vendor-not-delivered': '厂商已接受，没有送达回执',
  'no-background-report': '应用没有上报进入后台',
  foreground: '应用在前台，或没有上报进入后台',
  'rate-limited': '查询限频',
  'upstream-unreachable': '有些情况没能查到',
}

const VERDICTS: Readonly<Record<PushVerdict, string>> = {
  'can-receive': '能收到推送',
  'cannot-receive': '收不到推送',
  unlikely: '可能收不到推送',
  unknown: '无法判断',
}

const CONFIDENCE: Texts['push']['confidence'] = { certain: '确定', 'very-likely': '很可能', possible: '可能' }

const OWNERS: Texts['push']['owners'] = {
  user: '用户本人',
  developer: '应用开发者',
  administrator: '腾讯云控制台管理员',
  vendor: '推送厂商',
  tencent: '腾讯云',
}

export const push: Texts['push'] = {
  findings: pushFindings,
  evidence: pushEvidence,
  tokens: pushTokens,
  receipts: pushReceipts,
  causes: CAUSES,
  confidence: CONFIDENCE,
  owners: OWNERS,
  checks: {
    service: { label: '应用与服务', pass: '腾讯云对这个应用正常响应' },
    account: { label: '账号', pass: '账号存在' },
    state: { label: '状态', pass: '当前状态可以推送' },
    message: { label: '消息', pass: '消息存在，可以推送' },
    relations: { label: '收发双方', pass: '没有拉黑，也没有禁言' },
    group: { label: '群', pass: '群消息会推送' },
    registration: { label: '注册', pass: '证书 ID 和 token 都已上报' },
    certificate: { label: '证书', pass: '没有发现问题' },
    vendor: { label: '厂商', pass: '最近的推送都被接受' },
    delivery: { label: '送达', pass: '没有发现问题' },
  },
  probes: {
    state: '在线状态',
    account: '账号',
    history: '回调记录',
    message: '消息',
    blocks: '黑名单',
    mute: '禁言',
    group: '群',
    member: '群成员',
    trace: '上次推送轨迹',
    taskTrace: '上次测试推送轨迹',
    loss: '推送损耗',
    devices: '已知设备',
    tokens: '推送厂商',
  },
  links: { sender: '发送方', im: '腾讯云 IM', vendor: '厂商', device: '设备', user: '用户' },
  outcomes: { pass: '正常', fail: '有问题', warn: '存疑', unknown: '没能查到', skipped: '未涉及' },
  title: (user, verdict, cause) => {
    switch (verdict) {
      case 'can-receive':
        return cause === null ? `${user} 能收到推送` : `${user} 能收到推送，但请注意：${cause}`
      case 'cannot-receive':
        return `${user} 收不到推送：${cause ?? ''}`
      case 'unlikely':
        return `${user} 可能收不到推送：${cause ?? ''}`
      case 'unknown':
        return cause === null ? `${user} 能否收到推送：无法判断` : `${user} 能否收到推送还无法确定：${cause}`
    }
  },
  howSure: (confidence) => rich`把握程度：${CONFIDENCE[confidence]}。`,
  ...pushProof,
  who: (owner) => rich`由${OWNERS[owner]}处理。`,
  evidenceLabel: '依据',
  moreFindings: (count) => rich`另有 ${count} 项次要发现。`,
  window: (since) => rich`查询范围从 ${moment(since)} 起；厂商的返回最多查 7 天。`,
  notSeen: (endpoint) =>
    `没能查到：${endpoint === 'store' ? '机器人自己的存储' : endpoint === 'timeout' ? '查询超时' : endpoint}`,
  progress: {
    title: (user) => `正在检查 ${user} 的推送…`,
    text: (done, all) => rich`${all} 项查询已完成 ${done} 项。`,
    waiting: (names) => rich`还在等：${names.join('、')}。`,
  },
  changed: {
    nothing: (at) => rich`与上次（${relative(at)}）相比没有变化。`,
    lead: (at) => rich`与上次（${relative(at)}）相比${strong('有变化')}：`,
    verdict: (before, now) => rich`结论：${VERDICTS[before]} → ${VERDICTS[now]}`,
    state: (before, now) => rich`状态：${code(before)} → ${code(now)}`,
    gone: (cause) => rich`已消失：${CAUSES[cause]}`,
    come: (cause) => rich`新出现：${CAUSES[cause]}`,
  },
  buttons: {
    again: '再查一次',
    test: '测试推送',
    history: '历史',
    devices: '设备',
    why: '为什么？',
    share: '分享工单信息',
    send: '发送测试推送',
  },
  ticket: {
    title: (user) => `工单信息：${user} 的推送`,
    time: '时间',
    device: '设备',
  },
  nextSteps: {
    closeApp: rich`请用户关掉应用，稍等片刻再查一次。`,
    testPush: rich`发一条测试推送：能看出走到哪一步，以及注册了哪些设备。`,
    ticket: rich`如果还是收不到，请在 3 天内带上“分享工单信息”里的各个 ID 向腾讯云提工单，后台日志只保留 3 天。`,
    enableWebhooks: rich`请为这个应用打开回调：没有回调，这里就没有状态和推送的历史。`,
  },
  timeline: {
    title: (user) => `${user} 的推送历史`,
    columns: ['时间', '事件', '结果'],
    none: (since) => rich`${moment(since)} 以来没有任何记录。`,
    noneEver: rich`这个应用从未有回调发到这里，所以没有记录：请看回调的配置步骤。`,
    more: (count) => rich`还有 ${count} 条更早的没有显示。`,
    kinds: {
      login: '登录',
      logout: '退出登录',
      disconnect: '断开连接',
      state: '状态变化，不影响连接',
      kicked: (platforms, by) => `${by === null ? '' : `${by} `}登录，踢下线：${platforms}`,
      push: '推送交给厂商',
      stopped: '推送没有交给厂商',
      delivered: '推送送达',
      clicked: '推送被点击',
      online: '在线送达',
      message: (from) => `${from} 的消息`,
      blocked: (other) => `拉黑 ${other}`,
      unblocked: (other) => `取消拉黑 ${other}`,
    },
    good: '成功',
    failed: '失败',
    onlineOnly: '只发给在线用户',
  },
  devices: pushDevices,
  check: {
    confirmTitle: (user) => `给 ${user} 发测试推送？`,
    confirm: (user) =>
      rich`这会在 ${code(user)} 注册过的每台手机上显示一条${strong('真实的通知')}，通知里会说明这是测试。`,
    certificateNote: (id) =>
      rich`腾讯云不支持指定测试推送的证书：推送会发给所有设备，我只跟踪使用证书 ${code(id)} 的设备。`,
    confirmVendor: (user, vendor, model) =>
      rich`这会绕过腾讯云，由${within(vendor)}在 ${code(user)} 的${model === null ? '手机' : ` ${model} `}上显示一条${strong('真实的通知')}。`,
    reads: (title, text) => rich`通知内容：${strong(title)}，“${text}”`,
    overLimit: (vendor) =>
      rich`${within(vendor).trimStart()}表示已达到限额，现在不再提供测试推送：超限后继续发送，有的厂商会降低应用的限额。`,
    vendorNotificationTitle: '消息通知',
    vendorNotificationText: '您好，客服团队正在核实您的消息通知，您无需任何操作。',
    notificationTitle: '推送测试',
    notificationText: (caseNumber) => `这是客服团队发出的推送测试，您无需任何操作。（${caseNumber}）`,
    title: (user) => `给 ${user} 的测试推送`,
    outcomes: {
      delivered: '已送达',
      accepted: '厂商已接受，还没有送达回执',
      failed: '失败',
      pending: '已发出，还没有更多消息',
    },
    stages: { im: '腾讯云 IM', vendor: '厂商', device: '手机', click: '点击' },
    stageOutcomes: { pass: '成功', fail: '失败', unknown: '暂无消息', skipped: '–' },
    online: '在线送达：应用当时开着',
    when: (at) => rich`（${moment(at)}）`,
    following: rich`正在跟踪，请稍候…`,
    alreadySent: rich`这条测试推送之前已经发过，不会再发。目前的情况：`,
    alreadyAsked: rich`这条测试推送之前已经请求过，不会再发。厂商的答复见第一次的回答。`,
    unsure: rich`不确定有没有发出去：还没有收到应答。不会自动重发。`,
    accepted: rich`厂商接受不等于送达：请问一下用户有没有看到通知。`,
    later: rich`回执可能来得更晚，之后可以用 ${code('/push history')} 查看。`,
    needsYes: (user) => rich`这会在 ${code(user)} 的手机上显示一条真实的通知。确认请加 ${code('--yes')}。`,
    noPushService: rich`这个应用自行集成厂商推送（${code('push: self-integrated')}），没有接口可以发测试推送。可以在控制台 Chat > 推送 > 接入测试里向设备发送，或在应用关闭时让另一个用户发消息。`,
    case: (number) => rich`编号：${code(number)}`,
  },
  vendor: {
    accepted: '厂商接受',
    refused: (answer) => rich`被拒绝：${code(answer)}`,
    noAnswer: (reason) => `没有应答（${reason}）`,
    reasons: {
      timeout: '超时',
      unreachable: '从这里无法访问',
      broken: '厂商出错',
      busy: '查询过多，请稍后再试',
      cancelled: '已放弃',
    },
    otherEnvironment: '被接受，但属于 APNs 的另一个环境',
    cannotAsk: '这家厂商无法在不打扰用户的情况下查询',
    hint: '（仅供参考）',
    certificateOf: (model, id, vendor) => `${model}，证书 ${id}，${vendor}`,
    tokenTitle: (end) => `推送 Token ${end}`,
    noShape: rich`不像任何一家厂商的推送 Token。是不是被截断了，或外面多了什么？`,
    sureShape: (vendor) => rich`从格式看是${strong(within(vendor))}的 Token。`,
    likeShape: (vendors) => rich`看起来像${strong(vendors.map(within).join('或'))}的 Token，仅凭格式无法确定。`,
    noCredential: rich`没有配置该厂商的凭证，所以没有询问厂商。`,
    certificate: (id, vendor) => `证书 ${id}，${vendor}`,
    certificatesTitle: (app) => `${app} 的推送证书`,
    certificateColumns: ['证书 ID', '厂商', '环境', '到期', '厂商答复', '上次通过'],
    ends: (at) => rich`${moment(at)}（${relative(at)}）`,
    noCertificates: rich`这个应用没有配置证书。没有接口可以列出证书，请加到配置的 ${code('certificates')} 里。`,
    holdNone: rich`没有配置凭证的证书无法向厂商查询。`,
    notHeld: '未查询：没有凭证',
    environments: { production: '生产', development: '开发' },
  },
  states: { Online: 'Online（在线）', PushOnline: 'PushOnline（可推送）', Offline: 'Offline（离线）', Unknown: '未知' },
  store: (problem) => rich`机器人自己的存储打不开：${problem}`,
  storeSilent: '没有响应，原因在我的日志里。',
  storeTitle: '现在查不了',
}
