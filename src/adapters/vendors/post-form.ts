import type { HttpCall } from './vendor-http.ts'

/** A form POST. @param repeat as of `HttpCall` */
export function postForm(
  url: string,
  fields: Readonly<Record<string, string>>,
  repeat: HttpCall['repeat'],
  headers: Readonly<Record<string, string>> = {},
): HttpCall {
  return {
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams(fields).toString(),
    repeat,
  }
}
