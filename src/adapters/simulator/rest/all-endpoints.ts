import type { Endpoint } from './endpoint.ts'
import { ACCOUNT_ENDPOINTS } from './endpoints/account.ts'
import { GROUP_ENDPOINTS } from './endpoints/group.ts'
import { HISTORY_ENDPOINTS } from './endpoints/history.ts'
import { OPERATIONS_ENDPOINTS } from './endpoints/operations.ts'
import { PUSH_FIGURE_ENDPOINTS } from './endpoints/push-figures.ts'
import { PUSH_ENDPOINTS } from './endpoints/push.ts'
import { RELATION_ENDPOINTS } from './endpoints/relation.ts'
import { SEND_ENDPOINTS } from './endpoints/send.ts'

/**
 * By path. What changes accounts is missing on purpose, `im_open_login_svc/kick` before all: a diagnosis that calls it
 * gets 60009 and is found out.
 */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(
  [
    ...ACCOUNT_ENDPOINTS,
    ...RELATION_ENDPOINTS,
    ...GROUP_ENDPOINTS,
    ...HISTORY_ENDPOINTS,
    ...SEND_ENDPOINTS,
    ...PUSH_ENDPOINTS,
    ...PUSH_FIGURE_ENDPOINTS,
    ...OPERATIONS_ENDPOINTS,
  ].map((endpoint) => [endpoint.path, endpoint]),
)
