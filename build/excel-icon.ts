/**
 * The icon of the Excel add-in, drawn: the face of a clock at four, in any size, as PNG.
 *
 * Source: PNG (W3C, third edition): §5.3 chunks and their checksums, §9 filters.
 */
import { crc32, deflateSync } from "node:zlib";

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const BLUE: Rgba = [31, 95, 153, 255];
const WHITE: Rgba = [255, 255, 255, 255];
const CLEAR: Rgba = [0, 0, 0, 0];

/** Radii and hands as shares of half the width. */
const RIM = 0.96;
const FACE = 0.78;
const HAND_WIDTH = 0.12;
const MINUTE_HAND = { length: 0.62, turn: 0 };
const HOUR_HAND = { length: 0.44, turn: 4 / 12 };
/** Samples a pixel, each way, so that edges are smooth. */
const SAMPLES = 4;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A square PNG of `sizePx` pixels a side, with transparent corners. */
export function iconPng(sizePx: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sizePx, 0);
  header.writeUInt32BE(sizePx, 4);
  // Eight bits a channel, red, green, blue and alpha.
  header.set([8, 6], 8);
  const lines = Array.from({ length: sizePx }, (_, y) => [
    0,
    ...Array.from({ length: sizePx }, (_, x) => pixel(x, y, sizePx)).flat(),
  ]);
  const data = deflateSync(Buffer.from(lines.flat()));
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function pixel(x: number, y: number, sizePx: number): number[] {
  const sums = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const across = (x + ((i % SAMPLES) + 0.5) / SAMPLES) / (sizePx / 2) - 1;
    const down = (y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / (sizePx / 2) - 1;
    const [red, green, blue, alpha] = colourAt(across, down);
    for (const [channel, value] of [red * alpha, green * alpha, blue * alpha, alpha].entries()) sums[channel]! += value;
  }
  const alphas = sums[3]!;
  return [
    ...sums.slice(0, 3).map((sum) => (alphas === 0 ? 0 : Math.round(sum / alphas))),
    Math.round(alphas / SAMPLES ** 2),
  ];
}

/** From the middle, right and down, in halves of the width. */
function colourAt(across: number, down: number): Rgba {
  const radius = Math.hypot(across, down);
  if (radius > RIM) return CLEAR;
  if (radius > FACE) return BLUE;
  return [MINUTE_HAND, HOUR_HAND].some((hand) => isOnHand(hand, across, down)) ? BLUE : WHITE;
}

function isOnHand({ length, turn }: { length: number; turn: number }, across: number, down: number): boolean {
  const angle = turn * 2 * Math.PI;
  const along = across * Math.sin(angle) - down * Math.cos(angle);
  const beside = across * Math.cos(angle) + down * Math.sin(angle);
  return along >= -HAND_WIDTH && along <= length && Math.abs(beside) <= HAND_WIDTH;
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
