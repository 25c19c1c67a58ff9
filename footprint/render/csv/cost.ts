import type { Comparison } from "../../compare";
import { type CostEntry, entriesOf } from "../cost-entries";
import { csvLine } from "./line";

/** The columns, in order, with their values: columns are only added at the end. */
const COLUMNS: readonly (readonly [
  name: string,
  of: (entry: CostEntry) => string | number | boolean | undefined,
])[] = [
  ["option", ({ option }) => option],
  ["kind", ({ kind }) => kind],
  ["thing", ({ thing }) => thing],
  ["sku", ({ sku }) => sku],
  ["quantityMin", ({ quantity }) => quantity?.min],
  ["quantitySteady", ({ quantity }) => quantity?.steady],
  ["quantityMax", ({ quantity }) => quantity?.max],
  ["unit", ({ unit }) => unit],
  ["usdPerUnit", ({ usdPerUnit }) => usdPerUnit],
  ["usdLow", ({ low }) => low],
  ["usdSteady", ({ steady }) => steady],
  ["usdHigh", ({ high }) => high],
  ["book", ({ book }) => book],
  ["asOf", ({ asOf }) => asOf],
  ["assumed", ({ assumed }) => assumed],
  ["source", ({ source }) => source],
  ["note", ({ note }) => note],
];

/** The columns of what the user brings, each there where a line has it. */
const OWN_COLUMNS: typeof COLUMNS = [
  ["discountPercent", ({ discount }) => discount?.percent],
  ["usdPerUnitBeforeDiscount", ({ discount }) => discount?.usd],
  ["discount", ({ discount }) => discount && `${discount.why}, ${discount.book}`],
  ["usage", ({ usage }) => usage && `${usage.figures.join(", ")} (${usage.file})`],
  ["currency", ({ inCurrency }) => inCurrency?.code],
  ["currencyLow", ({ inCurrency }) => inCurrency?.low],
  ["currencySteady", ({ inCurrency }) => inCurrency?.steady],
  ["currencyHigh", ({ inCurrency }) => inCurrency?.high],
];

/** Every line of both books for a spreadsheet; a line with a note is not in the sum. */
export function renderCostCsv({ options }: Comparison): string {
  const entries = options.flatMap(entriesOf);
  const own = OWN_COLUMNS.filter(([, of]) => entries.some((entry) => of(entry) !== undefined));
  const columns = [...COLUMNS, ...own];
  const rows = entries.map((entry) => csvLine(columns.map(([, of]) => of(entry))));
  return [csvLine(columns.map(([name]) => name)), ...rows].join("");
}
