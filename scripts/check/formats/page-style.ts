/** For a screen of any width and for paper. Colours have a contrast of 4.5 or more, and nothing is told by colour alone. */
export const pageStyle = `
:root { color-scheme: light; --ink: #1b1b1f; --faint: #55555e; --line: #c9c9d1; --red: #b00020; --blue: #174ea6; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 1rem/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--ink); background: #fff; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.3rem; border-bottom: 2px solid var(--line); } h3 { font-size: 1.05rem; margin-bottom: .3rem; overflow-wrap: anywhere; }
[lang=en] { color: var(--faint); }
a { color: var(--blue); } a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
.gap { border-left: .4rem solid var(--red); padding-left: .6rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; font-weight: normal; }
thead th { background: #f1f1f5; font-weight: bold; } .counts td { text-align: right; } .counts td:nth-child(2) { text-align: left; }
code { overflow-wrap: anywhere; }
.badges { display: flex; flex-wrap: wrap; gap: .6rem; } .badges div { border: 1px solid var(--line); border-radius: .4rem; padding: .3rem .8rem; } .badges dd { margin: 0; font-size: 1.4rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: .6rem; } .pair dl { border: 1px solid var(--line); border-radius: .4rem; margin: 0; padding: .6rem; overflow-wrap: anywhere; } .pair dt { font-weight: bold; } .pair dd { margin: 0 0 .3rem; } .badges small { font-size: .9rem; color: var(--faint); }
.explained dt { font-weight: bold; } .explained dd { margin: 0 0 .4rem 0; }
.depth-1 { font-weight: bold; margin: 1rem 0 .2rem; } .depth-2 { margin: .4rem 0 .2rem 1rem; } .depth-3 { margin: .1rem 0 .1rem 2rem; }
.node rect { fill: #fff; stroke: #55555e; } .node text { font-size: 13px; fill: #1b1b1f; } .node .limit { text-anchor: end; font-size: 11px; fill: #55555e; } .node.critical rect { stroke-width: 3; stroke: #1b1b1f; }
.edge { fill: none; stroke: #55555e; } .edge.critical { stroke-width: 3; stroke: #1b1b1f; } .edge.circle { stroke: #b00020; stroke-width: 3; stroke-dasharray: 7 4; } .arrow { fill: #55555e; } .arrow.circle { fill: #b00020; }
.steps { columns: 20rem; font-size: .9rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .skip { display: none; } .wide { overflow: visible; } svg { max-width: 100%; height: auto; } article, tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
`;
