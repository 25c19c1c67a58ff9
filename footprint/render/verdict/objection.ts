import type { Against, Objection } from "../../verdict";
import * as say from "../numbers";
import { intervalText, listText, valueText } from "./nouns";

/** More names than these are counted. */
const NAMED = 3;

/** What speaks against an option, one text each. */
export function objectionTexts({ objections }: Against): readonly string[] {
  const isListed = objections.some(({ kind }) => kind === "singlePoints");
  return objections.flatMap((each) => {
    // The list of them says more.
    if (each.kind === "behind" && each.key === "singlePointsOfFailure" && isListed) return [];
    const text = objectionText(each);
    return text === undefined ? [] : [text];
  });
}

function objectionText(objection: Objection): string | undefined {
  switch (objection.kind) {
    case "behind": {
      const { value, best, ahead } = objection;
      return `${valueText(value, objection)} (${listText(ahead, 2)} ${intervalText(best, objection)})`;
    }
    case "noRoom":
      return `its nodes have no room for pods of ${listText(objection.workloads, NAMED)}`;
    case "singlePoints":
      return `${say.count(objection.names.length, "single point")} of failure: ${listText(objection.names, NAMED)}`;
    case "rollbackOutage":
      return `rollback is an outage of ${listText(objection.workloads, NAMED)}`;
    case "outOfSupport":
      return `out of support on ${objection.asOf}: ${listText(objection.names, NAMED)}`;
    case "claimsContradicted":
      return `${say.count(objection.ids.length, "claim")} about it contradicted`;
    case "notSamePurpose":
      return objection.is === "unknown" ? "unclear whether for the same load as the others" : undefined;
    case "deviations":
      return `${say.count(objection.count, "deviation")} from the review`;
    case "unresolved":
      return say.count(objection.count, "unresolved value");
  }
}
