import { tight } from '../../../ui/styles.ts'

/** What the pages of rides add in looks: one card per person, big numbers to call, and who sits where. */
export const rideCss = tight(`
.rides{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
.rides>li{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.1rem;display:grid;gap:.75rem;min-inline-size:0}
.rides h3{font-size:1.25rem;overflow-wrap:anywhere}
.rides p{margin:0}
.waits{border-inline-start:.4rem solid var(--warn)!important}
.sits{border-inline-start:.4rem solid var(--ok)!important}
.call{display:inline-flex;gap:.6rem;align-items:center;min-block-size:3.25rem;padding:.5rem 1.1rem;border-radius:99px;border:2px solid var(--ink);background:var(--card);color:var(--ink);font-weight:700;text-decoration:none}
.yes{background:var(--ok-t);border-radius:var(--r);padding:.6rem .9rem;font-weight:700;display:flex;gap:.5rem;align-items:center}
.aside{background:var(--refer-t);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.5rem}
.aside h2{font-size:1.25rem}
.wide{inline-size:100%;justify-content:center;min-block-size:4.5rem;font-size:1.25rem}
@media(min-width:30rem){.wide{inline-size:auto;padding-inline:2rem}}
.small .field{max-inline-size:100%}
.small{display:grid;gap:.75rem;justify-items:stretch}
.small button{justify-self:start}
`)
