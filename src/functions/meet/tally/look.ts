import { tight } from '../../../ui/styles.ts'

/** The look of counting: one number that is huge, buttons for a thumb, the rest quiet. */
export const tallyCss = tight(`
.work{max-inline-size:34rem}
main{gap:1rem;padding-block:.5rem 2rem}
[data-outbox]{position:sticky;inset-block-start:0;z-index:1;background:var(--paper)}
.way{display:flex;flex-wrap:wrap;gap:.25rem .5rem;justify-content:space-between;align-items:center}
.way a{display:inline-flex;gap:.4rem;align-items:center;min-block-size:2.75rem}
.state{background:var(--ok-t);color:var(--ok);font-weight:700;border-radius:99px;padding:.35rem .7rem;font-size:1.0625rem}
.state.waits{background:var(--refer-t);color:var(--refer)}
[data-notes]{display:grid;gap:.6rem}[data-notes]:not(:has(>:not([hidden]))){display:none}
.note{background:var(--refer-t);color:var(--ink);border-radius:var(--r);padding:.75rem 1rem;display:grid;gap:.5rem;justify-items:start}
[hidden]{display:none!important}
.choose{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:minmax(0,1fr);gap:.75rem}
.choose a,.choose .off{display:flex;gap:.75rem 1rem;align-items:center;justify-content:space-between;min-block-size:4.5rem;padding:.75rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:var(--r);text-decoration:none}
.choose a{border:2px solid var(--ink)}
.choose a>:first-child,.choose .off>:first-child{min-inline-size:0;overflow-wrap:anywhere}
.choose b{display:block;font-size:1.25rem}
.choose .so{flex:none;text-align:end;max-inline-size:5.5rem}
.choose .off{color:var(--soft)}.choose .off b{text-decoration:line-through}
form.count{display:grid;gap:.75rem;justify-items:stretch;background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem}
.count button{font-weight:700;border-radius:var(--r);border:2px solid var(--ink);background:var(--card);color:var(--ink);touch-action:manipulation;padding:0}
.count button.p{background:var(--ink);color:var(--paper)}
.n{display:grid;grid-template-columns:5.5rem 1fr 5.5rem;align-items:center;text-align:center}
.n button{min-block-size:5.5rem;font-size:2.6rem;line-height:1}
.n output{display:block;font:700 4.5rem/1 ui-serif,Georgia,"Noto Serif",serif;font-variant-numeric:tabular-nums}
.n output.wide{font-size:3.2rem}
.n .what{font-size:1.0625rem;color:var(--soft)}
.tr{display:grid;grid-template-columns:1fr 3.6rem 2.8rem 3.6rem;align-items:center;gap:.5rem;border-block-start:1px solid var(--line);padding-block-start:.6rem}
.tr button{min-block-size:3.6rem;font-size:1.7rem;line-height:1}
.tr output{text-align:center;font-weight:700;font-size:1.4rem;font-variant-numeric:tabular-nums}
.tr small{display:block;color:var(--soft);font-size:1.0625rem}
@media(max-width:22rem){.n{grid-template-columns:4.6rem 1fr 4.6rem}.n output{font-size:3.4rem}.tr{grid-template-columns:1fr 3rem 2.4rem 3rem;gap:.35rem}}
.done{display:flex;justify-content:center;align-items:center;gap:.5rem;min-block-size:4.5rem;font-size:1.25rem;font-weight:700;background:var(--ok);color:var(--paper);border-radius:var(--r);text-decoration:none}
.plain form{gap:.9rem}
.plain h2{font-size:1.25rem;margin-block-end:.6rem}
.plain .row{inline-size:100%}
`)
