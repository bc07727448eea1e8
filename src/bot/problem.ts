import type { ArgumentError } from './argument.ts'
import type { ChatPlatform } from './ports/channels.ts'
import type { BadCall } from './request.ts'

/** Why words or arguments could not be taken; every one comes with the right form. */
export type UsageProblem =
  | { kind: 'nothing-asked' }
  /** The words name no command; `closest` are ids of the nearest, `lines` what to type, with the asker's words in it. */
  | { kind: 'not-understood'; closest: readonly string[]; lines: readonly string[] }
  /** A complaint about pushes that names no user. */
  | { kind: 'whose'; lines: readonly string[] }
  /** A Chinese word that was taken for a UserID, and is none. */
  | { kind: 'guessed-user'; user: string; app: string }
  | {
      kind: 'unknown-subcommand'
      family: string
      given: string
      closest: readonly string[]
      lines: readonly string[]
    }
  | { kind: 'arguments'; command: string; errors: readonly ArgumentError[] }
  | { kind: 'unknown-option'; command: string; given: string; closest: string | null; mayBeValue: boolean }
  | { kind: 'option-without-value'; command: string; option: string }
  | { kind: 'repeated-option'; command: string; option: string }
  /** `at`: zero-based place of the character in what was typed. */
  | { kind: 'unclosed-quote'; command: string; quote: string; at: number }
  | { kind: 'too-many-words'; command: string; word: string; at: number }
  | { kind: 'unknown-app'; given: string; known: readonly string[]; closest: string | null }
  | { kind: 'unknown-command'; given: string; closest: readonly string[] }
  | { kind: 'bad-call'; reason: BadCall }
  | { kind: 'invalid-value'; command: string; argument: string; reason: InvalidReason }
  | { kind: 'no-code'; command: string }
  | { kind: 'button-out-of-date' }
  | { kind: 'not-your-button' }
  /** "check again" or "and bob?", where nothing was asked before. */
  | { kind: 'nothing-before' }

/** Values that are well-formed but that the command does not take. */
export type InvalidReason =
  | { kind: 'user-id-too-long'; bytes: number; maximum: number }
  | { kind: 'user-id-control-characters' }
  | { kind: 'ttl-not-positive' }
  | { kind: 'ttl-over-maximum'; maximumSeconds: number }
  | { kind: 'administrator-not-allowed'; userId: string }
  | { kind: 'room-invalid' }
  | { kind: 'room-without-privileges' }
  | { kind: 'privileges-without-room' }
  | { kind: 'privileges-invalid'; word: string }
  | { kind: 'key-unusable' }
  | { kind: 'no-push-service' }
  /** `toAll`: without the certificate, Tencent can send to all devices. */
  | { kind: 'no-device-known'; certificateId: string | null; toAll: boolean }
  /** Of a device of the user, by its number in the list. */
  | { kind: 'no-registration'; number: number; device: string }
  | { kind: 'not-confirmed'; user: string }
  | { kind: 'unknown-vendor'; given: string; known: readonly string[] }
  | { kind: 'not-one-of'; given: string; known: readonly string[] }
  /** Of a case, a schedule, a watch: `list` is the command that shows which there are. */
  | { kind: 'no-such-number'; given: string; list: string }
  | { kind: 'schedule'; problem: ScheduleProblem }
  /** Asked where the bot can tell nobody anything later: at a terminal, in the playground. */
  | { kind: 'nowhere-to-tell' }
  | { kind: 'duration-out-of-range'; leastSeconds: number; mostSeconds: number }
  /** `everywhere`: of all channels together. */
  | { kind: 'too-many-watches'; most: number; everywhere: boolean }

/** Why a report cannot be scheduled as asked. `given` is fit to be shown. */
export type ScheduleProblem =
  | { kind: 'not-a-when'; given: string }
  | { kind: 'never'; given: string }
  | { kind: 'too-often'; given: string }
  /** Hours from UTC, where the name of a zone is needed. */
  | { kind: 'offset'; given: string }
  | { kind: 'unknown-zone'; given: string; closest: string | null }
  | { kind: 'not-a-channel'; given: string }
  | { kind: 'no-channel-here' }
  | { kind: 'not-configured'; platform: ChatPlatform; configured: readonly ChatPlatform[] }
  /** A channel's name where there are two platforms. */
  | { kind: 'which-platform'; given: string }
  /** `code`: of the platform. */
  | { kind: 'unseen-channel'; given: string; code: string }
  | { kind: 'too-many'; maximum: number }
  /** It stands in the configuration file. */
  | { kind: 'fixed'; given: string }
