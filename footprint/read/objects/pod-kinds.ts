import { kindOf } from "../kubernetes/kinds";

/** True for a kind that runs pods, by API group and kind: `apps/Deployment`. */
export function isPodKind(type: string): boolean {
  return kindOf(type)?.workload !== undefined;
}

/** Where an object of a kind has `metadata` and `spec` of its pods; none for a Pod; undefined for other kinds. */
export function podTemplatePath(type: string): readonly string[] | undefined {
  return kindOf(type)?.workload?.template;
}
