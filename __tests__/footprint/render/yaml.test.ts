import { load } from "js-yaml";
import { OPTIONS } from "../../../config/options";
import { rendererOf } from "../../../footprint/render";
import { partnerA } from "../../helpers/footprints";
import { compareBuiltIn as compare } from "../../helpers/reviews";

test("YAML says what JSON says, also to another reader", () => {
  const comparison = compare([{ ...partnerA(), id: "on" }]);
  for (const [yaml, json] of [
    [rendererOf("compare", "yaml")(comparison, {}), rendererOf("compare", "json")(comparison, {})],
    [rendererOf("options", "yaml")(OPTIONS, {}), rendererOf("options", "json")(OPTIONS, {})],
  ] as const)
    expect(load(yaml)).toEqual(JSON.parse(json));
});
