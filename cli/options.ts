import { OPTIONS } from "../config/options";
import { rendererOf } from "../footprint/render";
import { paint, print, width } from "./output";

/** `weighbridge options`: id, review and title of each. */
export function optionsCommand({ format }: { readonly format: string }): void {
  print(rendererOf("options", format)(OPTIONS, { width: width(), paint: paint() }));
}
