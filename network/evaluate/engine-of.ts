import type { ClusterModel } from "../model";
import { Engine } from "./engine";

const ENGINES = new WeakMap<ClusterModel, Engine>();

/** The engine of a model, one for all questions about it. @throws NetworkInputError */
export function engineOf(model: ClusterModel): Engine {
  const found = ENGINES.get(model);
  if (found !== undefined) return found;
  const engine = new Engine(model);
  ENGINES.set(model, engine);
  return engine;
}
