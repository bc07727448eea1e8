import type * as bolt from '@slack/bolt'

/** The part of Bolt that is used, as it is handed on once it has been loaded. */
export type Bolt = Pick<
  typeof bolt,
  'App' | 'SocketModeReceiver' | 'HTTPModuleFunctions' | 'HTTPResponseAck' | 'LogLevel'
>
