import Ajv from "ajv";
import { plain } from "../../footprint/render/paint";
import { CHECK_FORMATS, type CheckResult } from "../../rules";
import { clean, container, find, input, run, terraform } from "./clean";

const LAYOUT = { width: 80, paint: plain, version: "1.2.3", folder: "/work" };

function result(): CheckResult {
  const objects = clean();
  container(objects).securityContext.privileged = true;
  container(objects).image = 'we"<&>b:latest';
  find(objects, "Service", "web").spec.type = "NodePort";
  find(objects, "Service", "web").metadata.annotations = {
    "weighbridge.dev/acknowledge-WB051": "old gateway",
  };
  const checked = input(objects);
  const placed = checked.objects.map((each) => ({
    ...each,
    origin: { file: "/work/k8s/my web.yaml", lineOf: () => 7 },
  }));
  return run({ ...checked, objects: placed }, { severity: "warning" });
}

test("SARIF validates against its schema", () => {
  const ajv = new Ajv({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    allErrors: true,
    logger: false,
  });
  // Draft 4 by name; it uses nothing that draft 7 has changed.
  const {
    $schema: _,
    id: __,
    ...schema
  } = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const validate = ajv.compile(schema);
  for (const each of [
    result(),
    run(input(clean())),
    run(terraform({ provider: { aws: {} }, resource: {} })),
  ]) {
    validate(JSON.parse(CHECK_FORMATS["sarif"]?.(each, LAYOUT) ?? ""));
    expect(validate.errors).toBeNull();
  }
});

test("SARIF keeps GitHub's limits", () => {
  const { runs } = JSON.parse(CHECK_FORMATS["sarif"]?.(result(), LAYOUT) ?? "");
  const [{ tool, results }] = runs;
  for (const rule of tool.driver.rules) {
    expect(rule).toMatchObject({
      id: expect.stringMatching(/^WB\d{3}$/),
      helpUri: expect.stringMatching(/^https:/),
    });
    expect(rule.properties.tags.length).toBeLessThanOrEqual(20);
    expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
    if (rule.properties.tags.includes("security"))
      expect(Number(rule.properties["security-severity"])).toBeGreaterThan(0);
  }
  expect(results).toHaveLength(3);
  for (const each of results) {
    expect(tool.driver.rules[each.ruleIndex].id).toBe(each.ruleId);
    expect(each.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "k8s/my%20web.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 7 },
    });
  }
  expect(results.map((each: { suppressions?: object[] }) => each.suppressions?.length ?? 0)).toEqual([
    0, 0, 1,
  ]);
});

test("fingerprints are the same whatever lines, values and other findings are, and differ between findings", () => {
  const prints = (each: CheckResult) => each.findings.map(({ fingerprint }) => fingerprint);
  const first = run(input(clean().map((each) => (each["kind"] === "Namespace" ? each : { ...each }))));
  expect(prints(first)).toEqual([]);
  const [privileged] = prints(result());
  const objects = clean();
  container(objects).securityContext.privileged = true;
  expect(prints(run(input(objects), { severity: "error" }))).toEqual([privileged]);
  expect(new Set(prints(result())).size).toBe(2);
});

test("known findings do not count", () => {
  const objects = clean();
  container(objects).securityContext.privileged = true;
  const [finding] = run(input(objects)).findings;
  const known = run(input(objects), { known: new Set([finding?.fingerprint ?? ""]) });
  expect(known).toMatchObject({ findings: [], known: [{ fingerprint: finding?.fingerprint }] });
});

test("the table names place, resource, text, and the fix of each rule once", () => {
  expect(CHECK_FORMATS["table"]?.(result(), LAYOUT)).toBe(`test
  error   WB001  Deployment/shop/web k8s/my web.yaml:7
                 container web: privileged is true
  warning WB027  Deployment/shop/web k8s/my web.yaml:7
                 container web: image we"<&>b has tag latest

WB001 privileged-container: A process in it is root on the node, with every
      device and capability. Remove \`privileged: true\`; add the one capability
      that the program needs.
WB027 floating-tag: Pods of one workload may run different versions, and a
      roll-back brings nothing back. Name a version.

1 error, 1 warning; 1 acknowledged; 1 below --severity
`);
});

test("JUnit has a case for each rule, and is XML whatever a text contains", () => {
  const xml = CHECK_FORMATS["junit"]?.(result(), LAYOUT) ?? "";
  expect(xml).toContain('failures="2"');
  expect(xml).toContain('<testcase classname="test" name="WB002 privilege-escalation"/>');
  expect(xml.replace(/&(?:amp|lt|gt|quot);/g, "")).not.toMatch(/&|<(?![/?\w])/);
});
