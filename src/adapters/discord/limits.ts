/**
 * What Discord accepts, in one place. Lengths are Discord's characters; we count UTF-16 units, which are never fewer, so
 * that emoji and rare Chinese characters cannot push a message over.
 *
 * @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 * @see https://discord.com/developers/docs/components/reference
 * @see https://discord.com/developers/docs/interactions/application-commands
 */
export const LIMITS = {
  content: 2000,
  embeds: 10,
  embedTitle: 256,
  embedAuthor: 256,
  embedDescription: 4096,
  /** Over all embeds of one message. */
  embedTotal: 6000,
  /** Of one file; the request may hold 25 MiB. A boosted server takes more, which we do not need. */
  fileBytes: 10 * 1024 * 1024,
  requestBytes: 24 * 1024 * 1024,
  files: 10,
  fileDescription: 1024,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  modalTitle: 45,
  modalFields: 5,
  /** Of a Label in a modal. */
  label: 45,
  labelDescription: 100,
  textInput: 4000,
  commandName: 32,
  commandDescription: 100,
  /** Names, descriptions and values of one command, the longest language of each. */
  commandTotal: 8000,
  /** The most that any string option may hold. */
  stringOption: 6000,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const

/** Our own, in milliseconds. Discord's are 3 s to the first answer and 15 min to the last. */
export const WAITS = {
  /** A button's answer that is ready sooner is its first response; a message's needs no typing indicator. */
  quickAnswer: 250,
  /** Work waits so long for the acknowledgements of others. */
  othersFirst: 500,
  /** The bot is told to give up. */
  botSignal: 20_000,
  /** We give up on the bot, in time for a final card within 25 s. */
  botAnswer: 22_000,
  /** Discord's own indicator lasts 10 s. */
  typing: 8_000,
  /** From one showing of progress to the next: a second, and what the way of one may be longer than that of the next. */
  progressEvery: 1_200,
  /** A call that shows progress; what has come of a slower one is not known. */
  progressCall: 5_000,
  /** An answer waits no longer for its message to take edits again: it gets a message of its own. */
  editLimited: 1_500,
  /** Any other call waits no longer for its limit: a person waits for its answer. */
  limited: 10_000,
  /** One try of a post of the bot's own accord; there are two, and whoever posts waits 15 s. */
  postCall: 6_000,
  /** A post waits no longer for its limit: it is told when to come again. */
  postLimited: 2_000,
  /** Reading the channels of a server, one of its messages, or a channel. */
  lookUp: 10_000,
  /** Looking whether an answer that Discord did not confirm is there. */
  followUp: 3_000,
  /** A start waits no longer to learn whether another replica holds the connection. */
  whoHolds: 2_000,
  /** After which a replica that could not reach Discord tries again. */
  holdAgain: 5_000,
  connect: 30_000,
  closing: 3_000,
  /** What is being answered may be finished when another replica has the connection already. */
  leaving: 5_000,
  /** Work on a lease must have ended by then when it is to be stopped. */
  holding: 9_000,
  /** Before closing, for telling those who still wait that they do so in vain. */
  lastWords: 3_000,
  /** For which the bot may still answer when it was told to stop. */
  lastAnswer: 500,
  interactionLifetime: 15 * 60_000,
} as const
