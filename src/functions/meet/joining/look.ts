import { tight } from '../../../ui/styles.ts'
import { slipCss } from './slip.tsx'

/** How the pages of taking part look: what it is about, the code large enough to copy from paper, the list of the desk. */
export const joinCss =
  slipCss +
  tight(`
.about{display:grid;gap:.4rem}
.about li,.about p{max-inline-size:38rem}
.when{font-size:1.35rem;font-weight:700}
.extras{display:grid;gap:.3rem 1rem;margin:0;grid-template-columns:minmax(7rem,auto) 1fr}
.extras dt{color:var(--soft)}.extras dd{margin:0;overflow-wrap:anywhere}
@media(max-width:30rem){.extras{grid-template-columns:1fr}.extras dd{margin-block-end:.5rem}}
.state{border-radius:var(--r);padding:1rem 1.25rem;background:var(--ok-t);color:var(--ok);font-weight:700;font-size:1.25rem}
.state.wait{background:var(--refer-t);color:var(--ink)}
.state.no{background:var(--warn-t);color:var(--warn)}
.code{background:var(--card);border:3px solid var(--ink);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.4rem}
.code b{font-size:clamp(1.9rem,1.4rem + 3vw,3rem);line-height:1.25;letter-spacing:.02em}
`)

/** What the list of a moment adds at the desk. */
export const listCss =
  slipCss +
  tight(`
.people{list-style:none;margin:0;padding:0;display:grid;gap:.6rem}
.people>li{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:.75rem 1rem;display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center}
.people b{font-size:1.2rem;flex:1 1 8rem;overflow-wrap:anywhere}
.people form{display:inline-flex}
details.plus>summary{display:inline-flex;gap:.5rem;align-items:center;list-style:none;background:var(--ink);color:var(--paper);border-radius:99px;padding:.75rem 1.75rem;min-block-size:4.5rem;font-size:1.25rem}
details.plus>form{padding-block:1rem}
.code{background:var(--card);border:3px solid var(--ink);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.4rem}
.code b{font-size:clamp(1.9rem,1.4rem + 3vw,3rem);line-height:1.25}
@media print{.people>li{border:0;border-block-end:1px solid #999;border-radius:0}}
`)
