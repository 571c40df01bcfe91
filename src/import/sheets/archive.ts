/**
 * Archives: what stands in a zip file, within bounds.
 */
import { type UnzipFileInfo, unzipSync } from "fflate";
import { refuse } from "../../issues/error.ts";
import { harmless } from "../../issues/show.ts";

/** Largest part of an archive once it is unpacked, in bytes: a few bytes can become terabytes. */
const LARGEST_PART_BYTES = 1024 ** 3;

/** The parts of an archive whose name is wanted, by their names. Errors: `file.not-text`, `file.too-large`. */
export function unpacked(
  bytes: Uint8Array,
  name: string,
  isWanted: (part: string) => boolean,
): Record<string, Uint8Array> {
  let large: string | undefined;
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name: part, originalSize }: UnzipFileInfo) => {
        if (!isWanted(part)) return false;
        total += originalSize;
        if (total > LARGEST_PART_BYTES) large = part;
        return large === undefined;
      },
    });
    if (large === undefined) return parts;
  } catch {
    // fflate's only complaint: the bytes are no whole archive, or are packed in a way that it does not know.
    return refuse(
      "file.not-text",
      [],
      "a zip archive",
      undefined,
      `${name} is a damaged archive, or one with a password; unpack it, and name the file in it`,
    );
  }
  const cure = `${name}: ${harmless(large)} unpacks to more than ${LARGEST_PART_BYTES / 1024 ** 3} GB; unpack it, and name the file in it`;
  return refuse("file.too-large", [], "at most 1 GB", undefined, cure);
}

/** What systems add to archives by themselves. */
const ADDED = /^__MACOSX\/|(^|\/)\.|\/$/;

/** The one file of an archive. Errors: `file.not-text` where there are none or several. */
export function onlyFile(bytes: Uint8Array, name: string): { readonly name: string; readonly bytes: Uint8Array } {
  const names: string[] = [];
  const parts = unpacked(bytes, name, (part) => {
    if (ADDED.test(part)) return false;
    names.push(part);
    return names.length === 1;
  });
  const [first, ...more] = names;
  if (first === undefined)
    return refuse("file.not-text", [], "one file", undefined, `${name} is an archive with no file in it`);
  if (more.length > 0) {
    const cure = `${name} is an archive of ${names.length} files (${names.slice(0, 5).map(harmless).join(", ")}${names.length > 5 ? ", …" : ""}); unpack it, and name those that are wanted`;
    return refuse("file.not-text", [], "one file", names.length, cure);
  }
  return { name: first, bytes: parts[first]! };
}
