import { allowed, connections, diff, explain, explanationText, readManifests } from "weighbridge/network";

/** Whether the web server reaches the database, on its port and on another. */
export function webReachesDatabase(folder: string): (boolean | undefined)[] {
  // #region allowed
  const model = readManifests(folder);
  const answers = [
    allowed(model, "shop/web", "shop/db", "postgres"),
    allowed(model, "shop/web", "shop/db", 22),
    allowed(model, "203.0.113.7", "shop/db", 5432),
  ];
  // #endregion
  return answers;
}

/** Everything that leaves the cluster. */
export function leaving(folder: string): string[] {
  // #region connections
  const outside: string[] = [];
  for (const { src, dst, conn } of connections(readManifests(folder)))
    if (!dst.includes("/")) outside.push(`${src} => ${dst}: ${conn}`);
  // #endregion
  return outside;
}

/** Why the database refuses SSH. */
export function whyNot(folder: string): string {
  // #region explain
  const explanation = explain(readManifests(folder), "shop/web", "shop/db", 22);
  const text = explanationText(explanation);
  // #endregion
  return text;
}

/** What a change of policies opens. */
export function opened(before: string, after: string): string[] {
  // #region diff
  const added = diff(readManifests(before), readManifests(after)).filter(({ kind }) => kind !== "removed");
  // #endregion
  return added.map(({ src, dst }) => `${src} => ${dst}`);
}
