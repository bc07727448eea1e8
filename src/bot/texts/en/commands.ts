/**
 * What each command is for and what its arguments are called. `name` and `label` are shown where commands
 * are offered for completion and follow its rules: no blanks, lower case; `field` stands over a form's field.
 */
export const commands = {
  'push.why': {
    name: 'why',
    summary: 'Why does this user get no push? One verdict, its evidence, and what to do',
    form: 'Why no push?',
    args: {
      user: { field: 'UserID', label: 'user', hint: 'The UserID who gets no push' },
      app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' },
      message: {
        field: 'Message',
        label: 'message',
        hint: 'About this message: its MsgKey, or with a group its MsgSeq',
      },
      from: { field: 'Sender', label: 'from', hint: 'About messages of this UserID' },
      group: { field: 'Group', label: 'group', hint: 'About messages in this GroupID' },
      since: { field: 'Since', label: 'since', hint: '2h, 7d, 14:00 or a date; if left out, 24 hours' },
    },
  },
  'push.devices': {
    name: 'devices',
    summary: 'The devices, certificate IDs and tokens that are known of a user',
    form: 'Devices of a user',
    args: {
      user: { field: 'UserID', label: 'user', hint: 'The UserID' },
      app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' },
    },
  },
  'push.check': {
    name: 'check',
    summary: 'Send a real test push, after a confirmation, and follow it to its end',
    form: 'Send a test push',
    args: {
      user: { field: 'UserID', label: 'user', hint: 'The UserID to send it to' },
      certificate: {
        field: 'Certificate ID',
        label: 'certificate',
        hint: 'Look at devices with this certificate only',
      },
      device: { field: 'Device', label: 'device', hint: 'Send to this device only: its number in /push devices' },
      app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' },
      yes: { field: 'Confirmed', label: 'yes', hint: 'Confirms that a real notification may be shown' },
    },
  },
  'push.history': {
    name: 'history',
    summary: "A user's timeline: states, pushes and what the vendors answered",
    form: 'Push history',
    args: {
      user: { field: 'UserID', label: 'user', hint: 'The UserID' },
      app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' },
      since: { field: 'Since', label: 'since', hint: '2h, 7d, 14:00 or a date; if left out, 24 hours' },
    },
  },
  'push.token': {
    name: 'token',
    summary: 'Whose push token is this, and is it still good? Nothing is shown on the phone',
    form: 'Check a push token',
    args: {
      token: { field: 'Token', label: 'token', hint: 'The device token or registration ID' },
      app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' },
    },
  },
  'push.vendor': {
    name: 'vendor',
    summary: 'How pushes of one vendor do: loss, top failures, credentials and receipts',
    form: 'Pushes of a vendor',
    args: {
      vendor: { field: 'Vendor', label: 'vendor', hint: 'apns, fcm, huawei, honor, xiaomi, oppo, vivo or meizu' },
      since: { field: 'Since', label: 'since', hint: '2h, 7d, 14:00 or a date; if left out, 24 hours' },
      app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' },
    },
  },
  'im.certificates': {
    name: 'certificates',
    summary: 'Are the push certificates accepted by their vendors, and when do they end?',
    form: 'Push certificates',
    args: { app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' } },
  },
  'im.status': {
    name: 'status',
    summary: 'Are these users online, on what, and can they receive an offline push now?',
    form: 'State of users',
    args: {
      user: { field: 'UserIDs', label: 'user', hint: 'One UserID or many, separated by blanks or commas' },
      app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' },
    },
  },
  'usersig.verify': {
    name: 'verify',
    summary: 'Is this UserSig good for this user, and if not, why not and what to do?',
    form: 'Verify a UserSig',
    args: {
      user: { field: 'UserID', label: 'user', hint: 'The UserID that logs in with it' },
      sig: { field: 'UserSig', label: 'sig', hint: 'The UserSig, exactly as the client uses it' },
      app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' },
      at: { field: 'Time', label: 'at', hint: 'Was it good then? ISO 8601 or UNIX seconds' },
    },
  },
  'usersig.inspect': {
    name: 'inspect',
    summary: 'What is in this UserSig, when nobody knows whose it is?',
    form: 'Inspect a UserSig',
    args: {
      sig: { field: 'UserSig', label: 'sig', hint: 'The UserSig, exactly as the client uses it' },
      app: { field: 'App', label: 'app', hint: 'Name of the app it should be for' },
      at: { field: 'Time', label: 'at', hint: 'Was it good then? ISO 8601 or UNIX seconds' },
    },
  },
  'usersig.generate': {
    name: 'generate',
    summary: 'Make a new UserSig for a user (admins only)',
    form: 'Make a UserSig',
    args: {
      user: { field: 'UserID', label: 'user', hint: 'The UserID that will log in with it' },
      ttl: { field: 'Lifetime', label: 'ttl', hint: 'How long it lasts: 7d, 12h, 30m; if left out, 180 days' },
      app: { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' },
      room: { field: 'Room', label: 'room', hint: 'For a PrivateMapKey: the room, a number or a name' },
      privileges: {
        field: 'Rights',
        label: 'privileges',
        hint: 'For a PrivateMapKey: all, or rights such as enter-room,receive-audio',
      },
    },
  },
  'im.error': {
    name: 'error',
    summary: 'What an error code of Tencent IM or of a push vendor means, and what to do',
    form: 'Explain an error code',
    args: {
      code: { field: 'Error code', label: 'code', hint: 'A code such as 70009, or a log line with one in it' },
      vendor: { field: 'Push vendor', label: 'vendor', hint: 'Only codes of this push vendor' },
    },
  },
  'im.apps': {
    name: 'apps',
    summary: 'The apps that are configured here',
    form: 'Apps',
    args: {},
  },
  'im.help': {
    name: 'help',
    summary: 'What I can do, and how to ask for it',
    form: 'Help',
    args: { command: { field: 'Command', label: 'command', hint: 'A command, such as usersig verify' } },
  },
}

export const families = {
  usersig: { summary: 'Verify, inspect and make UserSigs' },
  push: { summary: 'Why a user gets no push, their devices, their history, test pushes' },
  im: { summary: 'User states, error codes, apps and help' },
}
