"""The style sheet of an HTML page; the colours are those of the Word styles."""

from __future__ import annotations

CSS = """
:root{--ink:#1b1f24;--soft:#595959;--paper:#fff;--head:#1f3864;--line:#d9d9d9;--code:#f2f2f2;
--link:#1f4e9e;--note:#eaf1fb;--note-bar:#2f5496;--tip:#e8f5ec;--tip-bar:#2e7d4f;
--important:#f1ecf9;--important-bar:#6b46a8;--warning:#fff5e0;--warning-bar:#b26a00;
--caution:#fcebea;--caution-bar:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e6e6e6;--soft:#a8adb4;--paper:#16181c;
--head:#a9c3f0;--line:#3a3f46;--code:#23272e;--link:#8fb4f5;--note:#1b2536;--note-bar:#6f97dd;
--tip:#182a20;--tip-bar:#5fb583;--important:#251d35;--important-bar:#a98be0;--warning:#2f2616;
--warning-bar:#d99a3d;--caution:#331b1a;--caution-bar:#e5736c}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem;color:var(--ink);background:var(--paper);
font:1rem/1.5 Calibri,Carlito,"Segoe UI",system-ui,sans-serif;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6,.title{color:var(--head);line-height:1.2;margin:1.6em 0 .4em;break-after:avoid}
h1,.title{font-size:2rem;margin-top:0;padding-bottom:.2em;border-bottom:2px solid var(--note-bar)}
.title{font-weight:700}h2{font-size:1.4rem}h3{font-size:1.15rem}h4,h5,h6{font-size:1rem}
p,ul,ol,dl,table,pre,figure,blockquote,aside{margin:0 0 .8em}
li>p{margin-bottom:.5em}li{margin:.15em 0}a{color:var(--link)}
dt{font-weight:700}dd{margin:0 0 .6em 1.5em}
blockquote{margin-left:1em;padding-left:.8em;border-left:3px solid var(--line);color:var(--soft)}
code,kbd,pre{font-family:Consolas,"Liberation Mono",monospace;font-size:.92em;
background:var(--code)}code,kbd{padding:0 .2em;border-radius:3px}
pre{padding:.6em .8em;white-space:pre-wrap;border-radius:4px}pre code{padding:0}
hr{border:0;border-top:1px solid var(--line);margin:1.5em 0}
table{border-collapse:collapse;border:solid var(--note-bar);border-width:2px 0;
font-size:.95em}th,td{padding:.3em .5em;text-align:start;vertical-align:top;
border-bottom:1px solid var(--line)}td a{overflow-wrap:anywhere}
thead th{background:var(--note);color:var(--head)}
caption{text-align:start;font-style:italic;color:var(--soft)}.pairs th{width:11rem}
.callout{padding:.6em .9em;border-left:4px solid var(--note-bar);background:var(--note)}
.callout>:last-child{margin-bottom:0}.callout-title{font-weight:700;margin-bottom:.2em}
.tip{background:var(--tip);border-color:var(--tip-bar)}
.important{background:var(--important);border-color:var(--important-bar)}
.warning{background:var(--warning);border-color:var(--warning-bar)}
.caution{background:var(--caution);border-color:var(--caution-bar)}
.task{list-style:none;margin-left:-1.3em}.missing{color:var(--soft);font-style:italic}
.answer{display:block;margin:0 0 1em;width:100%;font:inherit;
color:inherit;background:transparent;border:1px solid var(--note-bar);border-radius:3px;
padding:.4em}.blank{width:100%;font:inherit;color:inherit;background:transparent;border:0;
border-bottom:1px solid var(--note-bar)}img,svg{max-width:100%;height:auto}
figcaption{color:var(--soft);font-size:.9em;
font-style:italic}.cite{position:relative;line-height:0}.cite a{text-decoration:none;
padding-left:.1em}.cite+.cite{margin-left:.15em}
.source{display:none;position:absolute;left:0;bottom:1.2em;z-index:1;width:max-content;
max-width:22rem;padding:.4em .6em;font-size:.85rem;line-height:1.35;color:var(--ink);
background:var(--paper);border:1px solid var(--line);border-radius:4px;
box-shadow:0 2px 8px #0004}.cite:hover .source,.cite:focus-within .source{display:block}
.notes{margin-top:2em;border-top:1px solid var(--line);font-size:.88rem}
.notes p{display:inline;margin:0}.back{text-decoration:none}
.node{fill:var(--note);stroke:var(--note-bar)}.node-text{fill:var(--ink);font-size:10px}
.edge{stroke:var(--soft);fill:none}.tip-of-edge{fill:var(--soft)}
@page{margin:2cm}
@media print{body{max-width:none;padding:0}.source,.back{display:none!important}
tr,aside,figure,li{break-inside:avoid}thead{display:table-header-group}a{color:inherit}}
"""
