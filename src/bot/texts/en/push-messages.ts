import type { FindingParams } from '../../../diagnostics/push/push-finding.ts'
import { sendResultEntry } from '../../../diagnostics/push/send-result.ts'
import { code, moment, rich, type Rich } from '../../rich.ts'

type NotFound = FindingParams['message-not-found']

export const messageNotFound: Readonly<
  Record<NotFound['reason'], (params: NotFound) => { message: Rich; remedy: Rich }>
> = {
  'no-such-group': ({ groupId }) => ({
    message: rich`There is no group ${code(groupId ?? '')}: it was dismissed, or the ID is wrong.`,
    remedy: rich`Check the GroupID, upper and lower case included, and whether it is the right app.`,
  }),
  'not-a-member': ({ groupId }) => ({
    message: rich`The user is not a member of the group ${code(groupId ?? '')}.`,
    remedy: rich`Add the user to the group, or check the GroupID.`,
  }),
  'no-such-sender': ({ from }) => ({
    message: rich`There is no account ${code(from ?? '')}, so there is no message from it.`,
    remedy: rich`Check the sender's UserID, upper and lower case included, and whether it is the right app.`,
  }),
  'sender-unknown': ({ key }) => ({
    message: rich`Nothing is known of the message ${code(key ?? '')}, and without its sender Tencent cannot be asked.`,
    remedy: rich`Ask again with ${code('--from')} and the sender's UserID.`,
  }),
  withdrawn: ({ key }) => ({
    message: rich`The message${key === null ? '' : rich` ${code(key)}`} was withdrawn, deleted, or is no longer stored: Tencent's history holds only its place.`,
    remedy: rich`Ask about a newer message. Whether this one was pushed before, only the push webhooks could show.`,
  }),
  'not-kept': ({ from, groupId }) => ({
    message: rich`Tencent stores no message history ${groupId === null ? rich`of ${code(from ?? '')} and this user` : rich`of the group ${code(groupId)}`}, so the message cannot be checked there.`,
    remedy: rich`Switch on the after-send webhook in the console: then each message is on record here.`,
  }),
  own: ({ key, groupId }) => ({
    message:
      key === null && groupId !== null
        ? rich`The only messages in ${code(groupId)} are from the user. Nobody gets a push for their own message.`
        : rich`${key === null ? rich`The user is both sender and receiver` : rich`The user sent the message ${code(key)} themselves`}. Nobody gets a push for their own message.`,
    remedy: rich`Ask about a message from someone else: add ${code('--from')} with the sender's UserID, or a longer ${code('--since')}.`,
  }),
  notice: ({ key, groupId }) => ({
    message:
      key === null
        ? rich`The group${groupId === null ? '' : rich` ${code(groupId)}`} holds only system notices, such as members joining. Those aren't pushed.`
        : rich`${code(key)} is a system notice of the group, not a message from a person. Those aren't pushed.`,
    remedy: rich`Ask about a message that a member sent, or use a longer ${code('--since')}.`,
  }),
  'other-receiver': ({ key, to = null }) => ({
    message: rich`The message${key === null ? '' : rich` ${code(key)}`} went to ${to === null ? 'another user' : code(to)}, not to this user.`,
    remedy: rich`Use the key of a message to this user${to === null ? '' : rich`, or ask about ${code(to)}`}.`,
  }),
  'other-sender': ({ key, from }) => ({
    message: rich`The message${key === null ? '' : rich` ${code(key)}`} came from ${from === null ? 'another user' : code(from)}, not from the sender you named.`,
    remedy: rich`Ask again without ${code('--from')}${from === null ? '' : rich`, or with ${code(`--from ${from}`)}`}.`,
  }),
  absent: ({ from, groupId, key }) => ({
    message: rich`No such message is there${key === null ? '' : rich` (${code(key)})`}${from === null ? '' : rich` from ${code(from)}`}${groupId === null ? '' : rich` in ${code(groupId)}`}: it was not sent, was for online users only, or was dropped before it was stored.`,
    remedy: rich`Check the ids and the time (${code('--since')}). Then look at the sender's log for the answer to its send call, and at the app's before-send webhook.`,
  }),
}

/** By the catalogue's words for the code; Tencent's own are quoted where it is not listed. */
export const messageDropped = ({
  from,
  code: result,
  info,
  at,
  inGroup,
}: FindingParams['message-dropped']): { message: Rich; remedy: Rich } => {
  const listed = result === null ? null : sendResultEntry(result, inGroup)
  const quoted = info === '' ? '' : ` Tencent's words: “${info}”.`
  const message = rich`The message of ${code(from)} (${moment(at)}) was not sent on`
  if (listed !== null)
    return {
      message: rich`${message}: ${code(result ?? '')}. ${listed.en.meaning} ${listed.en.cause}`,
      remedy: [listed.en.remedy],
    }
  return {
    message: rich`${message}${result === null ? '' : rich`: ${code(result)}, a code that is not listed`}.${quoted}`,
    remedy: rich`Look at the answer to the send call in the sender's log, then at the app's before-send webhook and at content review.`,
  }
}
