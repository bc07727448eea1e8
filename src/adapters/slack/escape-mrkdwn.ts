/**
 * Text from outside as it may stand in mrkdwn: these three characters are all that start links, mentions and entities.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
