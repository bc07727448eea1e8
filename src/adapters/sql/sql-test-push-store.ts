import type { Kysely } from 'kysely'
import type { TestPush, TestPushStore } from '../../diagnostics/ports/test-push-store.ts'
import { columnText } from './column-text.ts'
import type { Tables } from './tables.ts'

export class SqlTestPushStore implements TestPushStore {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async reserve(sdkAppId: number, push: TestPush): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('im_test_pushes')
      .values({
        sdk_app_id: sdkAppId,
        case_number: columnText(push.caseNumber),
        user_id: columnText(push.userId),
        task_id: push.taskId === null ? null : columnText(push.taskId),
        at: push.at,
      })
      .onConflict((conflict) => conflict.columns(['sdk_app_id', 'case_number']).doNothing())
      .executeTakeFirstOrThrow()
    return Number(numInsertedOrUpdatedRows) === 1
  }

  async sent(sdkAppId: number, caseNumber: string, taskId: string): Promise<void> {
    await this.#db
      .updateTable('im_test_pushes')
      .set({ task_id: columnText(taskId) })
      .where('sdk_app_id', '=', sdkAppId)
      .where('case_number', '=', columnText(caseNumber))
      .execute()
  }

  async find(sdkAppId: number, caseNumber: string): Promise<TestPush | null> {
    const found = this.#pushes(sdkAppId).where('case_number', '=', columnText(caseNumber))
    return (await found.executeTakeFirst()) ?? null
  }

  /** One of which it is not known whether it was sent counts as sent. */
  async last(sdkAppId: number, userId: string, since: number): Promise<TestPush | null> {
    const found = this.#pushes(sdkAppId)
      .where('user_id', '=', columnText(userId))
      .where('at', '>=', since)
      .orderBy('at', 'desc')
      .orderBy('seq', 'desc')
      .limit(1)
    return (await found.executeTakeFirst()) ?? null
  }

  #pushes(sdkAppId: number) {
    return this.#db
      .selectFrom('im_test_pushes')
      .select(['case_number as caseNumber', 'user_id as userId', 'task_id as taskId', 'at'])
      .where('sdk_app_id', '=', sdkAppId)
  }
}
