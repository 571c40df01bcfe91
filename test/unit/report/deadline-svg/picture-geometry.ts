/**
 * A deadline's picture read back from its SVG, by its axis alone: what is drawn, in ms of the clock.
 */
const HOUR_MS = 3_600_000;

/** A rectangle of a lane: its wall times, and where it lies. */
export interface DrawnBand {
  readonly look: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly y: number;
  readonly height: number;
}

/** How much time a hundredth of a px is, of a picture; what is drawn cannot be read more finely. */
export function grainMs(svg: string): number {
  return axisOf(svg).msPerPx / 100;
}

/** The stretches of the lanes, in the order in which they are drawn; the legend has round corners and is none. */
export function drawnBands(svg: string): DrawnBand[] {
  const { msAt } = axisOf(svg);
  const looks =
    /<rect (?:class="od-(open|counted)"|fill="url\(#[^"]*\)" data-band="(\w+)") x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"\/>/g;
  return [...svg.matchAll(looks)].map(([, plain, hatched, x, y, width, height]) => ({
    look: (plain ?? hatched)!,
    fromMs: msAt(Number(x)),
    toMs: msAt(Number(x) + Number(width)),
    y: Number(y),
    height: Number(height),
  }));
}

/** The marks: where each line stands. */
export function drawnMarks(svg: string): number[] {
  const { msAt } = axisOf(svg);
  return [...svg.matchAll(/<path class="od-mark[^"]*" d="M([\d.]+) /g)].map(([, x]) => msAt(Number(x)));
}

/** How long the stretches of some looks are together. */
export function drawnMs(svg: string, ...looks: readonly string[]): number {
  const own = drawnBands(svg).filter(({ look }) => looks.includes(look));
  return own.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}

function axisOf(svg: string): { msPerPx: number; msAt(x: number): number } {
  const labels = [...svg.matchAll(/<text class="od-hour od-muted" x="([\d.]+)" y="84">(\d+)<\/text>/g)];
  const [first, last] = [labels[0]!, labels.at(-1)!];
  const [x0, x1, h0, h1] = [first[1], last[1], first[2], last[2]].map(Number) as [number, number, number, number];
  const msPerPx = ((h1 - h0) * HOUR_MS) / (x1 - x0);
  return { msPerPx, msAt: (x) => h0 * HOUR_MS + (x - x0) * msPerPx };
}
