import type { Insertable, Kysely } from 'kysely'
import type { Device } from '../../diagnostics/devices/device.ts'
import type { DeviceStore } from '../../diagnostics/ports/device-store.ts'
import { columnText } from './column-text.ts'
import { deviceBody, readDevice } from './device-body.ts'
import type { Engine } from './engine.ts'
import type { DevicesTable, Tables } from './tables.ts'

const MOST_GIVEN = 100
const ROWS_TOGETHER = 500
const USERS_AT_ONCE = 100

export class SqlDeviceStore implements DeviceStore {
  readonly #db: Kysely<Tables>
  readonly #transact: Engine['transact']

  constructor({ db, transact }: Pick<Engine, 'db' | 'transact'>) {
    this.#db = db
    this.#transact = transact
  }

  async remember(sdkAppId: number, devices: readonly Device[]): Promise<void> {
    const rows = newestEach(devices).map((device) => rowOf(sdkAppId, device))
    for (let from = 0; from < rows.length; from += ROWS_TOGETHER)
      await this.#db
        .insertInto('im_devices')
        .values(rows.slice(from, from + ROWS_TOGETHER))
        .onConflict((conflict) =>
          conflict
            .columns(['sdk_app_id', 'user_id', 'source', 'instance_id'])
            .doUpdateSet((update) => ({ seen_at: update.ref('excluded.seen_at'), body: update.ref('excluded.body') }))
            .whereRef('excluded.seen_at', '>=', 'im_devices.seen_at'),
        )
        .execute()
  }

  async replace(sdkAppId: number, userId: string, source: Device['source'], devices: readonly Device[]): Promise<void> {
    const rows = newestEach(devices).map((device) => rowOf(sdkAppId, { ...device, userId, source }))
    await this.#transact(columnText(`devices of ${sdkAppId} ${source} ${userId}`), async (db) => {
      await deleteDevices(db, sdkAppId, userId, source, null)
      for (let from = 0; from < rows.length; from += ROWS_TOGETHER)
        await db
          .insertInto('im_devices')
          .values(rows.slice(from, from + ROWS_TOGETHER))
          .execute()
    })
  }

  forget(sdkAppId: number, userId: string, source: Device['source'], instanceId: string | null): Promise<number> {
    return deleteDevices(this.#db, sdkAppId, userId, source, instanceId)
  }

  async ofUser(sdkAppId: number, userId: string): Promise<readonly Device[]> {
    const rows = await this.#db
      .selectFrom('im_devices')
      .select('body')
      .where('sdk_app_id', '=', sdkAppId)
      .where('user_id', '=', columnText(userId))
      .orderBy('seen_at', 'desc')
      .orderBy('seq', 'desc')
      .limit(MOST_GIVEN)
      .execute()
    return rows.map(({ body }) => readDevice(body)).filter((device) => device !== null)
  }

  async ofUsers(sdkAppId: number, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly Device[]>> {
    const found = new Map<string, Device[]>()
    const users = [...new Set(userIds)]
    for (let from = 0; from < users.length; from += USERS_AT_ONCE) {
      const rows = await this.#db
        .selectFrom('im_devices')
        .select('body')
        .where('sdk_app_id', '=', sdkAppId)
        .where('user_id', 'in', users.slice(from, from + USERS_AT_ONCE).map(columnText))
        .orderBy('seen_at', 'desc')
        .orderBy('seq', 'desc')
        .limit(MOST_GIVEN * USERS_AT_ONCE)
        .execute()
      for (const device of rows.map(({ body }) => readDevice(body))) {
        if (device === null) continue
        const known = found.get(device.userId)
        if (known === undefined) found.set(device.userId, [device])
        else if (known.length < MOST_GIVEN) known.push(device)
      }
    }
    return found
  }
}

const rowOf = (sdkAppId: number, device: Device): Insertable<DevicesTable> => ({
  sdk_app_id: sdkAppId,
  user_id: columnText(device.userId),
  source: device.source,
  instance_id: columnText(device.instanceId),
  seen_at: device.seenAt,
  body: deviceBody(device),
})

async function deleteDevices(
  db: Kysely<Tables>,
  sdkAppId: number,
  userId: string,
  source: Device['source'],
  instanceId: string | null,
): Promise<number> {
  const ofSource = db
    .deleteFrom('im_devices')
    .where('sdk_app_id', '=', sdkAppId)
    .where('user_id', '=', columnText(userId))
    .where('source', '=', source)
  const chosen = instanceId === null ? ofSource : ofSource.where('instance_id', '=', columnText(instanceId))
  const { numDeletedRows } = await chosen.executeTakeFirst()
  return Number(numDeletedRows)
}

/** Postgres refuses to touch a row twice in one statement. */
function newestEach(devices: readonly Device[]): readonly Device[] {
  const kept = new Map<string, Device>()
  for (const device of devices) {
    const key = columnText(JSON.stringify([device.userId, device.source, device.instanceId]))
    const known = kept.get(key)
    if (known === undefined || device.seenAt >= known.seenAt) kept.set(key, device)
  }
  return [...kept.values()]
}
