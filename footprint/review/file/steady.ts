import { readText } from "../../read/input/json";
import { YamlPlace } from "../../read/text/yaml-place";
import { count, mapOf } from "../shape";
import type { Context } from "./context";
import { pathIn } from "./paths";

/**
 * Everyday replicas from a file of their own: a map by workload, as `weighbridge init --steady-from` writes it.
 * @throws InputError at the place of the file's name, or in the file
 */
export function readSteady(
  path: string,
  place: YamlPlace,
  context: Context,
): Readonly<Record<string, number>> {
  const file = pathIn(path, place, context);
  const whole = YamlPlace.parse(readText(file), file);
  return mapOf("the everyday replicas", count("the replicas")).read(whole, context);
}
