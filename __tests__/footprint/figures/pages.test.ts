import { pages } from "../../../footprint/figures/pages";
import type { Alert } from "../../../footprint/model";
import { footprint } from "../../helpers/footprints";

const alert = (name: string, parts: Partial<Alert> = {}): Alert => ({
  id: name,
  name,
  condition: "rate > 2%",
  severity: "critical",
  pages: "oncall",
  ...parts,
});

test("critical paging alerts, by name", () => {
  const alerts = [
    alert("zero traffic", { window: "5m" }),
    alert("booking errors"),
    alert("slow search", { severity: "warning" }),
    alert("pages nobody", { pages: undefined }),
    alert("pages an empty handle", { pages: "" }),
  ];
  expect(pages(footprint({ alerts }))).toEqual([
    { name: "booking errors", condition: "rate > 2%", window: undefined, pages: "oncall" },
    { name: "zero traffic", condition: "rate > 2%", window: "5m", pages: "oncall" },
  ]);
});
