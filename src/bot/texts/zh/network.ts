import type { networkRemedies as en } from '../en/network.ts'

/** 服务器连不上或不可信时怎么处理。 */
export const networkRemedies: typeof en = {
  dns: (server) => `无法解析${server}的域名。请检查域名拼写和本机 DNS；经代理上网的，请设置 HTTPS_PROXY。`,
  'certificate-expired': (server) => `${server}的 TLS 证书已过期，或本机时钟不准。请先检查时钟，再让对方更新证书。`,
  'certificate-early': (server) => `${server}的 TLS 证书尚未生效：多半是本机时钟慢了。请校准时钟（NTP）。`,
  'certificate-host': (server) =>
    `${server}的 TLS 证书属于另一个域名。请使用证书里的域名，或检查是谁在代答（代理、认证门户、DNS）。`,
  'certificate-issuer': (server) =>
    `${server}的 TLS 证书是自签名的，或由本机不信任的机构签发（例如会解密流量的代理）。请把 NODE_EXTRA_CA_CERTS 指向该机构的 PEM 文件，然后重启。`,
  'certificate-revoked': (server) => `${server}的 TLS 证书已被吊销，需要在对方更换。`,
  tls: (server) => `与${server}协商 TLS 失败：该端口可能是明文，或 TLS 版本过旧。请检查协议（http 或 https）和端口。`,
  proxy: (server) => `通往${server}的代理拒绝了连接。请检查 HTTPS_PROXY、代理的账号密码，以及 NO_PROXY。`,
  refused: (server) =>
    `${server}的地址上没有服务在监听。请检查主机和端口，以及服务是否在运行；经代理上网的，请检查 HTTPS_PROXY。`,
  unroutable: (server) => `本机没有通往${server}的路由。请检查网络、VPN 和防火墙；经代理上网的，请设置 HTTPS_PROXY。`,
  timeout: (server) => `${server}没有及时应答。请一分钟后再试；如果一直如此，请检查途中的防火墙和代理。`,
  reset: (server) => `与${server}的连接中断。请一分钟后再试；如果一直如此，请检查途中的防火墙和代理。`,
}
