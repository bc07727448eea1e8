import type { Command } from './command.ts'
import { imAlertAcknowledge } from './commands/im-alert-acknowledge.ts'
import { imAlertList } from './commands/im-alert-list.ts'
import { imAlertSilence } from './commands/im-alert-silence.ts'
import { imReport } from './commands/im-report.ts'
import { imReportList } from './commands/im-report-list.ts'
import { imReportRemove } from './commands/im-report-remove.ts'
import { imReportSchedule } from './commands/im-report-schedule.ts'
import { imWatchAdd } from './commands/im-watch-add.ts'
import { imWatchList } from './commands/im-watch-list.ts'
import { imWatchStop } from './commands/im-watch-stop.ts'
import { imApps } from './commands/im-apps.ts'
import { imError } from './commands/im-error.ts'
import { imHelp } from './commands/im-help.ts'
import { imStatus } from './commands/im-status.ts'
import { pushCaseClose } from './commands/push-case-close.ts'
import { pushCaseList } from './commands/push-case-list.ts'
import { pushCaseReopen } from './commands/push-case-reopen.ts'
import { pushCaseShow } from './commands/push-case-show.ts'
import { pushCaseTake } from './commands/push-case-take.ts'
import { pushCheck } from './commands/push-check.ts'
import { pushDevices } from './commands/push-devices.ts'
import { pushHistory } from './commands/push-history.ts'
import { imCertificates } from './commands/im-certificates.ts'
import { pushToken } from './commands/push-token.ts'
import { pushVendor } from './commands/push-vendor.ts'
import { pushWhy } from './commands/push-why.ts'
import { usersigGenerate } from './commands/usersig-generate.ts'
import { usersigInspect } from './commands/usersig-inspect.ts'
import { usersigVerify } from './commands/usersig-verify.ts'

/** Every command there is, in the order of help. All surfaces derive theirs from this list. */
export const COMMANDS: readonly Command[] = [
  pushWhy,
  pushDevices,
  pushCheck,
  pushHistory,
  pushToken,
  pushVendor,
  pushCaseShow,
  pushCaseList,
  pushCaseTake,
  pushCaseClose,
  pushCaseReopen,
  imStatus,
  imCertificates,
  imError,
  imReport,
  imReportSchedule,
  imReportList,
  imReportRemove,
  imWatchAdd,
  imWatchList,
  imWatchStop,
  imAlertList,
  imAlertAcknowledge,
  imAlertSilence,
  usersigVerify,
  usersigInspect,
  usersigGenerate,
  imApps,
  imHelp,
]
