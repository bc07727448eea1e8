import { z } from 'zod'

const Switches = z.object({ barTypeSwitch: z.union([z.boolean(), z.number(), z.string()]) })

/** Whether the phone shows the app's notifications, by `barTypeSwitch`; null: the answer does not say. */
export function switchOf(value: unknown): 'on' | 'off' | null {
  const text = String(Switches.safeParse(value).data?.barTypeSwitch ?? '').toLowerCase()
  if (text === 'true' || text === '1') return 'on'
  return text === 'false' || text === '0' ? 'off' : null
}
