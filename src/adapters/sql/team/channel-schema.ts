import { z } from 'zod'
import { CHAT_PLATFORMS, type ChannelRef } from '../../../bot/ports/channels.ts'

export const channelSchema = z.object({
  platform: z.enum(CHAT_PLATFORMS),
  id: z.string(),
  thread: z.string().nullable(),
}) satisfies z.ZodType<ChannelRef>
