import type about from '../../data/texts/nl/about.json'
import type account from '../../data/texts/nl/account.json'
import type channels from '../../data/texts/nl/channels.json'
import type code from '../../data/texts/nl/code.json'
import type desk from '../../data/texts/nl/desk.json'
import type figures from '../../data/texts/nl/figures.json'
import type guide from '../../data/texts/nl/guide.json'
import type guidedesk from '../../data/texts/nl/guidedesk.json'
import type handover from '../../data/texts/nl/handover.json'
import type handoverDesk from '../../data/texts/nl/handover-desk.json'
import type hosting from '../../data/texts/nl/hosting.json'
import type hosts from '../../data/texts/nl/hosts.json'
import type joining from '../../data/texts/nl/joining.json'
import type joiningDesk from '../../data/texts/nl/joining-desk.json'
import type outing from '../../data/texts/nl/outing.json'
import type paper from '../../data/texts/nl/paper.json'
import type places from '../../data/texts/nl/places.json'
import type programme from '../../data/texts/nl/programme.json'
import type rides from '../../data/texts/nl/rides.json'
import type ridework from '../../data/texts/nl/ridework.json'
import type rights from '../../data/texts/nl/rights.json'
import type rightswork from '../../data/texts/nl/rightswork.json'
import type shell from '../../data/texts/nl/shell.json'
import type stillright from '../../data/texts/nl/stillright.json'
import type style from '../../data/texts/nl/style.json'
import type tally from '../../data/texts/nl/tally.json'
import type warmth from '../../data/texts/nl/warmth.json'
import type welcome from '../../data/texts/nl/welcome.json'
import type { KeysOf, Translate } from '../platform/i18n/texts.ts'

type Files = {
  guide: typeof guide
  guidedesk: typeof guidedesk
  stillright: typeof stillright
  tally: typeof tally
  handover: typeof handover
  'handover-desk': typeof handoverDesk
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
  code: typeof code
  desk: typeof desk
  outing: typeof outing
  paper: typeof paper
  places: typeof places
  programme: typeof programme
  rights: typeof rights
  rightswork: typeof rightswork
  shell: typeof shell
  style: typeof style
}

/** Every key of every text, as `file.path.to.text`; a wrong key does not compile. */
export type TextKey = KeysOf<Files>

/** Gives the text of a known key in the language of the page. */
export type T = Translate<TextKey>
