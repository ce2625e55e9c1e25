import { tight } from '../../../ui/styles.ts'

/** The look of the guide: one big box, themes as doors, results as cards. */
export const guideCss = tight(`
.ask{display:grid;gap:.5rem;background:var(--refer-t);border-radius:var(--r);padding:1.2rem 1.35rem 1.35rem;margin-block-start:1rem}
.ask>*{min-inline-size:0}
.ask label{font:700 1.35rem/1.2 ui-serif,Georgia,"Noto Serif",serif}
.ask .line{display:flex;flex-wrap:wrap;gap:.6rem}
.ask input[type=search]{font:inherit;font-size:1.2rem;flex:1 1 15rem;min-inline-size:0;background:var(--card);color:inherit;border:2px solid var(--strong);border-radius:12px;padding:.75rem .9rem;min-block-size:3.5rem}
.ask .hint{color:var(--soft);font-size:1.0625rem}
.go{font:inherit;font-weight:700;background:var(--ink);color:var(--paper);border:0;border-radius:99px;padding:.75rem 1.5rem;min-block-size:3.5rem;cursor:pointer;display:inline-flex;gap:.5rem;align-items:center}
.doors{display:grid;gap:.6rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));list-style:none;margin:0;padding:0}
.doors li{display:grid}
.doors a{display:flex;gap:.8rem;align-items:center;background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:.8rem 1rem;text-decoration:none;font-weight:700;min-block-size:4rem}
.doors a:hover{text-decoration:underline}
.doors svg{inline-size:2.1rem;block-size:2.1rem;color:var(--refer)}
.two-lines{grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr))}
.two-lines a{background:var(--refer-t);border-color:transparent}
.two-lines a span{display:grid}
.two-lines span span{font-weight:400}
.narrow summary{cursor:pointer;padding-block:.7rem;font-weight:700}
.narrow .fields{display:flex;flex-wrap:wrap;gap:.8rem 1.2rem;align-items:end;padding-block:.4rem}
.narrow label{display:grid;gap:.2rem;max-inline-size:100%;grid-template-columns:minmax(0,auto)}
.narrow .tick{grid-template-columns:none}
.narrow .tick{display:flex;gap:.6rem;align-items:center;min-block-size:3rem}
.narrow select{font:inherit;color:inherit;background:var(--card);border:2px solid var(--strong);border-radius:10px;padding:.5rem;min-block-size:3rem;max-inline-size:100%}
.narrow input{inline-size:1.5rem;block-size:1.5rem;accent-color:var(--ink)}
.found{display:grid;gap:.75rem;list-style:none;margin:.75rem 0 0;padding:0}
.found>li{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.3rem;min-inline-size:0;overflow-wrap:anywhere}
.found+.turn{margin-block-start:1rem}
.found h3 a{display:inline-block;padding-block:.2rem}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:0;padding:0}
.facts li{display:inline-flex;gap:.4rem;align-items:center}
.facts svg{inline-size:1.2em;block-size:1.2em}
.is-open{color:var(--ok);font-weight:700}
.is-shut{background:var(--warn-t);border-inline-start:6px solid var(--warn);padding:.5rem .8rem;border-radius:8px;font-weight:600}
.shut-name{text-decoration:line-through}
.calm{background:var(--card);border:3px solid var(--refer);border-radius:var(--r);padding:1.1rem 1.35rem;display:grid;gap:.5rem;justify-items:start}
.calls{display:flex;flex-wrap:wrap;gap:.6rem}
.plain>.turn{margin-block-start:.75rem}.turn{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:center}
.call{display:inline-flex;gap:.4rem;align-items:center;min-block-size:2.75rem}
.about{display:grid;gap:.75rem}
.about section{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.35rem;align-content:start;min-inline-size:0;overflow-wrap:anywhere}
.about h2{font-size:1.25rem;margin:0;display:flex;gap:.5rem;align-items:center}
.about h2 svg{color:var(--refer)}
.onpaper{display:none}
.said{white-space:pre-line;max-inline-size:42rem}
.lead{font-size:1.3rem;max-inline-size:42rem}
.times{display:grid;grid-template-columns:auto 1fr;gap:.15rem 1.2rem;margin:0}
.times dt{font-weight:700}.times dd{margin:0}
.plainlist{margin:0;padding-inline-start:1.2rem}
@media(min-width:60rem){.about{grid-template-columns:1fr 1fr}}
.about section>p>a:not(.big),.turn>a:not(.big){display:inline-flex;align-items:center;min-block-size:2.75rem}
.chosen{display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:center;list-style:none;margin:.6rem 0 0;padding:0}
.chosen a{display:inline-flex;gap:.4rem;align-items:center;min-block-size:2.75rem;padding:.2rem .9rem;border:2px solid var(--strong);border-radius:99px;background:var(--card);text-decoration:none;font-weight:600}
@media print{.ask,.narrow,.turn,.doors,.chosen{display:none}.onpaper{display:revert}.about .big,.calls .big{display:inline!important;padding:0;background:none;color:#000}.about .big svg,.calls svg{display:none}.about{columns:2;column-gap:8mm;display:block}.about section{border:0;padding:0;break-inside:avoid;margin-block-end:5mm}.about section>p>a:not(.big){min-block-size:0}.facts{margin-block-end:4mm}.found{display:block;columns:2;column-gap:8mm}.found>li{break-inside:avoid;border:0;border-block-end:1px solid #999;border-radius:0;padding:.2rem 0;gap:0}.lead{font-size:15pt}.about,main>.facts,main>.onpaper{font-size:13pt}.call{min-block-size:0}.about h2{font-size:14pt;margin:0}}
`)
