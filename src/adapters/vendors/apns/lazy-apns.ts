import type { Apns, ApnsOptions } from './apns.ts'

/** Apple's push service, whose HTTP/2 is loaded with the first question. */
export function lazyApns(options: ApnsOptions): Apns {
  let loading: Promise<Apns> | null = null
  const load = () => {
    loading ??= import('./create-apns.ts').then(({ createApns }) => createApns(options))
    return loading
  }
  const driver: Apns['driver'] = {
    probeCredential: async (...question) => (await load()).driver.probeCredential(...question),
    probeToken: async (...question) => (await load()).driver.probeToken(...question),
    sendTest: async (...order) => (await load()).driver.sendTest(...order),
  }
  return { driver, close: async () => (await loading)?.close() }
}
