import type { Path } from "./yaml";

/** A place of a text in words: `line 3, column 5`. */
export type PlaceIn = (path: Path, of?: "key" | "value") => string;

/**
 * Where the values of a YAML or JSON text are; of what is not there, the nearest thing around it. The text is parsed
 * once, when the first place is asked for: a text without faults needs none.
 */
export function placeIn(text: string): PlaceIn {
  let offsetOf: ((path: Path, of: "key" | "value") => number) | undefined;
  const lines: number[] = [];
  return (path, of = "value") => {
    if (offsetOf === undefined) {
      offsetOf = offsets(text);
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines.push(at);
    }
    const offset = offsetOf(path, of);
    const before = lines.findLastIndex((end) => end < offset);
    return `line ${before + 2}, column ${offset - (lines[before] ?? -1)}`;
  };
}

function offsets(text: string): (path: Path, of: "key" | "value") => number {
  const { isMap, isNode, isScalar, isSeq, parseDocument } = require("yaml") as typeof import("yaml");
  const startOf = (node: unknown, otherwise: number) =>
    (isNode(node) ? node.range?.[0] : undefined) ?? otherwise;
  const { contents } = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
  return (path, of) => {
    let node: unknown = contents;
    let [key, value] = [startOf(node, 0), startOf(node, 0)];
    for (const step of path) {
      if (isSeq(node)) {
        node = node.items[Number(step)];
        if (node === undefined) break;
        key = startOf(node, value);
        value = key;
      } else if (isMap(node)) {
        // Of two equal keys the last one is read.
        const pair = node.items.findLast(
          (each) => isScalar(each.key) && String(each.key.value) === String(step),
        );
        if (pair === undefined) break;
        key = startOf(pair.key, value);
        // A map begins with its first key, which is another place.
        value = isScalar(pair.value) ? startOf(pair.value, key) : key;
        node = pair.value;
      } else break;
    }
    return of === "key" ? key : value;
  };
}
