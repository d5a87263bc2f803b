import { createHash } from "node:crypto";

/** The public page's whole style. Colours: every pair was computed to at least 4.5 to 1. */
export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--card:#fafafa;--text:#18181b;--muted:#52525b;--line:#d4d4d8;--border:#71717a;--link:#1d4ed8;
--well:#15803d;--degraded:#a16207;--partial:#c2410c;--major:#b91c1c;--work:#1d4ed8;--well-bg:#f0fdf4;--minor-bg:#fefce8;--major-bg:#fff7ed;--critical-bg:#fef2f2;--work-bg:#eff6ff}
@media(prefers-color-scheme:dark){:root{--page:#09090b;--card:#18181b;--text:#fafafa;--muted:#a1a1aa;--line:#3f3f46;--border:#71717a;--link:#93c5fd;
--well:#22c55e;--degraded:#eab308;--partial:#f97316;--major:#ef4444;--work:#60a5fa;--well-bg:#052e16;--minor-bg:#2a2005;--major-bg:#2b1408;--critical-bg:#2f0f0f;--work-bg:#0f1d3d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:48rem;padding:0 1rem 2rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
h1{margin:0;font-size:1.6rem;line-height:1.25}h2{margin:2.2rem 0 .6rem;font-size:1.15rem}h3{margin:0;font-size:1rem}h4{margin:.6rem 0 .2rem;font-size:1rem}
p{margin:.3rem 0}ul,ol{margin:0;padding:0;list-style:none}
summary{cursor:pointer;min-height:1.5rem;color:var(--link)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--page);padding:.5rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:start;gap:.5rem 1rem;padding:1.2rem 0}
.name{font-weight:600;color:var(--text);text-decoration:none;padding:.2rem 0}
.subscribe[open]{flex-basis:100%}.subscribe>div{border:1px solid var(--line);border-radius:.6rem;padding:1rem;margin-top:.5rem;background:var(--card)}
.subscribe li{padding:.15rem 0}.subscribe form{display:grid;gap:.6rem;margin-bottom:.8rem}
input[type=email],input[type=url]{display:block;width:100%;max-width:24rem;min-height:2.75rem;padding:.4rem .6rem;border:1px solid var(--border);border-radius:.4rem;background:var(--page);color:inherit;font:inherit}
button{justify-self:start;min-height:2.75rem;padding:.4rem 1rem;border:1px solid var(--border);border-radius:.4rem;background:var(--text);color:var(--page);font:inherit;font-weight:500;cursor:pointer}
fieldset{border:0;padding:0;margin:.5rem 0;display:grid;gap:.3rem}
.shape{width:1.1em;height:1.1em;vertical-align:-.18em;fill:none;stroke:currentColor;stroke-width:2.25;stroke-linecap:round;stroke-linejoin:round}
.verdict{border:1px solid;border-radius:.8rem;padding:1.3rem 1.4rem;color:var(--well);background:var(--well-bg)}.verdict p{color:var(--text)}
.verdict.minor{color:var(--degraded);background:var(--minor-bg)}.verdict.major{color:var(--partial);background:var(--major-bg)}.verdict.critical{color:var(--major);background:var(--critical-bg)}.verdict.maintenance{color:var(--work);background:var(--work-bg)}
.verdict.stale,.stale{color:var(--text);background:var(--minor-bg)}p.stale{border:1px solid var(--degraded);border-radius:.5rem;padding:.6rem .8rem}
.entry{border:1px solid var(--line);border-left:4px solid var(--degraded);border-radius:.6rem;padding:1rem 1.1rem;margin-top:1rem;background:var(--card)}.entry h2{margin:0}
.entry.major{border-left-color:var(--partial)}.entry.critical{border-left-color:var(--major)}.entry.maintenance{border-left-color:var(--work)}.entry.none{border-left-color:var(--well)}
.facts,.meta,.description,.quiet,.scale,.about{color:var(--muted);font-size:.875rem}
dl{margin:.5rem 0}dl div{display:flex;flex-wrap:wrap;gap:0 .5rem}dt{color:var(--muted)}dd{margin:0}
.updates li{padding:.5rem 0}.updates li+li{border-top:1px solid var(--line)}.updates .changes li{border:0;padding:0}
.body{white-space:pre-line}.changes{font-size:.875rem;color:var(--muted)}
.components>li{border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;margin-top:.6rem}
.component{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 1rem}.component p{margin:0;font-weight:500}.component a{color:inherit}
.operational{color:var(--well)}.degraded_performance{color:var(--degraded)}.partial_outage{color:var(--partial)}.major_outage{color:var(--major)}.under_maintenance{color:var(--work)}
.uptime svg{display:block;width:100%;height:2.1rem;margin-top:.5rem}.scale{display:flex;justify-content:space-between;gap:.5rem}
.well{fill:var(--well)}.degraded{fill:var(--degraded)}.partial{fill:var(--partial)}.major{fill:var(--major)}.unknown{fill:var(--border)}
.uptime details{font-size:.875rem}
.day{padding:.7rem 0;border-top:1px solid var(--line)}.day>h3{font-weight:600}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
pre{overflow-x:auto;padding:.8rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card);font-size:.85rem}
.zones{columns:3 12rem}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--muted);font-size:.875rem}footer nav{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem}footer a{padding:.2rem 0}
@media(forced-colors:active){.well,.degraded,.partial,.major,.unknown{fill:CanvasText}.verdict,.entry{border-color:CanvasText}}
@media(pointer:coarse){summary,footer a,.name{min-height:2.75rem;display:flex;align-items:center}}
@media print{.subscribe,footer nav,.skip{display:none}body{max-width:none}.entry,.components>li{break-inside:avoid}}
`.trim();

/** Where the style is: another style has another address, so browsers may keep it for good. */
export const STYLE_PATH = `style-${createHash("sha256").update(STYLE).digest("hex").slice(0, 10)}.css`;
