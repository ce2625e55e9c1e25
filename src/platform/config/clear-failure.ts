/**
 * A reason not to go on, in one plain sentence for the person who started the program.
 * The program prints the sentence without a stack trace and ends with code 1.
 */
export class ClearFailure extends Error {
  override name = 'ClearFailure'
}
