/**
 * Debian's Chromium, driven for the tests of pages; they are skipped by name where it is not installed.
 */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PATH = "/usr/bin/chromium";

/** Whether there is a browser. */
export const hasChromium: boolean = existsSync(PATH);

/** Starts it; quiet, and with nothing to ask of a network. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: PATH,
    headless: true,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
