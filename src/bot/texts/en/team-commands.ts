const app = { field: 'App', label: 'app', hint: 'Name of the app; if left out, the default one' }
const number = (of: string) => ({ field: 'Number', label: 'id', hint: `The number of the ${of}` })

/** Commands for the team's channel: reports, watches, alerts and cases. As `commands`. */
export const teamCommands = {
  'im.report': {
    name: 'now',
    summary: 'The team report, now: pushes by vendor, failures, webhooks, what I was asked',
    form: 'Team report',
    args: {
      app,
      since: { field: 'Since', label: 'since', hint: '2h, 7d, 14:00 or a date; if left out, 24 hours' },
      lang: { field: 'Language', label: 'lang', hint: 'en or zh; if left out, yours' },
    },
  },
  'im.report.schedule': {
    name: 'schedule',
    summary: 'Post the team report in a channel, again and again',
    form: 'Schedule a report',
    args: {
      when: { field: 'When', label: 'when', hint: '"every weekday 09:00", "every monday 10:00", or cron' },
      channel: { field: 'Channel', label: 'channel', hint: '#push-ops, the id of a channel, or here' },
      app,
      tz: { field: 'Time zone', label: 'tz', hint: 'Such as Asia/Shanghai; if left out, yours' },
      lang: { field: 'Language', label: 'lang', hint: 'en or zh; if left out, yours' },
    },
  },
  'im.report.list': {
    name: 'list',
    summary: 'Which reports are scheduled, and when the next ones come',
    form: 'Scheduled reports',
    args: {},
  },
  'im.report.remove': {
    name: 'remove',
    summary: 'Stop a scheduled report',
    form: 'Stop a report',
    args: { id: number('report, as the list shows it') },
  },
  'im.watch.add': {
    name: 'add',
    summary: 'Tell this channel when a user becomes reachable, or a push to them fails',
    form: 'Watch a user',
    args: {
      user: { field: 'UserID', label: 'user', hint: 'The UserID to watch' },
      for: { field: 'For', label: 'for', hint: 'How long: 2h, 24h, 7d; if left out, 24 hours' },
      app,
    },
  },
  'im.watch.list': {
    name: 'list',
    summary: 'Which users are watched, where, and until when',
    form: 'Watches',
    args: {},
  },
  'im.watch.stop': {
    name: 'stop',
    summary: 'Stop watching a user',
    form: 'Stop a watch',
    args: { id: number('watch, as the list shows it') },
  },
  'im.alert.list': {
    name: 'list',
    summary: 'What is wrong at the moment, and who has taken it',
    form: 'Alerts',
    args: { app },
  },
  'im.alert.acknowledge': {
    name: 'acknowledge',
    summary: 'Take an alert: the card says that you look after it',
    form: 'Take an alert',
    args: { id: number('alert') },
  },
  'im.alert.silence': {
    name: 'silence',
    summary: 'Say no more about this alert for a while',
    form: 'Silence an alert',
    args: {
      id: number('alert'),
      for: { field: 'For', label: 'for', hint: 'How long: 1h, 4h, 2d; if left out, 4 hours' },
    },
  },
  'push.case.show': {
    name: 'show',
    summary: 'A diagnosis of before: what was found, who has it, what it really was',
    form: 'Show a case',
    args: { id: number('case') },
  },
  'push.case.list': {
    name: 'list',
    summary: 'Cases that are open, or that were closed',
    form: 'Cases',
    args: { state: { field: 'State', label: 'state', hint: 'open, closed or all; if left out, open' }, app },
  },
  'push.case.take': {
    name: 'take',
    summary: 'Take a case: it is yours to solve',
    form: 'Take a case',
    args: { id: number('case') },
  },
  'push.case.close': {
    name: 'close',
    summary: 'Close a case, and say what it really was',
    form: 'Close a case',
    args: {
      id: number('case'),
      cause: {
        field: 'True cause',
        label: 'cause',
        hint: 'What it was: a cause such as logged-out, other, or no-fault',
      },
    },
  },
  'push.case.reopen': {
    name: 'reopen',
    summary: 'Open a closed case again',
    form: 'Open a case again',
    args: { id: number('case') },
  },
}

/** What stands between family and name. `name` as commands have it. */
export const groups = {
  report: { name: 'report', summary: 'The team report: now, or on a schedule' },
  watch: { name: 'watch', summary: 'Tell this channel when a user becomes reachable' },
  alert: { name: 'alert', summary: 'What is wrong at the moment' },
  case: { name: 'case', summary: 'Diagnoses of before, and what they really were' },
}
