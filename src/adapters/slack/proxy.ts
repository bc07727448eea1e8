import type { Dispatcher } from 'undici'

/** How to reach Slack: by the environment's proxy where one is set, else directly. */
export interface Reach {
  fetch: typeof globalThis.fetch
  /** For the socket; undefined: directly. */
  dispatcher: Dispatcher | undefined
}

type ProxyFetch = (
  input: Parameters<typeof globalThis.fetch>[0],
  init: Omit<RequestInit, 'dispatcher'> & { dispatcher: Dispatcher },
) => Promise<Response>

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']

/** Node 20 does not heed `HTTPS_PROXY` by itself; `NO_PROXY` is heeded as well. */
export async function reachByEnvironment(environment: NodeJS.ProcessEnv): Promise<Reach> {
  if (VARIABLES.every((name) => (environment[name] ?? '') === ''))
    return { fetch: globalThis.fetch, dispatcher: undefined }
  const undici = await import('undici')
  const dispatcher = new undici.EnvHttpProxyAgent()
  // The same fetch, typed by another package.
  const fetch = undici.fetch as unknown as ProxyFetch
  return { fetch: (input, init) => fetch(input, { ...init, dispatcher }), dispatcher }
}
