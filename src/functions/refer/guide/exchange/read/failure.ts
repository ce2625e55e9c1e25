/** Why a whole list cannot be read, and where it stopped; the sentence is in the texts. */
export type ReadFailure =
  | 'cutOff'
  | 'quotes'
  | 'json'
  | 'jsonTooBig'
  | 'notUtf8'
  | 'notATable'
  | 'nothing'
  | 'sheet'
  | 'sheetTooBig'
  | 'rowTooLong'
  | 'zip'
  | 'zipTooBig'
  | 'zipPath'
  | 'zipLocked'
  | 'zipDouble'
  | 'mixed'
  | 'tooMany'

/** A list that cannot be read as a whole: nothing of it is taken over. `after` is how many rows were read before. */
export class UnreadableList extends Error {
  readonly why: ReadFailure
  readonly after: number
  constructor(why: ReadFailure, after = 0) {
    super(why)
    this.why = why
    this.after = after
  }
}
