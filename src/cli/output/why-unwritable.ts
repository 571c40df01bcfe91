/**
 * Why something cannot be written, in words, by the code of the operating system.
 */

/** What follows the name of what cannot be written. */
export function whyUnwritable(code: string): string {
  return WORDS[code] ?? `cannot be written (${code})`;
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "cannot be written: its folder does not exist",
  ENOTDIR: "cannot be written: a part of its path is a file",
  EISDIR: "is a directory; name a file",
  EACCES: "may not be written (permission denied)",
  EPERM: "may not be written (permission denied)",
  EROFS: "cannot be written: the disk is read-only",
  ENOSPC: "cannot be written: the disk is full",
  EDQUOT: "cannot be written: no more room is granted on the disk",
  EFBIG: "cannot be written: a file may not be so large here",
  EIO: "cannot be written: the device reports a fault",
  EEXIST: "is there already",
};
