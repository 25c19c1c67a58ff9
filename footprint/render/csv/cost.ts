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
  const rows = options.flatMap(entriesOf).map((entry) => csvLine(COLUMNS.map(([, of]) => of(entry))));
  return [csvLine(COLUMNS.map(([name]) => name)), ...rows].join("");
}
