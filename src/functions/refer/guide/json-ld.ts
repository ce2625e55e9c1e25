import type { ServiceInWords } from './words.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A service as schema.org data: a government service when it is of a government. Only what the page itself says. */
export function graphOf(service: ServiceInWords, url: string): object {
  const { giver } = service
  return {
    '@context': 'https://schema.org',
    '@type': service.level ? 'GovernmentService' : 'Service',
    name: service.name,
    description: service.what,
    url,
    inLanguage: service.written,
    availableLanguage: service.languages,
    ...(service.isFree ? { isAccessibleForFree: true } : {}),
    provider: {
      '@type': 'Organization',
      name: giver.name,
      ...(giver.website ? { url: giver.website } : {}),
      ...(giver.phone ? { telephone: giver.phone } : {}),
    },
    availableChannel: {
      '@type': 'ServiceChannel',
      ...(service.phone ? { servicePhone: { '@type': 'ContactPoint', telephone: service.phone } } : {}),
      ...(service.website ? { serviceUrl: service.website } : {}),
      serviceLocation: service.places.map((place) => ({
        '@type': 'Place',
        name: place.name,
        address: {
          '@type': 'PostalAddress',
          streetAddress: place.street,
          postalCode: place.postcode ?? '',
          addressLocality: place.town,
          addressCountry: 'BE',
        },
      })),
    },
    ...(service.hours.length > 0
      ? {
          hoursAvailable: service.hours.map(({ weekday, opens, closes }) => ({
            '@type': 'OpeningHoursSpecification',
            dayOfWeek: `https://schema.org/${days[weekday - 1]}`,
            opens,
            closes,
          })),
        }
      : {}),
  }
}
