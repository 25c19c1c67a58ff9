import fc, { runs } from "../../helpers/fast-check";
import { AWS } from "./aws";
import { AZURE } from "./azure";
import { GOOGLE } from "./google";
import { type Counts, compare } from "./world";

test.each([
  ["security groups of AWS", AWS, 70],
  ["firewall rules of Google", GOOGLE, 70],
  ["network security groups of Azure", AZURE, 40],
])("%s answer as the plainest evaluator does", (_, worlds, cases) => {
  const counts: Counts = { allowed: 0, denied: 0, undetermined: 0 };
  fc.assert(
    fc.property(worlds, (world) => compare(world, counts)),
    runs(cases),
  );
  expect(Object.values(counts).filter((count) => count > 8)).toHaveLength(3);
});
