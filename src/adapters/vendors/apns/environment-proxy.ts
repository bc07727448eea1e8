export type Environment = Readonly<Record<string, string | undefined>>

/** The environment's proxy for a URL; null: none, or `NO_PROXY` excepts the host. */
export function environmentProxy({ protocol, hostname, port }: URL, environment: Environment): URL | null {
  const named = (name: string) => environment[name.toLowerCase()] || environment[name] || ''
  const proxy = (protocol === 'https:' ? named('HTTPS_PROXY') : '') || named('HTTP_PROXY')
  if (!URL.canParse(proxy)) return null
  const asked = port || (protocol === 'https:' ? '443' : '80')
  const isDirect = named('NO_PROXY')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, host = '', only = asked] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
      return host === '*' || (only === asked && `.${hostname}`.endsWith(`.${host.replace(/^\*?\./, '')}`))
    })
  return isDirect ? null : new URL(proxy)
}
