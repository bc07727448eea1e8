/** The page's one style sheet. Every pair of colours has a contrast of 4.5 or more, in light and in dark. */
export const styles = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --sheet: #ffffff; --text: #1b1f24; --muted: #57606a; --line: #d0d7de; --code: #eef1f4;
  --accent: #0b63ce; --on-accent: #ffffff;
  --good: #166b2f; --warn: #7d4e00; --bad: #b3202a; --info: #0b5cad;
  --good-back: #e7f5ea; --warn-back: #fff4d6; --bad-back: #fdecec; --info-back: #e8f1fc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1216; --sheet: #181c22; --text: #e6e9ed; --muted: #a3adb8; --line: #3a424c; --code: #232931;
    --accent: #6cb0ff; --on-accent: #0b1520;
    --good: #6fd58a; --warn: #f0bf5b; --bad: #ff9a97; --info: #85bdff;
    --good-back: #14291a; --warn-back: #2e2410; --bad-back: #331a1b; --info-back: #14243a;
  }
}
* { box-sizing: border-box; }
html { font: 16px/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body {
  margin: 0 auto; padding: 0 1rem; max-width: 74rem; min-height: 100dvh; display: flex; flex-direction: column;
  background: var(--page); color: var(--text); overflow-wrap: anywhere;
}
h1 { font-size: 1.25rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0; }
p { margin: 0.5rem 0; white-space: pre-line; }
small, .note { font-size: 0.875rem; color: var(--muted); }
code, pre, textarea, input { font-family: ui-monospace, "SFMono-Regular", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; font-size: 0.92em; }
code { background: var(--code); border-radius: 4px; padding: 0.1em 0.3em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
hr { border: 0; border-top: 1px solid var(--line); margin: 0.75rem 0; }

button {
  font: inherit; min-height: 2.5rem; padding: 0.3rem 0.9rem; cursor: pointer;
  color: var(--text); background: var(--sheet); border: 1px solid var(--muted); border-radius: 8px;
}
button:hover { border-color: var(--accent); }
button.primary, button[aria-pressed="true"] { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button.danger { color: var(--bad); border-color: var(--bad); }
button:disabled { opacity: 0.6; cursor: default; }

.top { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
.languages { display: flex; gap: 0.4rem; }
/* One column, in which the composer sticks to the window's bottom from the start: so it must not be inside a shorter box. */
.columns { flex: 1; display: flex; flex-direction: column; gap: 1rem; padding-top: 1rem; }
main { display: contents; }
aside h2 { margin-top: 1rem; }
.examples { list-style: none; margin: 0.5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
.examples button { border-radius: 1.3rem; text-align: start; font-size: 0.9375rem; min-height: 2.25rem; padding: 0.2rem 0.7rem; }
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2rem; }
  main { display: flex; flex-direction: column; min-width: 0; }
  aside { position: sticky; top: 1rem; align-self: start; }
  .examples { flex-direction: column; align-items: flex-start; }
}

#log { flex: 1; padding-bottom: 1rem; }
#log > :only-child.empty { color: var(--muted); }
#log > .empty:not(:only-child) { display: none; }
.message { margin: 0 0 1rem; scroll-margin: 1rem 0 9rem; }
.who { font-size: 0.875rem; color: var(--muted); margin: 0 0 0.2rem; }
.said { display: inline-block; margin: 0; padding: 0.4rem 0.8rem; border-radius: 10px; background: var(--info-back); white-space: pre-wrap; }
.failed { margin: 0; padding: 0.4rem 0.8rem; border-radius: 10px; background: var(--bad-back); color: var(--bad); }

.cast { margin-top: 0.9rem; }

/* Said, and then covered by the card that says more: still there for those who listen. */
.under-way > .note { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.progress { position: relative; overflow: clip; border-radius: 10px; }
.progress::after { content: ""; position: absolute; inset: auto 0 0; height: 3px; background: var(--accent); opacity: 0.7; }
@media (prefers-reduced-motion: no-preference) {
  .progress::after { inset-inline: 0 60%; animation: passing 1.6s ease-in-out infinite alternate; }
  @keyframes passing { to { transform: translateX(150%); } }
}

.card { background: var(--sheet); border: 1px solid var(--line); border-inline-start: 6px solid var(--tone); border-radius: 10px; padding: 0.8rem 1rem; }
.good { --tone: var(--good); --tone-back: var(--good-back); }
.warn { --tone: var(--warn); --tone-back: var(--warn-back); }
.bad { --tone: var(--bad); --tone-back: var(--bad-back); }
.info { --tone: var(--info); --tone-back: var(--info-back); }
.card header { display: flex; flex-wrap: wrap; gap: 0.3rem 0.6rem; align-items: baseline; }
.tone { font-weight: 600; font-size: 0.875rem; color: var(--tone); background: var(--tone-back); border-radius: 6px; padding: 0.1rem 0.5rem; }
.card footer { display: flex; flex-wrap: wrap; gap: 0.5rem 0.8rem; align-items: center; margin-top: 0.8rem; }
.finding { border-inline-start: 3px solid var(--tone); padding-inline-start: 0.8rem; margin: 0.8rem 0; }
.finding p { margin: 0.25rem 0; }
dl { margin: 0.6rem 0; display: grid; gap: 0.3rem; }
dl div { display: grid; grid-template-columns: minmax(6rem, 9.5rem) minmax(0, 1fr); gap: 0.2rem 0.8rem; }
dt { color: var(--muted); }
dd { margin: 0; }
time { text-decoration: underline dotted; text-underline-offset: 3px; }
.code { display: flex; gap: 0.5rem; align-items: flex-start; margin: 0.6rem 0; }
pre { flex: 1; min-width: 0; margin: 0; padding: 0.6rem 0.8rem; background: var(--code); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { padding: 0; font-size: inherit; }
/* A shadow at the edge behind which the table goes on; the covers move with it and hide the shadow at its ends. */
.scroll {
  overflow-x: auto; margin: 0.6rem 0; background-repeat: no-repeat; background-attachment: local, local, scroll, scroll;
  background-image: linear-gradient(to right, var(--sheet) 40%, transparent), linear-gradient(to left, var(--sheet) 40%, transparent), linear-gradient(to right, var(--line), transparent), linear-gradient(to left, var(--line), transparent);
  background-size: 2.5rem 100%, 2.5rem 100%, 0.8rem 100%, 0.8rem 100%; background-position: left, right, left, right;
}
.picture { display: block; width: 100%; height: auto; aspect-ratio: 2; border-radius: 0.375rem; }
table { border-collapse: collapse; overflow-wrap: normal; font-size: 0.9375rem; }
th, td { text-align: start; vertical-align: top; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-inline-end: 0; }
th { color: var(--muted); font-weight: 600; white-space: nowrap; }
td { min-width: 4.5rem; }
td time { white-space: nowrap; text-decoration: none; }
@media (max-width: 40rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
  td { min-width: 0; padding: 0; border: 0; overflow-wrap: anywhere; }
  td:first-child { flex-basis: 100%; font-weight: 600; }
  td:not(:first-child)::before { content: attr(data-column) " "; content: attr(data-column) " " / ""; color: var(--muted); }
}

.field { display: grid; gap: 0.2rem; margin: 0.7rem 0; }
label { font-weight: 600; }
label small { font-weight: 400; }
input, textarea { width: 100%; padding: 0.5rem 0.7rem; color: var(--text); background: var(--sheet); border: 1px solid var(--muted); border-radius: 8px; }
textarea { resize: vertical; }
::placeholder { color: var(--muted); opacity: 1; }
#composer { position: sticky; bottom: 0; background: var(--page); padding: 0.7rem 0 1rem; border-top: 1px solid var(--line); }
#ask { field-sizing: content; max-height: 30vh; min-height: 2.5rem; resize: none; flex: 1; min-width: 0; }
.row { display: flex; gap: 0.5rem; align-items: flex-end; margin: 0.3rem 0; }
@media (max-width: 30rem) {
  .card { padding-inline: 0.75rem; }
  dl div { grid-template-columns: minmax(0, 1fr); }
  .code { flex-direction: column; }
  .code pre { width: 100%; }
  #keys { display: none; }
}
`
