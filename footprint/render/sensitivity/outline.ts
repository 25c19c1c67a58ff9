import { figureOf, findFigure } from "../../figures/registry";
import type {
  BreakEven,
  DecisionSensitivity,
  Flip,
  LeaderRanges,
  PairOrder,
  Sensitivity,
  TrafficCurve,
} from "../../sensitivity";
import * as say from "../numbers";

/** A line and what is below it: every format for people has the same ones. */
export interface Line {
  readonly text: string;
  readonly children?: readonly Line[];
}

/** Changes of one pair that people read; JSON and CSV have all. */
const SHOWN = 3;
/** With more options, only the pairs of the leader are shown. */
const ALL_PAIRS = 4;

/** A decision for people. */
export interface DecisionOutline {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly Line[] }[];
}

/** What would change the order, as lines. */
export function outline({ decisions, notMoved = 0 }: Sensitivity): readonly DecisionOutline[] {
  return decisions.map((decision) => ({
    title: decision.title,
    sections: [
      ...figuresIn(decision).map((figure) => orderSection(decision, figure)),
      leadSection(decision),
      trafficSection(decision),
      lackingSection(decision),
      smallSection(notMoved),
    ].filter(({ lines }) => lines.length > 0),
  }));
}

function figuresIn({ orders }: DecisionSensitivity): readonly string[] {
  return [...new Set(orders.map(({ figure }) => figure))];
}

function orderSection({ orders, options, leads }: DecisionSensitivity, figure: string) {
  const own = orders.filter((order) => order.figure === figure);
  const leader = leads.find((lead) => lead.figure === figure)?.leader;
  const shown =
    options.length <= ALL_PAIRS || leader === undefined
      ? own
      : own.filter((order) => order.leader === leader || order.other === leader);
  const left = own.length - shown.length;
  return {
    title: `${own[0]?.label} (${own[0]?.unit}): smallest change that reverses the order`,
    lines: [
      ...shown.map(pairLine),
      ...(left === 0
        ? []
        : [{ text: `${say.count(left, "pair")} without ${leader}: --format json has them` }]),
    ],
  };
}

function pairLine(order: PairOrder): Line {
  const { leader, other, flips, because } = order;
  const value = (side: "leader" | "other") => amount(order.values[side], order);
  const head =
    order.values.leader.value === order.values.other.value
      ? `${leader} and ${other} are level at ${value("leader")}`
      : `${leader} ${value("leader")} is ahead of ${other} ${value("other")}`;
  const isLevel = order.values.leader.value === order.values.other.value;
  return {
    text: order.order === "open" ? `${head}; open: an unresolved value could change it` : head,
    children: [
      ...flips.slice(0, SHOWN).map((flip) => ({ text: flipText(flip, order) })),
      ...(flips.length > SHOWN ? [{ text: `${flips.length - SHOWN} more in --format json` }] : []),
      ...(flips.length === 0 && !isLevel ? [{ text: "no change of one input reverses it" }] : []),
      ...because.slice(0, SHOWN).map((each) => ({ text: `unresolved: ${each}` })),
      ...(because.length > SHOWN ? [{ text: `${because.length - SHOWN} more unresolved` }] : []),
    ],
  };
}

/** `+ steady replicas of api: 3 to 7 pods (+4, +133.3 %)`. */
export function flipText(flip: Flip, order: Pick<PairOrder, "figure" | "other" | "unit">): string {
  const { option, label, unit, from, to, change, percent, beyond, orderAfter } = flip;
  const where = option === undefined ? "" : `${option}: `;
  const relative = percent === undefined ? "" : `, ${say.signed(percent)} %`;
  const apart = `${change > 0 ? "+" : "-"}${say.price(Math.abs(change))}`;
  const bounds = beyond === undefined ? "" : `; beyond the autoscaler's ${beyond.low}–${beyond.high}`;
  const then = orderAfter === "open" ? "; open" : "";
  return `${where}${label} ${say.price(from)} to ${say.price(to)}${unit === "" ? "" : ` ${unit}`} (${apart}${relative}): ${order.other} is ahead at ${amount(flip.values.other, order)}${then}${bounds}`;
}

function amount(
  { value, atLeast }: { readonly value: number; readonly atLeast: boolean },
  { figure }: Pick<PairOrder, "figure">,
): string {
  return say.figure({ value, atLeast }, findFigure(figure) === undefined ? undefined : figureOf(figure).unit);
}

function leadSection({ leads }: DecisionSensitivity) {
  return {
    title: "Values over which the leader leads",
    lines: leads
      .filter(({ ranges }) => ranges.length > 0)
      .map((lead) => ({
        text: `${lead.label}: ${lead.leader}${lead.order === "open" ? " (open)" : ""}`,
        children: tightest(lead).map((range) => ({ text: rangeText(range) })),
      })),
  };
}

/** Those that are nearest to an end of their range. */
function tightest({ ranges }: LeaderRanges): LeaderRanges["ranges"] {
  const room = ({ value, low, high }: LeaderRanges["ranges"][number]) =>
    Math.min(
      ...[low, high].flatMap((end) => (end === undefined ? [] : [Math.abs(end - value) / (value || 1)])),
    );
  return [...ranges].sort((one, other) => room(one) - room(other)).slice(0, 2 * SHOWN);
}

function rangeText({
  option,
  label,
  unit,
  value,
  low,
  high,
  below,
  above,
}: LeaderRanges["ranges"][number]): string {
  const ends = [
    low === undefined ? "" : `from ${say.price(low)} (below: ${below})`,
    high === undefined ? "" : `up to ${say.price(high)} (above: ${above})`,
  ].filter((end) => end !== "");
  return `${option === undefined ? "" : `${option}: `}${label} ${ends.join(", ")}${unit === "" ? "" : ` ${unit}`}; now ${say.price(value)}`;
}

function trafficSection({ traffic: { curves, breakEvens } }: DecisionSensitivity) {
  return {
    title: "Cost for 1,000 requests per second (USD/month, capacity of a pod as the review claims)",
    lines: [...curves.map(curveLine), ...breakEvens.map(breakEvenLine)],
  };
}

function curveLine({ option, workload, of, perPod, steps }: TrafficCurve): Line {
  const [first, last] = [steps[0], steps.at(-1)];
  return {
    text: `${option}: ${workload}, ${of}, ${say.number(perPod.low)}–${say.number(perPod.high)} requests per second per pod`,
    children: [first, ...(first === last ? [] : [last])].flatMap((step) =>
      step === undefined
        ? []
        : [
            {
              text: `${say.count(step.pods, "pod")}${step.nodes === undefined ? "" : `, ${say.count(step.nodes, "node")}`}: up to ${say.number(step.upTo.low)}–${say.number(step.upTo.high)} requests per second, ${step.atLeast ? "≥ " : ""}${say.money(step.usdPerMonth)} USD/month, ${say.range(step.usdPerThousand.high, step.usdPerThousand.low)} for 1,000`,
            },
          ],
    ),
  };
}

function breakEvenLine({ options, of, claim, open, ranges }: BreakEven): Line {
  return {
    text: `${options.join(" or ")}, ${of}, ${claim} end of the claims${open ? "; open: part of the cost is unresolved" : ""}`,
    children: ranges.map(({ from, to, cheaper }) => ({
      text: `above ${say.number(from)} up to ${say.number(to)} requests per second: ${cheaper ?? "the same cost"}${cheaper === undefined ? "" : " is cheaper"}`,
    })),
  };
}

function smallSection(notMoved: number) {
  const text = `${say.count(notMoved, "input")} with a smaller share; --input moves those that it names`;
  return { title: "Not moved", lines: notMoved === 0 ? [] : [{ text }] };
}

function lackingSection({ notCompared }: DecisionSensitivity) {
  const figures = [...new Set(notCompared.map(({ label }) => label))];
  return {
    title: "Not compared",
    lines: figures.map((label) => ({
      text: `${label}: none for ${notCompared
        .filter((each) => each.label === label)
        .map(({ option }) => option)
        .join(", ")}`,
    })),
  };
}
