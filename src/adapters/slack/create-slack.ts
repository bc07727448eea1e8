import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { App } from '@slack/bolt'
import type * as boltLibrary from '@slack/bolt'
import type { ChannelWriter } from '../../bot/ports/channels.ts'
import type { SlackSettings } from '../../config/settings.ts'
import { ExpiringMap } from '../expiring-map.ts'
import { InFlight } from '../in-flight.ts'
import type { Surface, SurfaceDeps } from '../surface.ts'
import { createCallSlack, type CallSlack } from './call-slack.ts'
import { createChannelApi } from './channel-api.ts'
import { createChannelWriter } from './channels/channel-writer.ts'
import { createFileApi } from './file-api.ts'
import { createFindAnswer, type FindAnswer } from './find-answer.ts'
import { listen } from './listen.ts'
import { TIMES } from './limits.ts'
import { createPeople } from './people.ts'
import { createUploadPictures } from './pictures.ts'
import { reachByEnvironment, type Reach } from './proxy.ts'
import { receive, type Receiving } from './receive.ts'
import { createRespond } from './respond.ts'
import { withRetries } from './retry.ts'
import { createSeal, type Seal } from './seal.ts'
import { createSlackApi } from './slack-api.ts'
import type { SlackContext } from './slack-context.ts'
import { failureOf } from './slack-failure.ts'
import { slackLogger } from './slack-logger.ts'
import { missingSetting, startError } from './start-error.ts'
import { createUserGroups } from './user-groups.ts'

export interface SlackSurface extends Surface {
  /** Takes `POST /slack/events` in http mode; null in socket mode. */
  requestListener: ((request: IncomingMessage, response: ServerResponse) => void) | null
  /** What the bot posts of its own accord. */
  channels: ChannelWriter
}

export interface SlackOptions {
  /** Ids of the user groups that the access rules name; their members are asked for only when there are any. */
  usergroups: readonly string[]
}

const DAY = 86_400_000

/** Slack as a surface. Loads Bolt, so it is called only when Slack is configured. */
export async function createSlack(
  settings: SlackSettings,
  deps: SurfaceDeps,
  options: SlackOptions = { usergroups: [] },
): Promise<SlackSurface> {
  const { log, now } = deps
  if (settings.botToken.reveal() === '') throw missingSetting('bot')
  // Imported as a module, each of its files would be parsed once more, to find the names that it exports.
  const bolt: typeof boltLibrary = createRequire(import.meta.url)('@slack/bolt')
  const reach = await reachByEnvironment(process.env)
  const logger = slackLogger(log, bolt.LogLevel.INFO)
  const inFlight = new InFlight()
  const receiving = receive(bolt, settings, { reach, logger, log, now, inFlight, onFatal: deps.onFatal })
  const app = new bolt.App({
    token: settings.botToken.reveal(),
    receiver: receiving.receiver,
    logger,
    // The defaults keep conversations in memory, and call Slack before anyone can hear of a failure.
    convoStore: false,
    deferInitialization: true,
    clientOptions: clientOptions(settings, reach),
  })
  const call = createCallSlack({ log, observe: deps.observe, onUnauthorized: () => void confirmCutOff(app, deps) })
  const seal = createSeal(settings.botToken, now)
  const channelApi = createChannelApi(app.client, call)
  const find = createFindAnswer(channelApi, now)
  const context = slackContext(app, { deps, reach, inFlight, call, find, seal, usergroups: options.usergroups })
  listen(app, context)
  const channels = createChannelWriter({ ...context, api: channelApi })
  return { ...surface(app, receiving, context), channels }
}

/** Attempts are repeated by our own rules, which know what may be repeated; never by the SDK's. */
const clientOptions = (settings: SlackSettings, { fetch }: Reach) => ({
  slackApiUrl: settings.apiUrl,
  fetch,
  timeout: TIMES.apiCall,
  retryConfig: { retries: 0 },
  // Else one 429 stops every call of this token for as long as Slack says.
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
})

interface Parts {
  deps: SurfaceDeps
  reach: Reach
  inFlight: InFlight
  call: CallSlack
  find: FindAnswer
  seal: Seal
  usergroups: readonly string[]
}

function slackContext(app: App, { deps, reach, inFlight, call, find, seal, usergroups }: Parts): SlackContext {
  const { bot, log, now, observe } = deps
  const { client } = app
  const newKey = randomUUID
  const api = createSlackApi(client, { call, find, newKey })
  return {
    bot,
    log,
    now,
    observe,
    api,
    inFlight,
    respond: createRespond({ fetch: reach.fetch, find, newKey, log, observe }),
    people: createPeople(api, now),
    groups: createUserGroups(api, usergroups, now),
    uploadPictures: createUploadPictures({ files: createFileApi(client, reach.fetch, call), log, observe }),
    seal,
    shared: new ExpiringMap({ most: 5000, keptFor: DAY, now }),
  }
}

/** One call that is refused may have its own reasons; that our token is no longer good is asked once more. */
async function confirmCutOff(app: App, { onFatal, log }: SurfaceDeps): Promise<void> {
  try {
    await app.client.auth.test()
  } catch (error) {
    const failed = failureOf(error)
    const reason = startError(failed, 'bot')
    log.error({ code: failed.code }, 'slack refuses the bot token')
    if (reason.remedy.includes('SLACK_BOT_TOKEN')) onFatal(reason)
  }
}

function surface(app: App, receiving: Receiving, { inFlight, log, now }: SlackContext): Omit<SlackSurface, 'channels'> {
  let running = false
  return {
    name: 'slack',
    requestListener: receiving.requestListener,
    ready: () => running && receiving.connected(),
    async start() {
      await initialize(app)
      await receiving.connect()
      running = true
      log.info('slack is ready')
    },
    async stop(deadline) {
      running = false
      try {
        // A moment for what still has to be acknowledged over the socket; no longer, as new work comes over it too.
        await inFlight.idle(Math.min(1000, deadline - now()))
        await receiving.close(Math.min(2000, deadline - now()))
        if (!(await inFlight.idle(deadline - now()))) log.warn('slack stopped with work in flight')
      } catch (error) {
        log.error({ code: failureOf(error).code }, 'slack did not stop cleanly')
      }
    },
  }
}

async function initialize(app: App): Promise<void> {
  const initialized = await withRetries<null>(
    async () => {
      try {
        await app.init()
        return { ok: true, value: null }
      } catch (error) {
        return { ok: false, failure: failureOf(error) }
      }
    },
    { look: null },
  )
  if (!initialized.ok) throw startError(initialized.failure, 'bot')
}
