import { formCss, tight } from '../../../../ui/styles.ts'

/** The looks of the check: large answers, cards, and a sheet that prints on the two sides of one A4, in black and white and never
 * smaller than 11 points: on paper stands what one needs at a desk; why we think so and how it goes stay on the screen. */
export const checkCss =
  formCss +
  tight(`
.check{gap:1.1rem;justify-items:stretch;max-inline-size:44rem}
.check legend h2{font-size:1.5rem}
.check .field{max-inline-size:none}
.answers{display:grid;gap:.5rem;padding-block-start:.5rem}
.answers .pick{background:var(--card);border:2px solid var(--line);border-radius:var(--r);padding:.6rem .9rem;min-block-size:3.25rem;cursor:pointer}
.answers .pick:has(:checked){border-color:var(--ink)}
.go{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center}
.go .link{min-block-size:2.75rem}
.said ul,.others ul{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.said li{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;justify-content:space-between;border-block-start:1px solid var(--line);padding-block-start:.4rem}
.said li span{flex:1 1 14rem}
.said .unseen,.why .unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.brief{background:var(--card);border:2px solid var(--line);border-radius:var(--r);padding:.6rem 1.1rem}
.brief ol,.brief ul{list-style:none;margin:0;padding:0}
.brief li{display:flex;gap:.25rem 1rem;align-items:center;justify-content:space-between;border-block-start:1px solid var(--line)}
.brief a,.right .go a{display:inline-flex;gap:.5rem;align-items:center;min-block-size:2.75rem}
.brief li{padding-block:.25rem}.brief b{text-align:end;white-space:nowrap}
.rights,.others{display:grid;gap:1rem}
.right{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.6rem}
.mark{display:inline-flex;gap:.5rem;align-items:center;font-weight:700;justify-self:start}
.mark.worth,.mark.have{color:var(--ok)}
.right dl,.why dl{display:grid;gap:.15rem .9rem;grid-template-columns:minmax(6.5rem,auto) 1fr;margin:0}
.right dt{font-weight:700}.right dd{margin:0;grid-column:2;overflow-wrap:anywhere}
@media(max-width:34rem){.right dl,.why dl{grid-template-columns:1fr}.right dd{grid-column:1;margin-block-end:.35rem}}
.others li{display:grid;gap:.1rem;border-block-start:1px solid var(--line);padding-block-start:.6rem}
.aloud{font-size:1.4rem;line-height:1.6;overflow-wrap:anywhere}
.kept{display:grid;gap:.2rem;padding-block-start:.6rem}.check .hint{margin-block-start:.4rem}
@media screen{.todo,.right .from{display:none}}
@media print{@page{margin:11mm}.brief{display:none}.check,.others,.others ul{display:block;max-inline-size:none}.check{font-size:11pt;line-height:1.22}header h1{font-size:16pt}header .lead{display:none}main{padding:0}.check>p{margin-block-end:1.5mm}.sheet h2{font-size:12pt;margin-block:1.5mm 1mm}.sheet #result{display:none}.rights{columns:2;column-gap:7mm;display:block;margin:0}.rights h2{column-span:all;display:flex}.right{border:0;border-block-start:.75pt solid #000;border-radius:0;padding:1.2mm 0 1.6mm;display:block;break-inside:avoid}.right h3{font-size:11.5pt;margin:0;display:flow-root}.right h3::before{content:'';display:inline-block;inline-size:3.2mm;block-size:3.2mm;border:.9pt solid #000;margin-inline-end:1.8mm;vertical-align:-.3mm}.todo{float:inline-end;font:700 11pt/1.3 system-ui,sans-serif;margin-inline-start:2mm}.right dl{display:block}.right dt,.right dd{display:inline;margin:0}.right dt::after{content:'\\3A\\20'}.right dd::after{content:'\\A';white-space:pre}.others{margin:0}.others li{display:inline-block;border:0;padding:0}.others li b{font-weight:400}.others li{margin-inline-end:1ch}.others li:not(:last-child) b::after{content:';'}.from{font-size:11pt;color:#000}.stale .old{display:none}.others li span{display:none}.check .plain{padding:.5mm 2mm;margin:0}.mark{color:#000!important}.mark svg{inline-size:1.1em;block-size:1.1em}}
`)
