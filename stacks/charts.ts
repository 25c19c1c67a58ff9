import { Release } from "@cdktf/provider-helm/lib/release";
import type { Chart } from "../config/reviews/004-laravel/application";
import type { OptionStack } from "./stack";

/** Releases of third-party charts; the footprint lists each as unknown, since their contents are not rendered. */
export function addCharts(stack: OptionStack, charts: readonly Chart[]): readonly Release[] {
  return charts.map(
    ({ release, values, ...chart }) =>
      new Release(stack, `Chart-${release}`, {
        ...chart,
        name: release,
        createNamespace: true,
        values: Object.keys(values).length > 0 ? [JSON.stringify(values)] : undefined,
        atomic: true,
        // Several minutes: images are pulled and webhooks come up.
        timeout: 900,
        maxHistory: 5,
      }),
  );
}
