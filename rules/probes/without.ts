import type { Hit } from "../rule";
import { at, type Subject } from "../subject";

/** Containers of pods that keep running, without a probe. */
export function* without({ containers }: Subject, probe: string): Generator<Hit> {
  for (const { pod, name, path, value, role } of containers)
    if (pod.isLongRunning && role === "app" && at(value, probe) === undefined)
      yield { on: pod.object, part: name, path, text: `container ${name} has no ${probe}` };
}
