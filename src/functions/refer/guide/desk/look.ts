import { sheetCss } from '../../../../programme/desk/sites/form/views.tsx'
import { tight } from '../../../../ui/styles.ts'

/** What the desk of the guide adds to the looks of the desk. */
export const guideCss =
  sheetCss +
  tight(`
.score{display:inline-flex;gap:.6rem;align-items:center;font-weight:700}
.score svg{inline-size:7rem;block-size:.7rem;stroke:none;fill:var(--ok)}
.score .all{fill:var(--line)}
.wants{margin:0;padding-inline-start:1.2rem;display:grid;gap:.25rem}
.entry{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem}
.tabs{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;margin:0;padding:0}
.tabs a[aria-current]{background:var(--sun);border-color:var(--ink);font-weight:700}
.head-of a{display:inline-flex;align-items:center;min-block-size:2.75rem}
.head-of{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:baseline}
.search{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end}
.search .field{flex:1 1 14rem}
progress{inline-size:100%;max-inline-size:34rem;block-size:1.25rem;accent-color:var(--ok)}
.wide{overflow-x:auto}
.wide table{border-collapse:collapse}
.wide th,.wide td{text-align:start;vertical-align:top;padding:.35rem .7rem;border-block-start:1px solid var(--line)}
`)
