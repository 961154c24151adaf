import type { Html } from './html.ts';

const css = `
:root { color-scheme: light dark; --line: #8883; --soft: #8881; --accent: light-dark(#0b6e4f, #5bd6a5); --quiet: light-dark(#555, #aaa); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; background: light-dark(#fff, #15181b); color: light-dark(#1c1f23, #e4e6e8); display: grid; grid-template-columns: 320px minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 20px; border-right: 1px solid var(--line); font-size: 13px; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav h2 { font-size: 12px; text-transform: uppercase; letter-spacing: .06em; color: var(--quiet); margin: 18px 0 4px; }
nav a { display: grid; grid-template-columns: 4.2em minmax(0, 1fr); padding: 2px 0; overflow-wrap: anywhere; } nav li a:not(:has(b)) { display: block; }
main { padding: 20px 40px 120px; max-width: 1000px; }
a { color: inherit; text-decoration: none; } a:hover { text-decoration: underline; } p a { color: var(--accent); text-decoration: underline; }
article { border: 1px solid var(--line); border-radius: 8px; padding: 4px 20px 16px; margin: 16px 0; scroll-margin-top: 16px; }
:target { outline: 2px solid var(--accent); outline-offset: 2px; }
h3 { font-size: 16px; overflow-wrap: anywhere; } h4 { margin: 14px 0 4px; } small { color: var(--quiet); font-weight: normal; }
b { display: inline-block; min-width: 4.6em; font: 600 11px/1.9 ui-monospace, monospace; }
.get { color: light-dark(#0b5cad, #79b8ff); } .post { color: light-dark(#0b6e4f, #5bd6a5); } .patch, .put { color: light-dark(#8a5a00, #e8b84a); } .delete { color: light-dark(#b3261e, #ff8a80); }
code { font: 13px ui-monospace, monospace; background: var(--soft); border-radius: 4px; padding: 1px 4px; } h3 code { background: none; font-size: 15px; }
ul { padding-left: 20px; margin: 2px 0; } i { color: var(--quiet); font-style: normal; font-size: 13px; } .about { font-size: 13px; }
table { border-collapse: collapse; width: 100%; } td { border-top: 1px solid var(--line); padding: 6px 8px; vertical-align: top; overflow-wrap: anywhere; } td:nth-child(2), td:first-child code { white-space: nowrap; overflow-wrap: normal; }
summary { cursor: pointer; font-weight: 600; margin-top: 10px; } sup { color: var(--accent); }
@media (max-width: 800px) { body { display: block; } nav { position: static; height: auto; max-height: 40vh; border: 0; border-bottom: 1px solid var(--line); } main { padding: 16px; } }
`;

/** Fixed text of this file, not escaped: quotation marks in font names have to stay. */
export const docsStyle: Html = { markup: css, toString: () => css };
