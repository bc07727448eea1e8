import { SurfaceStartError } from '../surface.ts'

/** Why the server could not listen, with the setting to mend where it is a known one. */
export function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SurfaceStartError(
        `Port ${port} on ${host} is already in use.`,
        'Stop the program that listens there, or choose another port: http.port in the configuration, or PORT in the environment.',
      )
    case 'EACCES':
      return new SurfaceStartError(
        `Port ${port} on ${host} may not be opened by this user.`,
        'Choose a port of 1024 or above: http.port in the configuration, or PORT in the environment.',
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new SurfaceStartError(
        `${host} is not an address of this machine.`,
        'Set http.host in the configuration to an address of this machine, or to 0.0.0.0 for all of them.',
      )
    default:
      return error
  }
}
