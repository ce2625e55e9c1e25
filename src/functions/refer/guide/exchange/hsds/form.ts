/** An object of HSDS 3.0, as far as we fill it in; what is not known is left out. @source Open Referral HSDS 3.0 */
export type Phone = { id: string; number: string; type: 'voice' }
/** A language of HSDS. */
export type SpokenLanguage = { id: string; name: string; code: string }
/** Opening hours on one weekday, in wall-clock time of Europe/Brussels. */
export type Schedule = {
  id: string
  freq: 'WEEKLY'
  interval: 1
  wkst: 'MO'
  byday: string
  opens_at: string
  closes_at: string
  valid_from?: string
  valid_to?: string
  attending_type?: string
  notes?: string
}
/** A postal address of HSDS. */
export type Address = {
  id: string
  address_1: string
  city: string
  state_province: string
  postal_code: string
  country: 'BE'
  address_type: 'physical'
}
/** A place of HSDS. */
export type Place = {
  id: string
  location_type: 'physical'
  name: string
  description?: string
  transportation?: string
  latitude?: number
  longitude?: number
  addresses?: Address[]
  accessibility?: { id: string; description: string }[]
}
/** An organisation of HSDS without its services. */
export type Organization = {
  id: string
  name: string
  description: string
  email?: string
  website?: string
  parent_organization_id?: string
  phones?: Phone[]
  organization_identifiers?: { id: string; identifier_scheme: string; identifier_type: string; identifier: string }[]
}
/** A service of HSDS with only what it has one of. */
export type ServiceLine = {
  id: string
  organization_id: string
  name: string
  status: 'active' | 'inactive' | 'temporarily closed'
  description?: string
  url?: string
  email?: string
  application_process?: string
  fees_description?: string
  eligibility_description?: string
  assured_date?: string
  last_modified?: string
  alert?: string
}
/** A service given at a place. */
export type AtLocation = { id: string; schedules?: Schedule[]; location: Place }
/** A word of a list of words that a service is filed under. */
export type Attribute = {
  id: string
  link_id: string
  link_entity: 'service'
  taxonomy_term_id: string
  taxonomy_term: { id: string; code: string; name: string; description: string; taxonomy: string; term_uri: string; language: string }
}
/** A service of HSDS with everything that hangs on it. */
export type Service = ServiceLine & {
  phones?: Phone[]
  schedules?: Schedule[]
  languages?: SpokenLanguage[]
  organization: Organization
  cost_options?: { id: string; option?: string; amount: number; currency: 'EUR' }[]
  required_documents?: { id: string; document: string }[]
  contacts?: { id: string; department: string }[]
  service_at_locations?: AtLocation[]
  attributes?: Attribute[]
}
/** A page of a list. */
export type Page<Item> = {
  total_items: number
  total_pages: number
  page_number: number
  size: number
  first_page: boolean
  last_page: boolean
  empty: boolean
  contents: Item[]
}
