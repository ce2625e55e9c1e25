/**
 * What a backup leaves out, and why. What opens a door stays where the door is: somebody who finds the file cannot sign in
 * with it, and a restored copy starts with nobody signed in.
 */
export const staysHome: Readonly<Record<string, string>> = {
  migration: 'the list of migrations is the head of the file',
  session: 'opens a door: a device that is signed in',
  sign_in_link: 'opens a door: a link that signs in',
  passkey_challenge: 'opens a door: half of a sign-in',
  attempt: 'counts attempts of the last minutes',
  sign_up_mail: 'tells which mails were about a moment, and the mails stay home',
  mail: 'holds sign-in links in words, and a restored copy must not send letters a second time',
}

/** Tables that have rows in a house where nobody did anything yet: made by the migrations or by the start of the program. */
export const filledByItself: readonly string[] = ['installation', 'column_register', 'job']
