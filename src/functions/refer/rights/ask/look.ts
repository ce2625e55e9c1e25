import { formCss, tight } from '../../../../ui/styles.ts'

/** The looks of the check: large answers, cards, and a sheet that prints on two sides of A4 in black and white. */
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
.from{font-size:1rem}
.aloud{font-size:1.4rem;line-height:1.6;overflow-wrap:anywhere}
.kept{display:grid;gap:.2rem;padding-block-start:.6rem}.check .hint{margin-block-start:.4rem}
@media print{.brief{border:.75pt solid #000;padding:1mm 3mm 2mm;margin-block:2mm}.brief h3{font-size:10pt}.brief ol{columns:2;column-gap:7mm}.brief li{border:0;gap:2mm;break-inside:avoid;font-size:9.5pt;padding-block:.5mm}.brief li::before{content:'';flex:none;inline-size:3mm;block-size:3mm;border:.75pt solid #000}.brief a{flex:1;min-block-size:0;color:#000;text-decoration:none}.brief b{font-weight:400}.check{display:block;max-inline-size:none;font-size:8.5pt;line-height:1.2}.sheet h2{font-size:11.5pt;margin-block:2mm 1mm}.rights{columns:2;column-gap:7mm;display:block}.rights h2{column-span:all;display:flex}.right{border:0;border-block-start:.75pt solid #000;border-radius:0;padding:.9mm 0;display:block;break-inside:avoid}.right h3{font-size:10pt}.right dl{display:block}.right dt,.right dd{display:inline;margin:0}.right dt::after{content:'\\3A\\20'}.right dd::after{content:'\\A';white-space:pre}.others{display:block}.others ul{display:block;columns:2;column-gap:7mm}.others li{display:block;border:0;padding:0;break-inside:avoid}.others li span{display:none}.from,.lead,.check>p{font-size:8pt}.from{line-height:1.15}.stale .old{display:none}header h1{font-size:14pt}.check .plain{padding:1mm 2mm;margin:0}main{padding:0}.mark{color:#000!important}.mark svg{inline-size:1.1em;block-size:1.1em}}
`)
