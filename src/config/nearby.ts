import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { ConfigProblem } from './problem.ts'
import { VARIABLES } from './environment.ts'
import type { Environment } from './read-source.ts'

/** The name that is looked for. */
export const CONFIG_NAME = 'im-doctor.yaml'

/** What people call the file by mistake: only these are looked for, and none is opened. */
const MISNAMED = [
  'im-doctor.yml',
  'im-doctor.yaml.txt',
  'im-doctor.yml.txt',
  'im-doctor.yaml.yaml',
  'im-doctor.json',
  'imdoctor.yaml',
  'imdoctor.yml',
  'im_doctor.yaml',
  'im_doctor.yml',
  'im.doctor.yaml',
  '.im-doctor.yaml',
  '.im-doctor.yml',
  'IM-Doctor.yaml',
  'IM-DOCTOR.yaml',
  'Im-Doctor.yaml',
  'im-doctor.YAML',
  'im-docter.yaml',
  'im-doctor.conf',
  'im-doctor.toml',
] as const

const ELSEWHERE = ['..', 'config', 'conf', 'etc', 'deploy', 'im-doctor'] as const

export interface Nearby {
  /** A file that is meant to be the configuration, in the folder itself; null: none. */
  misnamed: string | null
  warnings: readonly ConfigProblem[]
}

/**
 * Configurations that were probably meant, where no file was found: files under a few known names in the folder and beside
 * it, and variables that are nearly right. Looks at names alone.
 *
 * @param isConfigured whether the environment makes a configuration
 */
export function lookNearby(folder: string, environment: Environment, isConfigured: boolean): Nearby {
  const misnamed = MISNAMED.find((name) => isFile(join(folder, name))) ?? null
  const elsewhere = ELSEWHERE.flatMap((place) => [CONFIG_NAME, 'im-doctor.yml'].map((name) => join(place, name))).find(
    (path) => isFile(join(folder, path)),
  )
  const isEmpty = environment['IM_DOCTOR_CONFIG']?.trim() === ''
  return {
    misnamed,
    warnings: [
      ...(isEmpty ? [{ key: 'IM_DOCTOR_CONFIG', problem: 'empty-variable' }] : []),
      ...(elsewhere === undefined || misnamed !== null ? [] : [{ key: elsewhere, problem: 'elsewhere' }]),
      ...nearVariables(environment, isConfigured),
      ...unused(environment, isConfigured),
    ],
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** How an app is called in the names of variables, in front of what is meant. */
const APP = '(?:IMDOCTOR|TENCENTCLOUD|TENCENT|QCLOUD|TIM|IM|CHAT)'

/** Names without their underscores, in capital letters, by the variable that is probably meant. */
const NEAR: readonly (readonly [string, RegExp])[] = [
  ['IM_SDK_APP_ID', new RegExp(`^${APP}{0,3}SDKAPPID$|^${APP}{1,3}APPID$|^${APP}{1,3}SDKID$`)],
  [
    'IM_SECRET_KEY',
    // TENCENTCLOUD_SECRET_KEY is the cloud API's, and no key of an app.
    /^(?:TENCENTCLOUD|TENCENT|QCLOUD)?(?:IMDOCTOR|TIM|IM|CHAT)(?:(?:SDK|APP)?SECRET(?:KEY)?|(?:APP)?KEY)$|^SDKSECRETKEY$|^SDKAPPSECRET$/,
  ],
  ['IM_REGION', new RegExp(`^${APP}{2,3}REGION$`)],
  ['IM_WEBHOOK_TOKEN', new RegExp(`^${APP}{1,3}CALLBACKTOKEN$|^${APP}{2,3}WEBHOOKTOKEN$`)],
  ['IM_ADMINISTRATOR', new RegExp(`^${APP}{1,3}ADMIN(?:USERID|ID|USER|ACCOUNT)?$`)],
  ['SLACK_BOT_TOKEN', /^SLACK(?:API|OAUTH|BOTOAUTH|BOTUSEROAUTH|BOTUSER|BOTACCESS)?TOKEN$/],
  ['SLACK_APP_TOKEN', /^SLACK(?:APPLEVEL|SOCKET|SOCKETMODE|APPLICATION)TOKEN$/],
  ['SLACK_SIGNING_SECRET', /^SLACK(?:SIGN|SIGNATURE)?(?:ING)?(?:SECRET|KEY|SIGNINGKEY)$/],
  ['DISCORD_TOKEN', /^DISCORD(?:BOT|API|BOTAPI)TOKEN$/],
  ['DISCORD_APPLICATION_ID', /^DISCORD(?:CLIENT|APP|BOT)ID$/],
  ['DATABASE_URL', /^(?:POSTGRES|POSTGRESQL|PG)(?:DATABASE)?UR[LI]$|^DATABASEURI$/],
  ['IM_DOCTOR_CONFIG', /^IMDOCTOR(?:CONFIG(?:FILE|PATH|YAML)?|CONF|YAML)$/],
]

const LONGEST_NAME = 60

/** Variables that are set under nearly the right name, where the right one is not set. */
function nearVariables(environment: Environment, isConfigured: boolean): readonly ConfigProblem[] {
  const known: ReadonlySet<string> = new Set([...VARIABLES, 'IM_DOCTOR_CONFIG'])
  const isSet = (name: string) => (environment[name] ?? '') !== ''
  const found = Object.keys(environment).flatMap((key) => {
    if (known.has(key) || key.length > LONGEST_NAME || !isSet(key)) return []
    const bare = key.toUpperCase().replace(/[^A-Z0-9]/g, '')
    const meant = NEAR.find(([name, near]) => near.test(bare) || bare === name.replaceAll('_', ''))?.[0]
    // Any machine has a database that is none of ours.
    if (meant === 'DATABASE_URL' && !isConfigured) return []
    return meant === undefined || isSet(meant) ? [] : [{ key, problem: `near-variable:${meant}` }]
  })
  return found.toSorted((one, other) => (one.key < other.key ? -1 : 1))
}

/** A store without an app keeps nothing: the simulated app has one in memory. */
const unused = (environment: Environment, isConfigured: boolean): readonly ConfigProblem[] =>
  !isConfigured && (environment['DATABASE_URL'] ?? '') !== '' ? [{ key: 'DATABASE_URL', problem: 'unused' }] : []
