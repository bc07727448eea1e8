import type { Intent } from './intent.ts'
import type { Rich } from './rich.ts'

/** The state a card tells, shown by word and colour: never by colour alone. */
export type Tone = 'good' | 'warn' | 'bad' | 'info'

export interface Field {
  label: string
  value: Rich
}

export type Block =
  | { kind: 'text'; text: Rich }
  | { kind: 'fields'; fields: readonly Field[] }
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly Rich[])[] }
  /** To be copied as it stands: a signature, a command. */
  | { kind: 'code'; text: string }
  /** One thing that was found, with what to do. `label` is the severity in words. */
  | { kind: 'finding'; tone: Tone; label: string; text: Rich; remedy: Rich; codes: string | null }
  /** A PNG. `alt` says in words what it shows; `name` is its file's, in ASCII. */
  | { kind: 'image'; png: Uint8Array; name: string; alt: string }
  /** Small print. */
  | { kind: 'note'; text: Rich }
  | { kind: 'divider' }

/** What pressing a button does: a command as if typed, or the posting of an already made card for all to see. */
export type Action = Pressable & ({ kind: 'run'; intent: Intent } | { kind: 'share'; card: Card })

interface Pressable {
  label: string
  style: ActionStyle
  /** To be pressed for a month, on a card that stands for all: of alerts, watches, cases. Else it is for a day. */
  lasting?: true
}

export type ActionStyle = 'default' | 'primary' | 'danger'

/** An answer as plain data. Each surface draws it in its own way and within its own limits. */
export interface Card {
  tone: Tone
  title: string
  blocks: readonly Block[]
  actions: readonly Action[]
}
