/**
 * What Slack takes, in code points and pieces. The renderer cuts to these, and a property test holds it to them.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks
 * @see https://docs.slack.dev/reference/block-kit/block-elements
 * @see https://docs.slack.dev/reference/views
 */
export const LIMITS = {
  messageBlocks: 50,
  modalBlocks: 100,
  /** Undocumented: `msg_blocks_too_long` comes from about 13,200 (bolt-js issue 2509). */
  messageCharacters: 10_000,
  /** Advised for the top-level text; 40,000 is refused. */
  topLevelText: 4000,
  header: 150,
  sectionText: 3000,
  contextText: 3000,
  actions: 25,
  buttonText: 75,
  buttonValue: 2000,
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  inputValue: 3000,
  tableRows: 100,
  /** Slack allows 20; more than four cannot be read on a phone. */
  tableColumns: 4,
  tableCharacters: 10_000,
  altText: 2000,
} as const

/** https://docs.slack.dev/reference/app-manifest */
export const MANIFEST_LIMITS = {
  name: 35,
  description: 140,
  botName: 80,
  command: 32,
  commandDescription: 2000,
  usageHint: 1000,
  shortcutName: 24,
  shortcutDescription: 150,
} as const

/** How long and how often, in milliseconds; the contract's own bounds less what the network takes. */
export const TIMES = {
  /** `trigger_id` dies after 3 s, so a form waits for the person's language only this long. */
  personBeforeForm: 800,
  person: 1500,
  groups: 3000,
  signOfLife: 2000,
  /** Slack advises some three seconds between the edits of a message, and takes fifty a minute from all answers together. */
  progress: 2000,
  /** A submitted form is acknowledged with its answer if that comes in time, else with "checking". */
  submissionAck: 700,
  answerSignal: 20_000,
  answer: 20_500,
  apiCall: 5000,
  /** Short enough that the second attempt is still a sign of life in time. */
  respond: 2500,
  /** The longest `Retry-After` that is waited for; beyond it the person is better told at once. */
  retryAfter: 3000,
  /** Looking whether an answer that Slack did not confirm stands. */
  look: 4000,
  /** One sending of a picture's bytes. */
  upload: 8000,
  /** All that an upload takes: for a report that nobody waits for, and for an answer that somebody does. */
  picture: 20_000,
  pictureInAnswer: 3500,
  /** Slack takes up to five seconds until an uploaded picture can be shown. */
  pictureReady: 5000,
  pictureUnseen: 1500,
  /** All pages of the list of channels. */
  channelNames: 20_000,
} as const
