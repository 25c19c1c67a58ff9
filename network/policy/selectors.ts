import type { Field } from "../field";
import type { Requirement, Selector } from "../selector";

const OPERATORS = ["In", "NotIn", "Exists", "DoesNotExist"] as const;

/** A label selector; an absent or empty one selects everything. Equal selectors are written in one order. */
export function readSelector(field: Field): Selector {
  field.keys();
  const labels = Object.entries(field.at("matchLabels").texts()).map(
    ([key, value]): Requirement => ({ key, operator: "In", values: [value] }),
  );
  const expressions = field
    .at("matchExpressions")
    .items()
    .map(readExpression)
    .filter((each) => each !== undefined);
  const order = (requirement: Requirement) => JSON.stringify(requirement);
  return [...labels, ...expressions].sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))));
}

function readExpression(field: Field): Requirement | undefined {
  const key = field.at("key").text();
  const operator = field.at("operator").oneOf(OPERATORS);
  if (!field.at("key").present) field.at("key").fault("is missing", "write the label's key");
  if (!field.at("operator").present)
    field.at("operator").fault("is missing", `write ${OPERATORS.join(", ")}`);
  const values = field
    .at("values")
    .items()
    .map((value) => value.text() ?? "");
  if (key === undefined || operator === undefined) return undefined;
  const needsValues = operator === "In" || operator === "NotIn";
  if (needsValues && values.length === 0)
    field.at("values").fault(`must not be empty for operator ${operator}`, "write at least one value");
  if (!needsValues && values.length > 0)
    field.at("values").fault(`must be empty for operator ${operator}`, "remove the values");
  return { key, operator, values: [...new Set(values)].sort() };
}
