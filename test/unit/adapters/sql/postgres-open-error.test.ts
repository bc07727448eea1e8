import { describe, expect, test } from 'vitest'
import { postgresOpenError } from '../../../../src/adapters/sql/postgres/postgres-open-error.ts'

const URL_OF = 'postgres://im:pa55%2Fphrase@db.example:5432/im'

const errorOf = (code: string, message: string): Error => Object.assign(new Error(message), code === '' ? {} : { code })

const open = (code: string, message = '') => {
  const { message: said, remedy } = postgresOpenError(errorOf(code, message), URL_OF)
  return `${said} ${remedy}`
}

describe('a Postgres that cannot be opened', () => {
  test.each([
    ['28000', 'no pg_hba.conf entry for host "10.1.2.3", user "im", database "im", no encryption', /TLS only.*sslmode/],
    ['28000', 'no pg_hba.conf entry for host "10.1.2.3", user "im", database "im", SSL off', /TLS only.*sslmode/],
    [
      '28000',
      'pg_hba.conf rejects connection for host "10.1.2.3", user "im", database "im", no encryption',
      /TLS only/,
    ],
    [
      '28000',
      'no pg_hba.conf entry for host "10.1.2.3", user "im", database "im", SSL encryption',
      /Add a rule.*pg_hba/,
    ],
    ['28000', 'role "im" does not exist', /does not let this user log in/],
    ['28P01', 'password authentication failed for user "im"', /refuses the user or the password/],
    ['3D000', 'database "im" does not exist', /no database of that name.*Create the database/],
    ['53300', 'sorry, too many clients already', /no connection left.*max_connections/],
    ['53300', 'remaining connection slots are reserved', /no connection left/],
    ['53100', 'could not extend file', /no space left/],
    ['57P03', 'the database system is starting up', /still starting.*in a minute/],
    ['57P01', 'terminating connection', /shutting down/],
    ['42501', 'permission denied for schema public', /create tables.*Grant/],
    ['25006', 'cannot execute CREATE TABLE in a read-only transaction', /read-only replica.*primary/],
    ['08P01', 'unsupported startup parameter: statement_timeout', /PgBouncer/],
    ['08006', 'connection failure', /broke the connection/],
    ['XX000', 'internal error', /log of the Postgres server/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', /not trusted.*NODE_EXTRA_CA_CERTS.*sslrootcert/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate', /NODE_EXTRA_CA_CERTS/],
    ['CERT_HAS_EXPIRED', 'certificate has expired', /expired/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', "Hostname/IP does not match certificate's altnames", /another host name/],
    ['', 'The server does not support SSL connections', /does not offer TLS.*sslmode/],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND db.example', /can't be resolved/],
    ['ECONNREFUSED', 'connect ECONNREFUSED 10.1.2.3:5432', /Nothing listens/],
    ['', 'timeout expired', /did not answer in time/],
    ['ENOENT', "ENOENT: no such file or directory, open '/etc/ca.pem'", /certificate file.*sslrootcert/],
    ['ENOENT', 'connect ENOENT /var/run/.s.PGSQL.5432', /cannot be reached/],
    ['', 'something else', /cannot be reached.*something else/],
  ])('%s %s', (code, message, expected) => {
    expect(open(code, message)).toMatch(expected)
    expect(open(code, message)).toContain('db.example:5432/im')
    expect(open(code, message)).not.toMatch(/SQLSTATE|Tencent|pa55/)
  })

  test('a password in what the driver says is taken out', () => {
    expect(open('', 'cannot read pa55/phrase or pa55%2Fphrase')).not.toMatch(/pa55/)
  })
})
