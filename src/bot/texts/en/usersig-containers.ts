import type { ContainerDetail, OtherAlphabet } from '../../../diagnostics/usersig/finding.ts'
import { code, rich, type Rich } from '../../rich.ts'

type Params = ContainerDetail & { index?: number; character?: string }

export const ALPHABETS: Readonly<Record<OtherAlphabet, string>> = {
  standard: 'standard Base64 (+ / =)',
  url: 'Base64url (- _)',
  mixed: 'a mixture of two Base64 alphabets',
  blanks: 'standard Base64 whose + became spaces',
}

const LIBRARY = rich`Generate it with Tencent's library instead of hand-written code.`
const COPY_AGAIN = rich`Copy it again from its source, with the copy button where there is one, and paste it inside a code block. A UserSig starts with ${code('eJ')} or ${code('eA')} and holds only letters, digits, ${code('*')} and ${code('-')}, with up to two ${code('_')} at its end.`
const FORM = rich`A UserSig is JSON, compressed with zlib, in Base64 with ${code('*')} ${code('-')} ${code('_')} in place of ${code('+')} ${code('/')} ${code('=')}.`

/** What the text is, in place of a UserSig, and whose UserSig is inside. */
export function containerMessage(params: Params): Rich {
  const { alphabet, inside } = params
  const what = whatItIs(params)
  const written = alphabet === undefined ? '' : rich` It is written in ${ALPHABETS[alphabet]}.`
  if (inside === undefined) return rich`${what}${written}`
  const whose = inside.userId === null ? '' : rich` for ${code(inside.userId)}`
  const holds =
    params.looksLike === 'two-parts'
      ? ''
      : inside.good
        ? rich` What is inside would be a good UserSig${whose}.`
        : rich` Inside is the content of a UserSig${whose}.`
  return rich`${what}${written}${holds}`
}

function whatItIs({
  looksLike,
  index,
  character,
  given = '',
  dot = 0,
  signature,
  bytes = 0,
  hexOf,
  members = [],
}: Params): Rich {
  if (looksLike === undefined) {
    return index === undefined
      ? rich`Some characters were changed on the way: what is inside cannot be decompressed.`
      : rich`Character ${index + 1}${character === undefined ? '' : rich`, ${code(character)},`} cannot be part of a UserSig.`
  }
  switch (looksLike) {
    case 'unset-variable':
      return rich`This is the word ${code(given)}, not a UserSig: a variable was not set.`
    case 'object-as-text':
      return rich`This is ${code(given)}, not a UserSig: an object was turned into text.`
    case 'placeholder':
      return rich`This is a placeholder, ${code(given)}, not a UserSig.`
    case 'json':
      return rich`This is a JSON object without a UserSig in it${members.length === 0 ? '' : rich`: it has ${members.flatMap((name, at) => [...(at > 0 ? [', '] : []), code(name)])} but none of the members ${code('TLS.…')}`}.`
    case 'plain-document':
      return rich`This is the JSON of a UserSig as plain text: it is neither compressed nor in Base64.`
    case 'page':
      return rich`This is an HTML or XML page, not a UserSig: the server answered with a page, perhaps an error.`
    case 'jwt':
      return rich`This is a JSON Web Token, not a UserSig.`
    case 'two-parts':
      return rich`These are two parts joined by a dot at character ${dot + 1}, a home-made token in the manner of a JWT${
        signature === 'first'
          ? ' (signature first, then the content)'
          : signature === 'last'
            ? ' (content first, then the signature)'
            : ''
      }. What the content says is not verified.`
    case 'hex':
      return hexOf === 'container'
        ? rich`This is hexadecimal text; a UserSig is Base64.`
        : rich`This is hexadecimal text, not a UserSig.`
    case 'hmac':
      return hexOf === 'hmac'
        ? rich`These are ${bytes * 2} hexadecimal digits, not a UserSig: a bare HMAC without its container, or a key.`
        : rich`Inside are exactly ${bytes} bytes, not a UserSig: a bare HMAC without its container.`
    case 'behind-padding':
      return rich`Something stands behind the padding at its end: ${code(given)} at character ${(index ?? 0) + 1} does not belong to it.`
    case 'text-lines':
      return rich`Inside are the lines of text that get signed (${code('TLS.identifier:…')}), neither as JSON nor compressed.`
    case 'base64-layer':
      return rich`It was encoded in Base64 twice: inside is Base64 text again.`
    case 'plain-json':
      return rich`The JSON inside is not compressed: the generator left out the zlib step.`
    case 'gzip':
      return rich`It is compressed with gzip; a UserSig takes zlib.`
    case 'raw-deflate':
      return rich`It is compressed as raw deflate, without the zlib header and checksum.`
    case 'case-changed':
      return rich`Upper and lower case were changed on the way; in a UserSig they matter.`
    case 'no-start':
      return rich`It does not start like a UserSig (${code('eJ')} or ${code('eA')}): its beginning is missing, or it is something else.`
    case 'not-a-sig':
      return rich`This is not a UserSig: it is not Base64 in the alphabet that UserSigs use.`
  }
}

export function containerRemedy({ looksLike, hexOf }: Params): Rich {
  if (looksLike === undefined) return COPY_AGAIN
  switch (looksLike) {
    case 'unset-variable':
    case 'object-as-text':
      return rich`Check the code that passes it on: read the UserSig out of your server's answer (and wait for the answer) before logging in.`
    case 'placeholder':
      return rich`Pass the UserSig that your server generates.`
    case 'json':
      return rich`Use the UserSig that your server generates with Tencent's library. If this is an error from your server, start there.`
    case 'page':
      return rich`Open the URL that the client asks for a UserSig, and fix that answer first.`
    case 'two-parts':
      return rich`${LIBRARY} The HMAC belongs inside the JSON as ${code('TLS.sig')}, not next to it. ${FORM}`
    case 'hmac':
      return rich`${LIBRARY} The HMAC is only the member ${code('TLS.sig')}. ${FORM}`
    case 'hex':
      return hexOf === 'container'
        ? rich`Encode the compressed bytes in Base64, not in hexadecimal. ${FORM}`
        : rich`${LIBRARY} ${FORM}`
    case 'behind-padding':
      return rich`Look at what your code appends: in Lua, ${code('gsub')} also returns a count; elsewhere, a line number or a counter gets appended.`
    case 'base64-layer':
      return rich`Encode it once: drop the second Base64 call on your server, or decode it in the client.`
    case 'plain-document':
    case 'text-lines':
    case 'plain-json':
    case 'gzip':
    case 'raw-deflate':
      return rich`${LIBRARY} ${FORM}`
    case 'jwt':
      return rich`Pass the UserSig, not your own session token. Tencent's library generates it on your server.`
    case 'case-changed':
    case 'no-start':
    case 'not-a-sig':
      return COPY_AGAIN
  }
}
