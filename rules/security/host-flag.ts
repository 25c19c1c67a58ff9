import type { Hit } from "../rule";
import { at, podPath, type Subject } from "../subject";

/** Pods that set a flag which opens a namespace of the node. */
export function* set({ pods }: Subject, flag: string): Generator<Hit> {
  for (const pod of pods)
    if (at(pod.spec, flag) === true)
      yield { on: pod.object, path: podPath(pod, flag), text: `${flag} is true` };
}
