import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface Shutdown {
  /** Every response passes here once, before it is answered. */
  track(response: ServerResponse): void
  /** Resolves when all is closed, at `deadline` (UNIX milliseconds) at the latest, with the number of requests cut off. */
  stop(deadline: number): Promise<number>
}

/**
 * Ends a server without dropping what it has begun. Node's `close` waits for keep-alive connections, and its
 * `closeIdleConnections` misses those that never sent a request, as browsers open them ahead of need.
 */
export function createShutdown(server: Server): Shutdown {
  const sockets = new Set<Socket>()
  const inFlight = new Map<ServerResponse, Socket>()
  let stopping = false

  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  const isBusy = (socket: Socket): boolean => [...inFlight.values()].includes(socket)

  return {
    track(response) {
      const { socket } = response.req
      inFlight.set(response, socket)
      if (stopping) lastOnItsConnection(response)
      response.once('close', () => {
        inFlight.delete(response)
        if (stopping && !isBusy(socket)) socket.destroySoon()
      })
    },

    async stop(deadline) {
      stopping = true
      if (!server.listening) return 0
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const response of inFlight.keys()) lastOnItsConnection(response)
      for (const socket of sockets) if (!isBusy(socket)) socket.destroySoon()
      let unfinished = 0
      const cutOff = setTimeout(
        () => {
          unfinished = inFlight.size
          for (const socket of sockets) socket.destroy()
        },
        Math.max(0, deadline - Date.now()),
      )
      await closed
      clearTimeout(cutOff)
      return unfinished
    },
  }
}

function lastOnItsConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
}
