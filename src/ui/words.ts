import type about from '../../data/texts/nl/about.json'
import type account from '../../data/texts/nl/account.json'
import type channels from '../../data/texts/nl/channels.json'
import type desk from '../../data/texts/nl/desk.json'
import type figures from '../../data/texts/nl/figures.json'
import type guidedesk from '../../data/texts/nl/guidedesk.json'
import type hosting from '../../data/texts/nl/hosting.json'
import type hosts from '../../data/texts/nl/hosts.json'
import type joining from '../../data/texts/nl/joining.json'
import type joiningDesk from '../../data/texts/nl/joining-desk.json'
import type paper from '../../data/texts/nl/paper.json'
import type places from '../../data/texts/nl/places.json'
import type programme from '../../data/texts/nl/programme.json'
import type rides from '../../data/texts/nl/rides.json'
import type ridework from '../../data/texts/nl/ridework.json'
import type shell from '../../data/texts/nl/shell.json'
import type stillright from '../../data/texts/nl/stillright.json'
import type style from '../../data/texts/nl/style.json'
import type tally from '../../data/texts/nl/tally.json'
import type warmth from '../../data/texts/nl/warmth.json'
import type welcome from '../../data/texts/nl/welcome.json'
import type { KeysOf, Translate } from '../platform/i18n/texts.ts'

type Files = {
  guidedesk: typeof guidedesk
  stillright: typeof stillright
  tally: typeof tally
  hosting: typeof hosting
  hosts: typeof hosts
  joining: typeof joining
  'joining-desk': typeof joiningDesk
  welcome: typeof welcome
  warmth: typeof warmth
  figures: typeof figures
  rides: typeof rides
  ridework: typeof ridework
  about: typeof about
  account: typeof account
  channels: typeof channels
  desk: typeof desk
  paper: typeof paper
  places: typeof places
  programme: typeof programme
  shell: typeof shell
  style: typeof style
}

/** Every key of every text, as `file.path.to.text`; a wrong key does not compile. */
export type TextKey = KeysOf<Files>

/** Gives the text of a known key in the language of the page. */
export type T = Translate<TextKey>
