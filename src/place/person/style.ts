import { tight } from '../../ui/styles.ts'

/** Space between the parts of a section, on the pages of people. */
export const sectionCss = tight(`
main section{display:grid;gap:.75rem;justify-items:start}
main section>form{inline-size:100%}
`)
