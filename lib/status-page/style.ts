import { createHash } from "node:crypto";

/** The public page's whole style. Colours: every pair was computed to at least 4.5 to 1. */
export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--card:#fafafa;--text:#18181b;--muted:#52525b;--line:#e4e4e7;--border:#71717a;--link:#1d4ed8;
--well:#15803d;--degraded:#a16207;--partial:#c2410c;--major:#b91c1c;--work:#1d4ed8;--well-bg:#f0fdf4;--minor-bg:#fefce8;--major-bg:#fff7ed;--critical-bg:#fef2f2;--work-bg:#eff6ff}
@media(prefers-color-scheme:dark){:root{--page:#09090b;--card:#18181b;--text:#fafafa;--muted:#a1a1aa;--line:#3f3f46;--border:#71717a;--link:#93c5fd;
--well:#22c55e;--degraded:#eab308;--partial:#f97316;--major:#ef4444;--work:#60a5fa;--well-bg:#052e16;--minor-bg:#2a2005;--major-bg:#2b1408;--critical-bg:#2f0f0f;--work-bg:#0f1d3d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:50rem;padding:0 1rem 2rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
h1{margin:0;font-size:1.625rem;line-height:1.25;letter-spacing:-.01em}h2{margin:2.4rem 0 .7rem;font-size:1.2rem;line-height:1.3}h3,h4{margin:0;font-size:1rem}
p{margin:.3rem 0}ul,ol{margin:0;padding:0;list-style:none}
summary{cursor:pointer;min-height:1.5rem;color:var(--link)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--page);padding:.5rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:start;gap:.5rem 1rem;padding:1.4rem 0 1.2rem}
.name{font-size:1.1rem;font-weight:650;color:var(--text);text-decoration:none;padding:.25rem 0}
#news{margin:0;font-size:.875rem;color:var(--muted)}
.subscribe>summary{border:1px solid var(--border);border-radius:.5rem;padding:.3rem .8rem;color:var(--text);width:fit-content;margin-left:auto}
.subscribe[open]{flex-basis:100%}.subscribe>div{border:1px solid var(--line);border-radius:.75rem;padding:1.1rem;margin-top:.6rem;background:var(--card)}
.subscribe li{padding:.2rem 0}form{display:grid;gap:.7rem;margin-bottom:.9rem}
input[type=email],input[type=url],select{display:block;width:100%;max-width:24rem;min-height:2.75rem;padding:.4rem .6rem;border:1px solid var(--border);border-radius:.5rem;background:var(--page);color:inherit;font:inherit}
button{justify-self:start;min-height:2.75rem;padding:.4rem 1rem;border:1px solid var(--text);border-radius:.5rem;background:var(--text);color:var(--page);font:inherit;font-weight:500;cursor:pointer}
fieldset{border:0;padding:0;margin:.5rem 0;display:grid;gap:.3rem}
.shape{width:1.15em;height:1.15em;vertical-align:-.2em;fill:none;stroke:currentColor;stroke-width:2.25;stroke-linecap:round;stroke-linejoin:round}
.verdict{border:1px solid;border-radius:.9rem;padding:1.5rem;color:var(--well);background:var(--well-bg)}.verdict p{color:var(--text)}.verdict .shape{margin-right:.15em}
.verdict.minor{color:var(--degraded);background:var(--minor-bg)}.verdict.major{color:var(--partial);background:var(--major-bg)}.verdict.critical{color:var(--major);background:var(--critical-bg)}.verdict.maintenance{color:var(--work);background:var(--work-bg)}
.verdict.stale{color:var(--text);background:var(--minor-bg)}.stale{margin:.4rem 0}main>.stale:not(.verdict){border:1px solid var(--degraded);border-radius:.5rem;padding:.6rem .8rem;margin-bottom:1rem;background:var(--minor-bg)}
.about{margin:1rem 0}
.entry{border:1px solid var(--line);border-left:4px solid var(--degraded);border-radius:.75rem;padding:1.1rem 1.2rem;margin-top:1rem;background:var(--card)}.entry h2,.entry h3{margin:0;font-size:1.15rem}
.entry.major{border-left-color:var(--partial)}.entry.critical{border-left-color:var(--major)}.entry.maintenance{border-left-color:var(--work)}.entry.none{border-left-color:var(--well)}
.facts,.meta,.description,.quiet,.scale,.changes,.timeline{color:var(--muted);font-size:.875rem}.meta a{color:inherit}.meta strong{color:var(--text);font-size:1rem;margin-right:.3rem}
.standing{font-weight:500}
dl{margin:.5rem 0 .7rem}dl div{display:flex;flex-wrap:wrap;gap:0 .6rem;padding:.1rem 0}dt{color:var(--muted);min-width:5.5rem}dd{margin:0}
.updates>li{padding:.6rem 0}.updates>li+li{border-top:1px solid var(--line)}.updates>li:target{outline:2px solid var(--link);outline-offset:.4rem;border-radius:.2rem}
.body{white-space:pre-line}.timeline li,.changes li{padding:.1rem 0}
.components>li{border:1px solid var(--line);border-radius:.75rem;padding:.9rem 1.1rem;margin-top:.7rem}
.components summary strong{color:var(--text)}.components summary .state{margin-left:.5rem;font-size:.9rem}
.members>li{border-top:1px solid var(--line);padding:.8rem 0}.members>li:last-child{padding-bottom:0}.members{margin-top:.6rem}
.component{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem 1rem}.component p{margin:0}.component a{color:inherit}
.state{font-weight:500}
.operational{color:var(--well)}.degraded_performance{color:var(--degraded)}.partial_outage{color:var(--partial)}.major_outage{color:var(--major)}.under_maintenance{color:var(--work)}
.uptime svg{display:block;width:100%;height:2.1rem;margin-top:.6rem}.scale{display:flex;justify-content:space-between;gap:.5rem}
path.well,path.unknown{fill:none;stroke:var(--well);stroke-width:34;stroke-dasharray:3 2}path.unknown{stroke:var(--border);stroke-width:2}
path.degraded{fill:var(--degraded)}path.partial{fill:var(--partial)}path.major{fill:var(--major)}
.uptime details{font-size:.875rem}.uptime li{padding:.1rem 0}
.day{padding:.8rem 0;border-top:1px solid var(--line)}.day>h3{font-weight:600}.day h4{margin:.6rem 0 0}
.past>li{padding:.9rem 0;border-top:1px solid var(--line)}.past h2{margin:0;font-size:1.1rem}
.elsewhere,.months,.legend ul{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem}.elsewhere{margin-top:1.2rem}.elsewhere a,.months a,footer a{display:inline-block;min-height:1.5rem;padding:.15rem 0}.months [aria-current]{font-weight:650;color:var(--text)}
.legend ul{font-size:.875rem;margin-bottom:.6rem}.legend svg:not(.shape){width:.4rem;height:1.1rem;vertical-align:-.2rem;margin-right:.3rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;padding:.5rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;white-space:nowrap}th[scope=row]{white-space:normal;min-width:8rem}
code{font-size:.875em}pre{white-space:pre-wrap;padding:.8rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card);font-size:.85rem}
.report ul{list-style:disc;padding-left:1.3rem}.report ol{list-style:decimal;padding-left:1.5rem}.report h3,.report h4{margin:1.2rem 0 .3rem}.report blockquote{margin:.6rem 0;padding-left:1rem;border-left:3px solid var(--line)}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--muted);font-size:.875rem}footer nav{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
.api dt{min-width:100%;color:var(--text)}.api dd{color:var(--muted);margin:0}.api div{padding:.35rem 0}.ids{columns:2 18rem}.ids li{padding:.15rem 0}
.embed{max-width:none;padding:0}.embed .verdict{min-height:100vh;margin:0;border-radius:0;padding:1rem}.embed h1{font-size:1.1rem}.embed h1 a{color:inherit}.embed li{padding:.2rem 0;color:var(--text)}
@media(forced-colors:active){path.well,path.unknown{stroke:CanvasText}path.degraded,path.partial,path.major{fill:CanvasText}.verdict,.entry{border-color:CanvasText}}
@media(pointer:coarse){summary,.elsewhere a,.months a,footer a,.name,h3>a{min-height:2.75rem;align-content:center}label:has([type=checkbox]){min-height:2.75rem;align-content:center}}
@media(max-width:30rem){.verdict{padding:1.1rem}h1{font-size:1.4rem}dt{min-width:100%}.scale span:nth-child(2){order:-1;flex-basis:100%}.scale{flex-wrap:wrap;gap:0 .5rem}}
@media print{.subscribe,footer nav,.skip,.elsewhere,form{display:none}body{max-width:none}.entry,.components>li,.day{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}}
`.trim();

/** Where the style is: another style has another address, so browsers may keep it for good. */
export const STYLE_PATH = `style-${createHash("sha256").update(STYLE).digest("hex").slice(0, 10)}.css`;
