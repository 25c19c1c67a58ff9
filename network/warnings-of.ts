import { engineOf } from "./evaluate/engine-of";
import type { ClusterModel } from "./model";

/**
 * What a reader must know to trust the results of a model, one line each: policies that are not evaluated, pods on
 * the host's network, ports that nothing has, routes that lead nowhere.
 * @throws NetworkInputError
 */
export function warningsOf(model: ClusterModel): readonly string[] {
  return engineOf(model).warnings;
}
