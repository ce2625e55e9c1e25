import { tokenCss } from './tokens.ts'

/** Takes out what only makes CSS nice to read. */
export const tight = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};:,>])\s*/g, '$1')
    .replace(/;}/g, '}')
    .trim()

/** The style every page has: paper, type, links, the head and foot of the page. Works right to left by logical properties. */
export const baseCss = tight(`${tokenCss}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-block:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1,h2,h3,h4{font-family:ui-serif,Georgia,"Noto Serif",serif;line-height:1.18;text-wrap:balance;margin:0}
h1{font-size:clamp(2rem,1.5rem + 2.6vw,3.1rem);letter-spacing:-.01em}
h1 span bdi{display:inline-block}
h2{font-size:1.65rem}
section>h2{margin-block-end:.6rem}
h3{font-size:1.25rem}
:lang(ar) h1,:lang(ar) h2,:lang(ar) h3,:lang(ar) h4{line-height:1.4;letter-spacing:0}
p{margin:0}
p[dir=auto],dd[dir=auto],dt[dir=auto],div[dir=auto]{text-align:-webkit-match-parent;text-align:match-parent}
a{color:inherit;text-underline-offset:.2em;text-decoration-thickness:.08em}
a:hover{text-decoration-thickness:.16em}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:6px}
svg{inline-size:1.5em;block-size:1.5em;flex:none;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.sprite{position:absolute;inline-size:0;block-size:0}
.wrap{max-inline-size:68rem;margin-inline:auto;padding-inline:var(--edge)}
.top{display:flex;flex-wrap:wrap;gap:0 .8rem;align-items:center;padding-block:.5rem}
.top nav,.top .langs{display:contents}
.top li{list-style:none}
.langs{display:flex;flex-wrap:wrap;gap:0 .9rem;list-style:none;margin:0;padding:0;font-size:1.0625rem}
.langs a,.langs b{display:inline-block;padding-block:.6rem;min-inline-size:2.75rem}
.exit{margin-inline-start:auto;display:inline-flex;gap:.4rem;align-items:center;background:var(--ink);color:var(--paper);text-decoration:none;padding:.65rem .8rem;border-radius:99px;font-weight:600;font-size:1.0625rem}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{inset-inline-start:1rem;inset-block-start:.5rem;background:var(--card);padding:.75rem 1rem;z-index:2}
.soft{color:var(--soft)}
header>h1+p{margin-block-start:.35rem}
header>p>a:only-child{display:inline-flex;align-items:center;min-block-size:2.75rem}
main{display:grid;gap:2rem;padding-block:1.25rem 3rem}
main>*{min-inline-size:0}
.plain{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem}
.big{display:inline-flex;gap:.5rem;align-items:center;background:var(--ink);color:var(--paper);text-decoration:none;border-radius:99px;padding:.75rem 1.25rem;font:inherit;font-weight:700;min-block-size:3.25rem;border:0;cursor:pointer}
.meet{--c:var(--meet);--t:var(--meet-t)}.learn{--c:var(--learn);--t:var(--learn-t)}.refer{--c:var(--refer);--t:var(--refer-t)}.politicise{--c:var(--politicise);--t:var(--politicise-t)}
.foot{border-block-start:1px solid var(--line);padding-block:1.25rem 2.5rem;color:var(--soft);font-size:1.0625rem;display:flex;flex-wrap:wrap;gap:0 1.4rem}
.foot a{display:inline-flex;gap:.4rem;align-items:center;padding-block:.6rem}
@media(max-width:16rem){body{overflow-wrap:anywhere}body *{white-space:normal!important}main *{min-inline-size:0!important}}
@media print{@page{margin:14mm}body{background:#fff;color:#000;font-size:11pt}.top,.foot,.skip,.noprint,.exit,.big{display:none!important}main,main section,.two,.day,.list{display:block}main{padding-block:4mm 0}.wrap{padding:0}h1{font-size:22pt}h2{font-size:14pt}section>h2{margin-block-end:2mm}main>*,.day{margin-block-end:5mm}.m,.plain,.list>li{break-inside:avoid;margin-block-end:2mm}h1,h2,h3{break-after:avoid}a{text-decoration:none}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`)

/** What forms add: fields, choices, the summary of what still has to change. */
export const formCss = tight(`
form{display:grid;gap:1.25rem;justify-items:start}
.field{display:grid;gap:.3rem;inline-size:100%;max-inline-size:34rem;border:0;margin:0;padding:0;min-inline-size:0}
.field>label,.field>legend,legend{font-weight:700;padding:0}
.hint{color:var(--soft);font-size:1.0625rem}
input,select,textarea{font:inherit;color:inherit;background:var(--card);border:2px solid var(--strong);border-radius:10px;padding:.6rem .75rem;min-block-size:3rem;inline-size:100%;max-inline-size:100%}
textarea{min-block-size:6rem}
input[type=checkbox],input[type=radio]{inline-size:1.5rem;block-size:1.5rem;min-block-size:0;margin:0;accent-color:var(--ink);flex:none}
.short{max-inline-size:9rem}
.pick{display:flex;gap:.7rem;align-items:center;padding-block:.55rem;min-block-size:2.75rem}
.picks{display:grid;gap:0 1.25rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr))}
.row{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end}
.row .field{inline-size:auto;flex:1 1 9rem}
.wrong input,.wrong select,.wrong textarea{border-color:var(--warn);border-width:3px}
.error{color:var(--warn);font-weight:700;display:flex;gap:.4rem}
.errors{background:var(--warn-t);border:2px solid var(--warn);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.5rem}
.errors h2{font-size:1.25rem}
.errors ul{margin:0;padding-inline-start:1.25rem}
.errors a{display:block;padding-block:.4rem}
button{font:inherit;cursor:pointer}
.second{display:inline-flex;gap:.5rem;align-items:center;background:var(--card);color:var(--ink);border:2px solid var(--ink);border-radius:99px;padding:.6rem 1.1rem;font-weight:600;min-block-size:3rem;text-decoration:none}
.link{background:none;border:0;padding:.6rem 0;text-decoration:underline;color:inherit}
details>summary{cursor:pointer;padding-block:.6rem;font-weight:700}
`)
