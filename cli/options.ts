import { OPTIONS } from "../config/options";
import { printableJson } from "../errors/printable";
import { paint, print } from "./output";

/** `weighbridge options`: id, review and title of each. */
export function optionsCommand({ format }: { readonly format: "table" | "json" }): void {
  if (format === "json") {
    const rows = OPTIONS.map(({ id, review, title }) => ({ id, review, title }));
    print(`${printableJson({ schemaVersion: 1, options: rows })}\n`);
    return;
  }
  const { bold, dim } = paint();
  const longest = Math.max(...OPTIONS.map(({ id }) => id.length));
  print(
    OPTIONS.map(({ id, review, title }) => `${bold(id.padEnd(longest))}  ${dim(review)}  ${title}\n`).join(
      "",
    ),
  );
}
