/** What each command is for and what its arguments are called. `name` and `label` are shown in Discord's command list. */
export const commands = {
  'usersig.verify': {
    name: 'verify',
    summary: 'Is this UserSig good for this user, and if not, why not and what to do?',
    form: 'Verify a UserSig',
    args: {
      user: { label: 'user', hint: 'The UserID that logs in with it' },
      sig: { label: 'sig', hint: 'The UserSig, as the client has it' },
      app: { label: 'app', hint: 'Name of the app; left out: the default one' },
      at: { label: 'at', hint: 'Was it good then? ISO 8601 or UNIX seconds' },
    },
  },
  'usersig.inspect': {
    name: 'inspect',
    summary: 'What is in this UserSig, when nobody knows whose it is?',
    form: 'Inspect a UserSig',
    args: {
      sig: { label: 'sig', hint: 'The UserSig, as the client has it' },
      app: { label: 'app', hint: 'Name of the app it should be for' },
      at: { label: 'at', hint: 'Was it good then? ISO 8601 or UNIX seconds' },
    },
  },
  'usersig.generate': {
    name: 'generate',
    summary: 'Make a new UserSig for a user; needs the admin role',
    form: 'Make a UserSig',
    args: {
      user: { label: 'user', hint: 'The UserID that shall log in' },
      ttl: { label: 'ttl', hint: 'How long it lasts: 7d, 12h, 30m; left out: 180 days' },
      app: { label: 'app', hint: 'Name of the app; left out: the default one' },
      room: { label: 'room', hint: 'For a PrivateMapKey: the room, a number or a name' },
      privileges: { label: 'privileges', hint: 'For a PrivateMapKey: all, or rights such as enter-room,receive-audio' },
    },
  },
  'im.error': {
    name: 'error',
    summary: 'What an error code of Tencent IM or of a push vendor means, and what to do',
    form: 'Explain an error code',
    args: {
      code: { label: 'code', hint: 'A code such as 70009, or a log line with one in it' },
      vendor: { label: 'vendor', hint: 'Only codes of this push vendor' },
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
    args: { command: { label: 'command', hint: 'A command, such as usersig verify' } },
  },
}

export const families = {
  usersig: { summary: 'Verify, inspect and make UserSigs' },
  im: { summary: 'Error codes, apps and help' },
}
