import { tight } from '../../../ui/styles.ts'

/** What the pages of a handover add in looks: the codes large enough to copy from paper, the slip with its fold and tear-off. */
export const handoverCss = tight(`
.codes{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr))}
.codebox{background:var(--card);border:3px solid var(--ink);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.4rem;align-content:start}
.codebox b{justify-self:start;font-size:clamp(1.7rem,1.3rem + 1.6vw,2.2rem);line-height:1.25;letter-spacing:.02em;overflow-wrap:anywhere}
.codebox h2,.codebox h3{font-size:1.2rem}
.codebox.tear{border-style:dashed}
.out{font-size:1.6rem;font-weight:700;line-height:1.3;display:grid;gap:.3rem}
.out .write{font-size:1.2rem;font-weight:400;border-block-end:2px solid var(--ink);padding-block-start:1rem}
.fold{border-block-start:2px dashed var(--strong);padding-block-start:.6rem;color:var(--soft)}
.sheet{display:grid;gap:1.25rem;max-inline-size:40rem;font-size:1.25rem}
.facts2{display:grid;gap:.3rem 1rem;margin:0;grid-template-columns:minmax(8rem,auto) 1fr}
.facts2 dt{color:var(--soft)}.facts2 dd{margin:0;overflow-wrap:anywhere}
@media(max-width:30rem){.facts2{grid-template-columns:1fr}.facts2 dd{margin-block-end:.6rem}}
.good{background:var(--ok-t);color:var(--ink);border-radius:var(--r);padding:1rem 1.25rem}
.care{background:var(--refer-t);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.75rem}
.says{background:var(--card);border-inline-start:.5rem solid var(--refer);padding:1rem 1.25rem;font-size:1.35rem;white-space:pre-line}
.one-sentence{border:2px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem;inline-size:100%;margin:0;min-inline-size:0}
.one-sentence legend{font-size:1.5rem;line-height:1.4;font-weight:700;float:inline-start;inline-size:100%;overflow-wrap:anywhere}
.one-sentence .picks{clear:both}
.gist{display:grid;gap:.2rem}
.answers,.answers form{display:grid;gap:.75rem;justify-items:stretch;max-inline-size:34rem}
.tap{display:flex;gap:.7rem;align-items:center;inline-size:100%;min-block-size:3.5rem;padding:.7rem 1.1rem;background:var(--card);color:var(--ink);border:2px solid var(--ink);border-radius:var(--r);font:inherit;font-weight:700;text-align:start}
.tap.yes{background:var(--ok-t)}
details[open]>.tap{margin-block-end:.75rem}
.away{border-color:var(--warn)!important;color:var(--warn)!important}
.closer .picks{grid-template-columns:repeat(auto-fit,minmax(min(100%,8.5rem),1fr))}
.found{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
.found a{display:grid;gap:.1rem;background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:.8rem 1.1rem;text-decoration:none;min-block-size:3rem}
.found a:hover{border-color:var(--ink)}
.search{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;inline-size:100%}
.search .field{flex:1 1 14rem}
`)

/** A slip on paper from a browser: outside nothing but place and time, so no heading, and no margin in which a browser writes title and address. */
export const sheetCss =
  handoverCss +
  tight(`
@media print{@page{margin:0}header{display:none}main.wrap{padding:14mm}.sheet{font-size:13.5pt;gap:4mm}.codebox{break-inside:avoid}.out{font-size:18pt;min-block-size:45mm;align-content:start}.out .write{padding-block-start:6mm}}
`)
