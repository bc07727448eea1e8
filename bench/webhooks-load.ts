import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'

/** What the process that is forked from this file is told to send. */
export interface Load {
  port: number
  sdkAppId: number
  token: string
  /** Requests a second, whatever becomes of them; null: each connection sends the next as soon as it has an answer. */
  rate: number | null
  seconds: number
  connections: number
  eventsPerRequest: number
}

export interface LoadResult {
  acknowledged: number
  refused: number
  /** From the start to the last answer. */
  seconds: number
  /** Milliseconds from the moment a request was due, so that a queue in the sender counts. */
  p50: number
  p99: number
}

const ACKNOWLEDGED = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}'
const TICK = 4

function bodyOf(request: number, events: number, run: string): string {
  const EventTime = Math.floor(Date.now() / 1000)
  return JSON.stringify({
    Events: Array.from({ length: events }, (_, index) => ({
      CallbackCommand: 'Push.OfflinePush',
      EventType: 1,
      EventTime,
      From_Account: `sender-${request % 100}`,
      To_Account: `user-${(request * events + index) % 50_000}`,
      PushPlatform: 1 + (index % 8),
      PushStage: 1 + (index % 3),
      MsgKey: `${request}_${index}_${EventTime}`,
      MsgSeq: request,
      MsgRandom: index,
      MsgTime: EventTime,
      PushID: `${run}-${request}-${index}`,
      ErrCode: 0,
      ErrInfo: 'success',
    })),
  })
}

async function send(load: Load): Promise<LoadResult> {
  const pool = new Pool(`http://127.0.0.1:${load.port}`, { connections: load.connections })
  const run = String(process.pid) + String(load.rate)
  const took: number[] = []
  let refused = 0

  const post = async (request: number, due: number): Promise<void> => {
    const time = String(Math.floor(Date.now() / 1000))
    const sign = createHash('sha256')
      .update(load.token + time)
      .digest('hex')
    const query = `SdkAppid=${load.sdkAppId}&CallbackCommand=Push.OfflinePush&contenttype=json&Sign=${sign}&RequestTime=${time}`
    const body = bodyOf(request, load.eventsPerRequest, run)
    const headers = { 'content-type': 'application/json' }
    const answer = await pool.request({ method: 'POST', path: `/webhooks/im/bench?${query}`, headers, body })
    if ((await answer.body.text()) === ACKNOWLEDGED) took.push(performance.now() - due)
    else refused++
  }

  const started = performance.now()
  const end = started + load.seconds * 1000
  if (load.rate === null) await sendInTurn(load.connections, end, post)
  else await sendAtRate(load.rate, started, load.seconds, post)
  const seconds = (performance.now() - started) / 1000
  await pool.close()
  took.sort((one, other) => one - other)
  const at = (share: number) => took[Math.floor(took.length * share)] ?? Number.NaN
  return { acknowledged: took.length, refused, seconds, p50: at(0.5), p99: at(0.99) }
}

type Post = (request: number, due: number) => Promise<void>

async function sendAtRate(rate: number, started: number, seconds: number, post: Post): Promise<void> {
  const sent: Promise<void>[] = []
  while (sent.length < rate * seconds) {
    const due = Math.min(((performance.now() - started) / 1000) * rate, rate * seconds)
    while (sent.length < due) sent.push(post(sent.length, started + (sent.length / rate) * 1000))
    await pause(TICK)
  }
  await Promise.all(sent)
}

async function sendInTurn(connections: number, end: number, post: Post): Promise<void> {
  let request = 0
  const connection = async () => {
    while (performance.now() < end) await post(request++, performance.now())
  }
  await Promise.all(Array.from({ length: connections }, connection))
}

process.once('message', (load: Load) => {
  void send(load).then((result) => process.send?.(result))
})
