import type { commands as english, families as englishFamilies } from '../en/commands.ts'

export const commands: typeof english = {
  'push.why': {
    name: '诊断',
    summary: '用户为什么收不到推送？给出结论、依据和处理办法',
    form: '为什么收不到推送',
    args: {
      user: { field: 'UserID', label: '用户', hint: '收不到推送的 UserID' },
      app: { field: '应用', label: '应用', hint: '应用名称，不填则为默认应用' },
      message: { field: '消息', label: '消息', hint: '某条消息：MsgKey，群消息则为 MsgSeq' },
      from: { field: '发送方', label: '发送方', hint: '某个 UserID 发的消息' },
      group: { field: '群', label: '群', hint: '某个 GroupID 里的消息' },
      since: { field: '起始时间', label: '起始时间', hint: '2h、7d、14:00 或日期，不填则为 24 小时' },
    },
  },
  'push.devices': {
    name: '设备',
    summary: '已知的用户设备、证书 ID 和 token',
    form: '用户的设备',
    args: {
      user: { field: 'UserID', label: '用户', hint: '要查询的 UserID' },
      app: { field: '应用', label: '应用', hint: '应用名称，不填则为默认应用' },
    },
  },
  'push.check': {
    name: '测试',
    summary: '确认后发一条真实的测试推送，并跟踪到底',
    form: '发送测试推送',
    args: {
      user: { field: 'UserID', label: '用户', hint: '接收测试推送的 UserID' },
      certificate: { field: '证书 ID', label: '证书', hint: '只看使用该证书的设备' },
      device: { field: '设备', label: '设备', hint: '只发给这台设备：填 /push devices 里的编号' },
      app: { field: '应用', label: '应用', hint: '应用名称，不填则为默认应用' },
      yes: { field: '确认', label: '确认', hint: '确认可以显示真实的通知' },
    },
  },
  'push.history': {
    name: '历史',
    summary: '用户的时间线：状态、推送和厂商的返回',
    form: '推送历史',
    args: {
      user: { field: 'UserID', label: '用户', hint: '要查询的 UserID' },
      app: { field: '应用', label: '应用', hint: '应用名称，不填则为默认应用' },
      since: { field: '起始时间', label: '起始时间', hint: '2h、7d、14:00 或日期，不填则为 24 小时' },
    },
  },
  'push.token': {
    name: '令牌',
    summary: '这个推送 token 是哪家的，还有效吗？不会打扰用户',
    form: '检查推送 token',
    args: {
      token: { field: 'Token', label: '令牌', hint: '设备 token 或 RegistrationID' },
      app: { field: '应用', label: '应用', hint: '应用名称，不填则为默认应用' },
    },
  },
  'push.vendor': {
    name: '厂商',
    summary: '某个厂商的推送情况：丢失率、主要失败原因、证书和回执',
    form: '厂商推送情况',
    args: {
      vendor: { field: '厂商', label: '厂商', hint: 'apns、fcm、huawei、honor、xiaomi、oppo、vivo 或 meizu' },
      since: { field: '起始时间', label: '起始时间', hint: '2h、7d、14:00 或日期，不填则为 24 小时' },
      app: { field: '应用', label: '应用', hint: '应用名称，不填则为默认应用' },
    },
  },
  'im.certificates': {
    name: '证书',
    summary: '推送证书厂商还接受吗，什么时候到期？',
    form: '推送证书',
    args: { app: { field: '应用', label: '应用', hint: '应用名称，不填则为默认应用' } },
  },
  'im.status': {
    name: '状态',
    summary: '这些用户在线吗、在什么设备上、现在能不能收到离线推送？',
    form: '用户状态',
    args: {
      user: { field: 'UserID', label: '用户', hint: '一个或多个 UserID，用空格或逗号隔开' },
      app: { field: '应用', label: '应用', hint: '应用名称，不填则为默认应用' },
    },
  },
  'usersig.verify': {
    name: '校验',
    summary: '这个 UserSig 对该用户是否有效？无效的话，原因和解决办法是什么',
    form: '校验 UserSig',
    args: {
      user: { field: 'UserID', label: '用户', hint: '用它登录的 UserID' },
      sig: { field: 'UserSig', label: '签名', hint: '客户端实际使用的 UserSig' },
      app: { field: '应用', label: '应用', hint: '应用名称；不填则用默认应用' },
      at: { field: '时间', label: '时间', hint: '当时是否有效？ISO 8601 或 UNIX 秒' },
    },
  },
  'usersig.inspect': {
    name: '查看',
    summary: '不知道是谁的 UserSig 时，看看里面有什么',
    form: '查看 UserSig',
    args: {
      sig: { field: 'UserSig', label: '签名', hint: '客户端实际使用的 UserSig' },
      app: { field: '应用', label: '应用', hint: '它应属于的应用名称' },
      at: { field: '时间', label: '时间', hint: '当时是否有效？ISO 8601 或 UNIX 秒' },
    },
  },
  'usersig.generate': {
    name: '生成',
    summary: '为用户生成新的 UserSig（仅限管理员）',
    form: '生成 UserSig',
    args: {
      user: { field: 'UserID', label: '用户', hint: '要登录的 UserID' },
      ttl: { field: '有效期', label: '有效期', hint: '例如 7d、12h、30m；不填为 180 天' },
      app: { field: '应用', label: '应用', hint: '应用名称；不填则用默认应用' },
      room: { field: '房间', label: '房间', hint: '生成 PrivateMapKey 时填写：房间号或房间名' },
      privileges: {
        field: '权限',
        label: '权限',
        hint: '生成 PrivateMapKey 时填写：all，或 enter-room,receive-audio 等',
      },
    },
  },
  'im.error': {
    name: '错误码',
    summary: '腾讯 IM 或推送厂商的错误码是什么意思、怎么处理',
    form: '解释错误码',
    args: {
      code: { field: '错误码', label: '错误码', hint: '例如 70009，或包含错误码的一行日志' },
      vendor: { field: '推送厂商', label: '厂商', hint: '只看该推送厂商的错误码' },
    },
  },
  'im.apps': {
    name: '应用列表',
    summary: '这里配置了哪些应用',
    form: '应用',
    args: {},
  },
  'im.help': {
    name: '帮助',
    summary: '我能做什么、怎么问',
    form: '帮助',
    args: { command: { field: '命令', label: '命令', hint: '某个命令，例如 usersig verify' } },
  },
}

export const families: typeof englishFamilies = {
  usersig: { summary: '校验、查看和生成 UserSig' },
  push: { summary: '用户为什么收不到推送、设备、历史和推送测试' },
  im: { summary: '用户状态、错误码、应用和帮助' },
}
