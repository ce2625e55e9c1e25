import { tight } from '../../../ui/styles.ts'

/** The looks of the figures: tables that scroll sideways on a phone, bars that need no colour, everything on paper too. */
export const figuresCss = tight(`
.part>*,.two-up>*{min-inline-size:0}
.kinds{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;list-style:none;margin:0;padding:0}
.act[aria-current]{background:var(--ink);color:var(--paper);border-color:var(--ink);font-weight:700}
.told-of{border-collapse:collapse;inline-size:100%;font-variant-numeric:tabular-nums}
.told-of caption{text-align:start;font-weight:700;padding-block:.4rem}
.told-of th,.told-of td{text-align:start;padding:.45rem .5rem;border-block-start:1px solid var(--line);vertical-align:top;font-weight:400}
.told-of thead th,.told-of thead td{border:0;font-weight:700}
.told-of tbody th{min-inline-size:8rem}
.told-of .n{text-align:end;white-space:nowrap}
.told-of .sum th,.told-of .sum td{font-weight:700;border-block-start:2px solid var(--strong)}
.told-of small{display:block;color:var(--soft);font-size:1.0625rem}
.wide{overflow-x:auto;max-inline-size:100%}
.last-first{direction:rtl}.last-first>*{direction:ltr;margin-inline:0 auto}
.side{inline-size:auto;min-inline-size:100%}
.side thead .n{white-space:normal}
.side tbody th{position:sticky;inset-inline-start:0;background:var(--paper);min-inline-size:9rem;max-inline-size:14rem}
.chart{display:block;inline-size:100%;min-inline-size:36rem;max-inline-size:46rem;block-size:auto;stroke:none}
.chart text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:5px;font:17px system-ui,sans-serif;text-anchor:middle}
.chart .under{font-size:15px}
.there{fill:var(--ink);stroke:none}
.not-shown{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 3}
.ground{stroke:var(--ink);stroke-width:2}
.usual{stroke:var(--ink);stroke-width:2;stroke-dasharray:2 6}
.sparks{inline-size:6.5rem;block-size:1.5rem;stroke:none}
.sparks .not-shown{stroke-width:1;stroke-dasharray:none}
.two-up{display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));align-items:start}
.example{border:2px dashed var(--strong);border-radius:var(--r);padding:.75rem 1rem;font-weight:700}
@media(max-width:34rem){.told-of .spark{display:none}.told-of th,.told-of td{padding-inline:.3rem}.told-of tbody th{min-inline-size:0;overflow-wrap:anywhere;hyphens:auto}.told-of .n{white-space:normal}.side tbody th{min-inline-size:8rem}.side td.n{white-space:nowrap}.chart text{font-size:19px}}
@media print{.there{fill:#000}.wide{overflow:visible}.chart{min-inline-size:0;max-inline-size:150mm}.told-of{font-size:9pt}.told-of th,.told-of td{padding:.6mm 1mm}
.side{font-size:7pt}.side tbody th{position:static;min-inline-size:0}.side .n{white-space:normal}.told-of tr{break-inside:avoid}.told-of small{font-size:8pt}.two-up{display:block}.two-up table{break-inside:avoid;margin-block-end:5mm}.kinds,.noprint{display:none}.fold::details-content{content-visibility:visible;block-size:auto}}
`)
