import { grouped } from "../../order";

/** A thing of a namespace, which may not be set: what `kubectl apply --namespace` or Helm fills in. */
interface Placed {
  readonly namespace?: string;
}

/**
 * Finds what a reference may mean. Objects of one document may be rendered with a namespace and without: a reference
 * fits what is in the same namespace, else what has none, or anything where it has none itself.
 */
export class Named<T extends Placed> {
  private readonly byKey: ReadonlyMap<string, readonly T[]>;

  public constructor(items: readonly T[], key: (item: T) => string) {
    this.byKey = grouped(items, key);
  }

  /** All that fits: one where the reference is clear, none where nothing fits. */
  public find(key: string, namespace: string | undefined): readonly T[] {
    return fitting(this.byKey.get(key) ?? [], namespace);
  }
}

/** Of things, those of a namespace, else those of which either the thing's or this namespace is not set. */
export function fitting<T extends Placed>(items: readonly T[], namespace: string | undefined): readonly T[] {
  const same = items.filter((item) => placeOf(item.namespace) === placeOf(namespace));
  if (same.length > 0) return same;
  return items.filter((item) => item.namespace === undefined || namespace === undefined);
}

/** Why a reference to things of several namespaces stays open. */
export function fitsSeveral(fits: readonly (Placed & { readonly name: string })[]): string {
  const names = fits.map(({ namespace, name }) => `${placeOf(namespace)}/${name}`);
  return `fits ${names.join(", ")}; set its namespace, or use --namespace`;
}

function placeOf(namespace: string | undefined): string {
  return namespace ?? "default";
}
