/** One way of asking for a command, with its arguments as groups. */
export interface Pattern {
  command: string
  form: RegExp
}

/** The whole text, with every run of blanks made one, so that ` ?` is all that may stand between two words. */
export const pattern = (command: string, form: string): Pattern => ({ command, form: new RegExp(`^${form}$`, 'isu') })

export const COLON = String.raw` ?[:：?？,，=]{0,3} ?`
