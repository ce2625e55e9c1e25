import { tight } from '../../ui/styles.ts'
import { momentCss } from '../moment-card/views.tsx'

/** What the pages of the desk share in looks: rows of buttons, the frame around what visitors will see, lists of things to do. */
export const deskCss =
  momentCss +
  tight(`
.acts{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center}
.acts form,.inline{display:inline-flex;gap:.5rem}
.act{display:inline-flex;gap:.4rem;align-items:center;min-block-size:2.75rem;padding:.35rem .9rem;border:2px solid var(--line);border-radius:99px;background:var(--card);color:var(--ink);text-decoration:none;font:inherit}
.act:hover{border-color:var(--ink)}
.act svg{inline-size:1.25em;block-size:1.25em}
.one{display:grid;gap:.5rem;margin-block-end:1rem}
.one .acts{padding-inline-start:1rem}
.rest{flex:none}.one .acts .acts{padding:0}
.rest>summary{display:inline-flex;align-items:center;min-block-size:2.75rem;padding:.35rem .9rem;font-weight:400;text-decoration:underline;text-underline-offset:.2em}
.rest[open]{flex-basis:100%}
@media(min-width:52rem){.rest::details-content{content-visibility:visible}@supports selector(::details-content){.rest>summary{display:none}}}
.part{display:grid;gap:1rem}
.part>h2{font-size:1.35rem}
.todo{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.todo>li{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:.9rem 1.1rem;display:grid;gap:.5rem}
.todo b{font-weight:700}
.lines{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:0 1.5rem}
.lines a{display:flex;gap:.6rem;align-items:center;min-block-size:2.75rem;padding-block:.35rem}
.lines svg{inline-size:1.4em;block-size:1.4em}
.seen{border:2px dashed var(--strong);border-radius:var(--r);padding:1rem;display:grid;gap:1rem}
@media(max-width:30rem){.seen{padding:.75rem .6rem}}
.errors a{vertical-align:top}
.seen>h2{font-size:1.2rem;color:var(--soft)}
.beside{display:flex;gap:.5rem;align-items:start}
.warn{background:var(--warn-t);border-radius:var(--r);padding:.75rem 1rem;display:grid;gap:.4rem}
.mild{background:var(--refer-t);border-radius:var(--r);padding:.75rem 1rem;display:grid;gap:.4rem}
.facts{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.3rem 1rem;margin:0}
.facts dt{color:var(--soft)}.facts dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
@media(max-width:30rem){.facts{grid-template-columns:1fr}.facts dd{margin-block-end:.5rem}}
.diff{border-collapse:collapse;inline-size:100%}
.diff th,.diff td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-block-start:1px solid var(--line);overflow-wrap:anywhere}
@media(max-width:40rem){.diff,.diff tbody,.diff tr,.diff th,.diff td{display:block}.diff thead{position:absolute;inset-inline-start:-999rem}.diff td{border:0;padding-block:.1rem}.diff td::before{content:attr(data-of) ":\\00a0";font-weight:700}}
.group{border:0;border-block-start:1px solid var(--line);margin:0;padding:1rem 0 0;display:grid;gap:1.1rem;inline-size:100%;min-inline-size:0}
.group>legend{font-family:ui-serif,Georgia,"Noto Serif",serif;font-size:1.35rem;padding-inline-end:1rem}
details.group{padding-block-start:.25rem}
details.group>summary{font-family:ui-serif,Georgia,"Noto Serif",serif;font-size:1.25rem}
details.group>div{display:grid;gap:1.1rem;padding-block:.5rem}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.turn{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center}
`)
