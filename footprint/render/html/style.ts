/**
 * The report's one stylesheet: light or dark as the reader's system has it, light on paper. Text keeps a contrast
 * of at least 4.5 to 1 on its ground, bars and boxes 3 to 1 where they carry meaning.
 */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f6f7f9;--sheet:#fff;--text:#17202b;--dim:#56616f;--rule:#d9dee5;--soft:#eef1f5;--shade:#17202b2e;--accent:#1f5fbf;--sure:#1f5fbf;--reach:#9dbdec;--tick:#0b1f40;--less:#146c43;--lesssoft:#e1f3e8;--more:#b02a30;--unknown:#8a3fa0;
--workload:#2f6bd0;--nodes:#5b4bb5;--store:#9a4fc0;--topics:#13857a;--queues:#b06a10;--images:#5a7d1e;--service:#6b7887;--all:#8a5a44;
--hue0:#2f6bd0;--hue1:#b0562a;--hue2:#13857a;--hue3:#9a4fc0;--hue4:#a3741a;--hue5:#5a7d1e}
@media(prefers-color-scheme:dark){:root{--ground:#10151c;--sheet:#181f29;--text:#e6ebf2;--dim:#a0acbb;--rule:#313c4a;--soft:#212a36;--shade:#0009;--accent:#82b1ff;--sure:#6ea3f7;--reach:#34588f;--tick:#fff;--less:#6fd39b;--lesssoft:#173526;--more:#ff9499;--unknown:#d7a1ea;
--workload:#6ea3f7;--nodes:#a195f2;--store:#c68ae6;--topics:#4cc0b3;--queues:#e0a04c;--images:#a3c767;--service:#9aa7b6;--all:#c99a84;
--hue0:#6ea3f7;--hue1:#eb9668;--hue2:#4cc0b3;--hue3:#c68ae6;--hue4:#d9b054;--hue5:#a3c767}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
header,nav,main,footer{max-width:1120px;margin:0 auto;padding:0 20px}
header{padding-top:40px}
.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:12px;background:var(--sheet);padding:8px 12px;border-radius:8px}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.25rem);line-height:1.2;letter-spacing:-.02em;margin:0 0 12px;text-wrap:balance}
h2{font-size:1.375rem;letter-spacing:-.01em;margin:0 0 4px}
h3{font-size:1.0625rem;margin:0}
p{margin:0 0 8px}
small{font-size:.8125rem;color:var(--dim);font-weight:400}
.eyebrow{color:var(--dim);font-size:.875rem;margin-bottom:8px}
.verdict{font-size:1.125rem;max-width:70ch}
nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:16px 0 0;padding:12px 0;border-top:1px solid var(--rule);font-size:.9375rem}
main>section{background:var(--sheet);border:1px solid var(--rule);border-radius:14px;padding:24px;margin:20px 0}
.lead{color:var(--dim);margin-bottom:18px;max-width:76ch}
footer{color:var(--dim);font-size:.875rem;padding-bottom:40px}
.dim,.none{color:var(--dim)}.less{color:var(--less)}.more{color:var(--more)}.unknown{color:var(--unknown)}.strong{font-weight:600}
.in{padding-left:.9em}.num,td,dd,.value{font-variant-numeric:tabular-nums}
.hidden,.lead+table>caption,summary+table>caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.tag,.win{display:inline-block;font-size:.75rem;font-weight:600;line-height:1.35;padding:1px 7px;border-radius:99px;vertical-align:middle;white-space:nowrap}
.tag{background:var(--soft);color:var(--dim)}.win{background:var(--lesssoft);color:var(--less)}
.cards{list-style:none;margin:0 0 24px;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,250px),1fr));gap:14px}
.card{border:1px solid var(--rule);border-radius:12px;padding:16px}
.decision{margin:0 0 24px;padding:0 0 4px;border-bottom:1px solid var(--rule)}.decision .verdict{margin:6px 0 10px}
.decision dl{margin:0 0 12px}.decision dl div{display:grid;grid-template-columns:6.5em 1fr;gap:0 14px;padding:5px 0;border-top:1px solid var(--rule)}
.decision dt{grid-column:1}.decision dd{grid-column:2;text-align:left;font-weight:400;max-width:86ch}.decision dd+dd{margin-top:3px}.decision .doubt dt{color:var(--more)}
.anchor{margin-left:.4em;font-size:.8em;font-weight:400;text-decoration:none;padding:0 4px}
details.part{border-top:1px solid var(--rule);padding:4px 0;margin-top:14px}
.swatch.sure{background:var(--sure)}.swatch.reach{background:var(--reach)}.swatch.tick{background:var(--tick);width:3px;border-radius:0}.swatch.open{background:none;border-top:3px dashed var(--unknown);height:0;border-radius:0;width:18px;vertical-align:4px}
.inputs{padding-left:1.2em}.inputs li{margin:2px 0}
.card p{color:var(--dim);font-size:.9375rem;margin:2px 0 0}
.card dl{margin:12px 0 0}.card dl div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;padding:4px 0;border-top:1px solid var(--rule)}
dt{color:var(--dim);font-size:.875rem;overflow-wrap:normal}dd{margin:0;text-align:right;font-weight:600}.card dd{white-space:nowrap;margin-left:auto}table+p{margin-top:12px}.figure-of{font-variant-numeric:tabular-nums;margin-left:.4em}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;font-weight:600;padding-bottom:6px}
th,td{text-align:left;vertical-align:top;padding:7px 14px 7px 0}
tr>:last-child{padding-right:0}
th[scope=col]{overflow-wrap:normal}
thead th{color:var(--dim);font-weight:600;border-bottom:2px solid var(--rule)}
tbody tr+tr>*,tbody+tbody tr:first-child>*{border-top:1px solid var(--rule)}
th[scope=row]{font-weight:500}
code{font-size:.875em}
.wide{overflow-x:auto;margin-bottom:16px;background:linear-gradient(to right,var(--sheet) 30%,transparent) left/32px 100% local no-repeat,linear-gradient(to left,var(--sheet) 30%,transparent) right/32px 100% local no-repeat,linear-gradient(to right,var(--shade),transparent) left/12px 100% scroll no-repeat,linear-gradient(to left,var(--shade),transparent) right/12px 100% scroll no-repeat}
.matrix{table-layout:fixed}.scores{min-width:480px}
.matrix th[scope=col]{overflow-wrap:normal}
thead th{color:var(--text)}
.matrix .title th{padding-top:20px;color:var(--accent);border-top:0}
.total>*{border-top:2px solid var(--rule)!important}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:28px 40px}
.figure h3{margin-bottom:6px}
.bars{list-style:none;margin:0;padding:0}
.bars>li{display:grid;grid-template-columns:1fr auto;gap:0 12px;padding:6px 0;align-items:baseline}
.bars svg,.bars details{grid-column:1/-1}.bars svg{display:block;overflow:visible}
.name{font-weight:500}.value{text-align:right}
.bar .track{stroke:var(--rule);stroke-width:2}.bar .open{stroke:var(--unknown);stroke-width:3;stroke-dasharray:3 5}
.bar .reach{fill:var(--reach)}.bar .sure{fill:var(--sure)}.bar .tick{stroke:var(--tick);stroke-width:3}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;padding:0;margin:0 0 10px;font-size:.9375rem}
.swatch{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:6px;vertical-align:-1px;forced-color-adjust:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.stacks>li{padding:12px 0}.stacks>li+li{border-top:1px solid var(--rule)}
.stack rect{stroke:var(--sheet);stroke-width:2}
${kinds()}
details>summary{cursor:pointer;color:var(--accent);padding:6px 0}
summary h3{display:inline;color:var(--text)}
details.network{border-top:1px solid var(--rule);padding:8px 0}
svg.network{display:block;max-width:100%;min-width:860px;height:auto;margin:6px auto;font:12.5px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.network rect{fill:var(--soft);stroke:var(--rule);stroke-width:1.5}.network .own rect{fill:var(--sheet);stroke:var(--accent);stroke-width:2}.network .source rect{stroke-dasharray:4 3;stroke:var(--dim)}
.network text{fill:var(--text);text-anchor:middle}.network .own text:first-of-type{font-weight:600}.network text.ports{fill:var(--dim);font-size:11.5px;font-weight:400}
.link{fill:none;stroke-width:1.6;opacity:.85}
${hues()}
.sources{margin:18px 0 0}.sources div div{text-align:left}.sources>div{padding:6px 0;border-top:1px solid var(--rule)}.sources dd{text-align:left;font-weight:400}
@media screen and (max-width:1080px){
body{font-size:15px}header,nav,main,footer{padding-left:12px;padding-right:12px}main>section{padding:16px 14px;margin:14px 0}
table.list,.list caption,.list tbody,.list tr,.list th{display:block}.list thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.list tr{padding:10px 0;border-top:1px solid var(--rule)}.list th,.list td{padding:2px 0;border:0!important}.list caption{padding-bottom:10px}.lead+table tr:first-child{border-top:0}.list th[scope=row]{font-weight:600}
.list td{display:grid;grid-template-columns:minmax(88px,30%) 1fr;gap:0 12px}
.list td::before{grid-row:1/99;color:var(--dim);font-size:.8125rem;padding-top:.1em}.list td>*{grid-column:2}.list td:empty{display:none}
${columns()}
.matrix td,.matrix th{padding-right:10px;font-size:.875rem}
.matrix th[scope=row]{position:sticky;left:0;background:var(--sheet)}
}
@media screen and (min-width:1081px){.list{font-size:.875rem}.list th{min-width:9em}.list td{min-width:4.5em}.list+table{margin-top:24px}}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{
:root{color-scheme:light;--ground:#fff;--sheet:#fff;--text:#000;--dim:#444;--rule:#bbb;--soft:#f2f2f2;--accent:#1f5fbf;--sure:#1f5fbf;--reach:#9dbdec;--tick:#000;--less:#146c43;--lesssoft:#e1f3e8;--more:#b02a30;--unknown:#8a3fa0}
body{font-size:10.5pt}nav,.skip,.anchor{display:none}header,main,footer{max-width:none;padding:0}main>section{border:0;padding:0;margin:0 0 18pt}
.figures{grid-template-columns:1fr 1fr}.cards{grid-template-columns:repeat(3,1fr)}
table,.matrix td,.matrix th{font-size:8pt;line-height:1.35}th,td{padding:3pt 8pt 3pt 0}.list,.matrix{min-width:0!important}.list th{min-width:5.5em}#summary .list th[scope=row]{white-space:nowrap}.list td{min-width:4em}.list td:nth-child(2){overflow-wrap:break-word}
h1{font-size:15pt;margin-bottom:4pt}.eyebrow{margin-bottom:2pt}#summary .lead{margin-bottom:6pt}.decision{margin-bottom:8pt;font-size:8.5pt;line-height:1.3}.decision .verdict{font-size:9.5pt;margin:2pt 0 4pt}.decision h3{font-size:10pt}.decision dl{margin-bottom:3pt}.decision dl div{padding:1.5pt 0;grid-template-columns:5em 1fr}.decision dt{font-size:8pt}.decision dd+dd{margin-top:0}.decision h3,.decision .verdict{break-after:avoid}
.many{columns:2;column-gap:14pt}.many .decision{font-size:7pt;margin-bottom:5pt}.many .verdict{font-size:8pt}.many h3{font-size:8.5pt}.many dt{font-size:7pt}.many dl div{padding:.5pt 0}#summary .list{font-size:7pt}#summary .list th,#summary .list td{padding:1pt 6pt 1pt 0}#summary .list td{white-space:nowrap}#summary .tag{font-size:6pt;padding:0 3pt}#summary .lead{font-size:8.5pt;max-width:none}#summary .part,#summary .part summary{margin-top:0;padding:1pt 0}h2{font-size:13pt}.card{padding:6pt}.cards{margin-bottom:6pt}.card dl div{padding:1pt 0}
.bars>li{padding:1.5pt 0;font-size:9pt}.stacks>li{display:block;padding:6pt 0}.stacks .value{float:right}
tr,.card,.lead,.decision dl div,.bars:not(.stacks)>li,.figure{break-inside:avoid}h2,h3,caption,summary,.lead,.legend,.title,.stack,.stacks .name,.stacks .value,thead tr{break-after:avoid}svg.network{break-before:avoid;break-inside:avoid;min-width:0}thead{display:table-header-group}.wide{overflow:visible;background:none}.tag,.win{print-color-adjust:exact;-webkit-print-color-adjust:exact}
@page{margin:14mm}}
`.trim();

function kinds(): string {
  return ["workload", "nodes", "store", "topics", "queues", "images", "service", "all"]
    .map((kind) => `.stack .${kind}{fill:var(--${kind})}.swatch.${kind}{background:var(--${kind})}`)
    .join("\n");
}

function hues(): string {
  return Array.from(
    { length: 6 },
    (_, hue) => `.link.hue${hue}{stroke:var(--hue${hue})}.head.hue${hue}{fill:var(--hue${hue})}`,
  ).join("\n");
}

/** The name of each column after the first, which its table has. */
function columns(): string {
  return [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    .map((column) => `.list td:nth-child(${column})::before{content:var(--c${column})}`)
    .join("");
}
