/** A form for a command's arguments, as data; a surface shows it as a modal. */
export interface Form {
  command: string
  title: string
  submit: string
  cancel: string
  fields: readonly FormField[]
}

export interface FormField {
  /** The argument's name. */
  name: string
  label: string
  hint: string | null
  required: boolean
  multiline: boolean
  maxLength: number
  /** Filled in already. */
  value: string | null
}
