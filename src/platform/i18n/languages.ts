/** The languages in which visitors can read every page, Dutch first. Adding one: see CONTRIBUTING. */
export const languages = ['nl', 'en', 'fr', 'ar', 'uk'] as const

/** One of the languages of the product (ISO 639-1). */
export type Language = (typeof languages)[number]

/** How each language calls itself; what a language switch shows. */
export const ownNames: Record<Language, string> = { nl: 'Nederlands', en: 'English', fr: 'Français', ar: 'العربية', uk: 'Українська' }

/** The direction in which a language is read. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** Whether a text names one of our languages. */
export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text)
