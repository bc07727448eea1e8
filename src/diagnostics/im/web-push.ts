import type { PushEvent } from '../events/event.ts'
import type { ImApp } from './im-app.ts'

/** The tasks of `timpush/webbatch`, which pushes to browsers, are named `wbat@…`. */
export const isWebTask = (taskId: string | null): boolean => taskId?.startsWith('wbat@') === true

/** It went to a browser, and tells of no phone. */
export const isWebPush = ({ taskId }: PushEvent): boolean => isWebTask(taskId)

/** Web pushes are part of the push service, outside mainland China alone. */
export const mayPushBrowsers = ({ push, region }: Pick<ImApp, 'push' | 'region'>): boolean =>
  push === 'timpush' && region !== 'china'

export const isBrowser = (platform: string): boolean => /^(?:web|browser)$/i.test(platform)
