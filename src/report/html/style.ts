/**
 * The style sheet of the page: light and dark, on paper, on a phone; and its hash, which is all that the page lets in.
 */
import { DEADLINE_STYLE } from "../deadline-svg/style.ts";

const LIGHT =
  "--paper:#ffffff;--ground:#f5f7fa;--ink:#1f2733;--muted:#5b6675;--line:#d5dbe3;--link:#2b55a3;--met:#3f66ad;--missed:#b3261e;--late-ground:#f3b7b1;--goal:#1f2733;--track:#e4e9f0;--kept-ink:#0b6e4c;--kept-ground:#dcf3e8;--broken-ink:#9c2118;--broken-ground:#fadfdb;--none-ink:#5b6675;--none-ground:#e9edf2";
const DARK =
  "--paper:#161b22;--ground:#0d1117;--ink:#e8ebef;--muted:#a3adba;--line:#333d49;--link:#9dbcff;--met:#7ea4ea;--missed:#ff8f84;--late-ground:#5f2423;--goal:#e8ebef;--track:#2a333e;--kept-ink:#6fdcb0;--kept-ground:#123528;--broken-ink:#ffb9b0;--broken-ground:#4b1f20;--none-ink:#a3adba;--none-ground:#232b35";

/** The style sheet. */
export const PAGE_STYLE: string = [
  `:root{color-scheme:light dark;${LIGHT}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${DARK}}}`,
  "*{box-sizing:border-box}",
  "html{scroll-padding-top:1rem}",
  "body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Liberation Sans',Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}",
  "main,body>header,nav,footer{max-width:1080px;margin:0 auto;padding:0 1rem}",
  "body>header{padding-top:2rem}",
  "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem}",
  "h2{font-size:1.35rem;margin:2.4rem 0 .6rem}",
  "h3{font-size:1.12rem;margin:0 0 .2rem}",
  "h4{font-size:.95rem;margin:1.2rem 0 .4rem}",
  "p{margin:.3rem 0 .6rem}",
  "a{color:var(--link);text-underline-offset:.15em}",
  ":focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}",
  ".skip{position:absolute;left:-999px;top:0;background:var(--paper);padding:.6rem 1rem;z-index:1}",
  ".skip:focus{left:.5rem;top:.5rem}",
  ".muted{color:var(--muted)}",
  ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}",
  ".lead{font-weight:500}",
  ".verdict{font-size:1.1rem;font-weight:600;border-radius:10px;padding:.7rem 1rem;margin:1rem 0}",
  ".kept{--a:var(--kept-ink);--b:var(--kept-ground)}.broken{--a:var(--broken-ink);--b:var(--broken-ground)}.not-judged{--a:var(--none-ink);--b:var(--none-ground)}",
  ".verdict,.badge{color:var(--a);background:var(--b)}",
  ".verdict a{color:inherit}",
  ".badge{border-radius:99px;padding:.1rem .6rem;font-size:.8rem;font-weight:600;white-space:nowrap;vertical-align:middle}",
  ".tick{vertical-align:-2px}.tick path{fill:none;stroke:currentColor;stroke-width:2.5}",
  ".gates{margin:.6rem 0;padding-left:1.4rem}",
  ".gates .broken{color:var(--a);font-weight:600}",
  ".tally{list-style:none;display:flex;flex-wrap:wrap;gap:.6rem;padding:0;margin:0}",
  ".tally li{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:.4rem .9rem}",
  ".tally b{font-size:1.4rem;color:var(--a)}",
  "nav{margin-top:1rem}nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:0}",
  ".card{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1rem 1.2rem;margin:0 0 1rem}",
  ".card:target{border-color:var(--link);box-shadow:0 0 0 1px var(--link)}",
  ".figures{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:baseline}",
  ".big{font-size:1.7rem;line-height:1.1}",
  ".box{overflow-x:auto;max-width:100%}",
  "section>.box{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:.3rem .8rem}",
  ".card>.box{background:none;border:0;padding:0}",
  "table{border-collapse:collapse;min-width:100%;font-size:.92rem}",
  "caption{text-align:left;color:var(--muted);font-size:.85rem;padding:.3rem 0}",
  "th,td{text-align:left;padding:.32rem .8rem .32rem 0;border-bottom:1px solid var(--line);vertical-align:baseline;overflow-wrap:normal}",
  "td{white-space:nowrap}td .ids{white-space:normal;min-width:12rem}",
  "tbody tr:last-child>*{border-bottom:0}",
  "thead th{font-size:.8rem;color:var(--muted);font-weight:600;white-space:nowrap}",
  "tbody th{font-weight:500}",
  "tr:target>*{background:var(--none-ground)}",
  ".rated{display:inline-flex;gap:.6rem;align-items:center}.rated b{min-width:4rem;text-align:right}",
  "svg.rate,svg.bucket{display:block}",
  ".track{fill:var(--track)}.met{fill:var(--met)}.missed{fill:var(--missed)}.late-ground{fill:var(--late-ground)}.late-line{stroke:var(--missed);stroke-width:3}.goal{stroke:var(--goal);stroke-width:2;fill:none}.rule{stroke:var(--line);fill:none}",
  ".weeks{display:block}.weeks text{font-size:11px;fill:var(--muted)}.weeks .end{text-anchor:end}.weeks a:hover rect{opacity:.75}",
  ".outcome.missed{color:var(--missed);font-weight:600}.outcome.met{color:var(--kept-ink)}",
  ".narrow table{min-width:0}.narrow th{white-space:nowrap}.narrow th,.narrow td{padding-top:.12rem;padding-bottom:.12rem;border:0}",
  ".lists{display:flex;flex-wrap:wrap;gap:0 1.6rem}.lists details[open],.lists details:target{flex-basis:100%}",
  "details{margin:.15rem 0}summary{cursor:pointer;width:fit-content}",
  "details:target::details-content,details:has(:target)::details-content{content-visibility:visible;block-size:auto}",
  "details:target>summary{font-weight:600}",
  ".ids{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem .8rem;padding:0;margin:.2rem 0 .5rem;font-size:.9rem}",
  "figure{margin:1rem 0 0}.picture svg{min-width:640px;border:1px solid var(--line);border-radius:8px}",
  ".told{font-size:.9rem;padding-left:1.1rem}",
  "dl{display:grid;gap:.2rem;margin:0}dl div{display:flex;flex-wrap:wrap;gap:0 1rem}dt{min-width:12rem;color:var(--muted)}dd{margin:0}",
  "footer{padding-top:2rem;padding-bottom:3rem}",
  "@media(max-width:480px){h1{font-size:1.5rem}.card{padding:.8rem}}",
  "@media print{:root{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{background:#fff;font-size:10.5pt}nav,.skip,footer{display:none}.card{break-inside:avoid-page;border-color:#bbb}figure,tr{break-inside:avoid}.box{overflow:visible}.picture svg{min-width:0}h2,h3,h4{break-after:avoid}figcaption details::details-content{content-visibility:visible;block-size:auto}}",
  DEADLINE_STYLE,
].join("\n");

/** SHA-256 of the style sheet, in base64: a test keeps it, since the library has no hash function of its own. */
export const PAGE_STYLE_HASH = "sha256-je0kgIaSuaeFmBLAPkkE0tDZsb93XYhQ3B3ZEZsPGQU=";
