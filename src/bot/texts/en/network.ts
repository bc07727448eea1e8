import type { NetworkFault } from '../../../diagnostics/network-fault.ts'

/** What to do about a server that was not reached or not trusted. @param server its name, in the middle of a sentence */
export const networkRemedies: Readonly<Record<NetworkFault, (server: string) => string>> = {
  dns: (server) =>
    `The name of ${server} can't be resolved. Check its spelling and the DNS of this machine; behind a proxy, set HTTPS_PROXY.`,
  'certificate-expired': (server) =>
    `The TLS certificate of ${server} has expired, or the clock of this machine is wrong. Check the clock, then have the certificate renewed.`,
  'certificate-early': (server) =>
    `The TLS certificate of ${server} is not valid yet: the clock of this machine is probably behind. Correct it (NTP).`,
  'certificate-host': (server) =>
    `The TLS certificate of ${server} is for another host name. Use the name that the certificate holds, or check what answers in its place (proxy, captive portal, DNS).`,
  'certificate-issuer': (server) =>
    `The TLS certificate of ${server} is self-signed, or from an authority that this machine does not trust, as behind an inspecting proxy. Point NODE_EXTRA_CA_CERTS to the PEM file of that authority and restart.`,
  'certificate-revoked': (server) => `The TLS certificate of ${server} was revoked. It has to be replaced there.`,
  tls: (server) =>
    `No TLS could be agreed on with ${server}: probably it speaks plain text on that port, or an older TLS. Check scheme (http or https) and port.`,
  proxy: (server) =>
    `The proxy on the way to ${server} refused. Check HTTPS_PROXY, its user and password, and NO_PROXY.`,
  refused: (server) =>
    `Nothing listens at the address of ${server}. Check host and port, and that the server runs; behind a proxy, check HTTPS_PROXY.`,
  unroutable: (server) =>
    `There is no route from this machine to ${server}. Check network, VPN and firewall; behind a proxy, set HTTPS_PROXY.`,
  timeout: (server) =>
    `${upper(server)} did not answer in time. Check again in a minute; if it stays so, check firewall and proxy on the way.`,
  reset: (server) =>
    `The connection to ${server} broke. Check again in a minute; if it stays so, check firewall and proxy on the way.`,
}

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
