import { grouped } from "../../order";
import type { DecisionTopic, Ranking } from "../../verdict";
import { intervalText, leadText, listText, nounOf, valueText } from "./nouns";

/** One text for the figures of a topic with the same ranking: same leaders, same next, as sure. */
export function topicTexts({ rankings }: DecisionTopic): readonly string[] {
  const decided = rankings.filter(({ certainty }) => certainty === "sure" || certainty === "overlapping");
  // What is open beside something that is decided is among the unresolved values.
  const groups = grouped(decided.length === 0 ? rankings : decided, ({ certainty, leaders, next, without }) =>
    JSON.stringify([certainty, certainty === "equal" ? [] : leaders, next?.option, without]),
  );
  return [...groups.values()].map(groupText);
}

function groupText(all: readonly Ranking[]): string {
  const [first] = all;
  if (first === undefined) return "";
  const values = all.map((each) => (each.value === undefined ? nounOf(each) : valueText(each.value, each)));
  return [mainText(first, all, values), nextText(first, all), withoutText(first)].join("");
}

function mainText(
  { certainty, leaders }: Ranking,
  all: readonly Ranking[],
  values: readonly string[],
): string {
  switch (certainty) {
    case "notCompared":
      return notComparedText(all);
    case "equal":
      return `all the same: ${values.join(", ")}`;
    case "open":
      return leaders.length === 0
        ? `undetermined: ${all.map((each) => nounOf(each)).join(", ")}`
        : `undetermined; lowest of what is resolved: ${listText(leaders)} ${values.join(", ")}`;
    default:
      return `${listText(leaders)} ${values.join(", ")}`;
  }
}

function notComparedText(all: readonly Ranking[]): string {
  const names = all.map((each) => nounOf(each)).join(", ");
  const owners = Object.keys(all[0]?.values ?? {}).filter((id) => !all[0]?.without.includes(id));
  if (owners.length < 2) return `${names}: not compared, only ${listText(owners) || "none"} has any`;
  return `rollback time: not compared, it is an outage in some options and none in others`;
}

function nextText({ certainty, next }: Ranking, all: readonly Ranking[]): string {
  if (next === undefined) return "";
  const leads = all.map((each) => {
    // A number of things says more than its share.
    if (each.lead === undefined || each.unit === "count")
      return each.next === undefined ? "" : intervalText(each.next.value, each);
    return leadText(each.lead);
  });
  const overlap = certainty === "overlapping" ? ", but the ranges overlap" : "";
  return `; next ${next.option} ${leads.join(", ")}${overlap}`;
}

/** What is not there is no 0. */
function absentText(key: string, unit: string): string {
  if (unit.startsWith("USD")) return "no price";
  return key.endsWith(".request") ? "none set" : "none";
}

function withoutText({ key, unit, certainty, without, unknown, leaders }: Ranking): string {
  if (without.length === 0 || certainty === "notCompared" || leaders.length === 0) return "";
  const sure = without.filter((id) => !unknown.includes(id));
  return [
    ...(sure.length === 0 ? [] : [`; ${listText(sure)}: ${absentText(key, unit)}`]),
    ...(unknown.length === 0 ? [] : [`; ${listText(unknown)}: none found`]),
  ].join("");
}
