import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Receiver } from '@slack/bolt'
import type { Bolt } from './bolt.ts'
import type { SlackSettings } from '../../config/settings.ts'
import type { InFlight } from '../in-flight.ts'
import { receiveHttp } from './receive-http.ts'
import { receiveSocket, type SocketDeps } from './receive-socket.ts'
import { missingSetting } from './start-error.ts'

/** How payloads arrive, the same in both modes for all that comes after. */
export interface Receiving {
  receiver: Receiver
  requestListener: ((request: IncomingMessage, response: ServerResponse) => void) | null
  connect(): Promise<void>
  connected(): boolean
  close(atMost: number): Promise<void>
}

type Deps = Omit<SocketDeps, 'appToken' | 'apiUrl'> & { inFlight: InFlight }

export function receive(bolt: Bolt, settings: SlackSettings, deps: Deps): Receiving {
  if (settings.mode === 'socket') {
    const { appToken, apiUrl } = settings
    if (appToken === null || appToken.reveal() === '') throw missingSetting('app')
    return { ...receiveSocket(bolt, { ...deps, appToken, apiUrl }), requestListener: null }
  }
  const { signingSecret } = settings
  if (signingSecret === null || signingSecret.reveal() === '') throw missingSetting('signing')
  const { receiver, requestListener, close } = receiveHttp(bolt, { ...deps, signingSecret })
  return {
    receiver,
    requestListener,
    connect: async () => {},
    connected: () => true,
    close: async () => close(),
  }
}
