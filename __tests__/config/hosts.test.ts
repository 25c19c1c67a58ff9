import { checkEnvironment, ENVIRONMENTS } from "../../config/environments";
import { addressPattern, hostsOfOthers } from "../../config/environments/hosts";

test.each([
  ["kafka-1.production.example.com:9094", true],
  ["https://rabbit.production.example.com:15671/api", true],
  ["ssh://deploy@manager.production.example.com", true],
  ["manager.production.example.com", true],
  ["production.example.com", false],
  ["a.b.production.example.com", false],
  ["manager.productionxexample.com", false],
  ["manager.production.example.com.evil.example", false],
  ["ssh://manager.production.example.com@elsewhere.example", false],
  ["unix:///var/run/docker.sock", false],
])("%s is on *.production.example.com: %s", (address, is) => {
  expect(new RegExp(addressPattern(["*.production.example.com"])).test(address)).toBe(is);
});

test("the hosts of others are those that another environment lists for the same service", () => {
  const { sandbox, production } = ENVIRONMENTS;
  const all = Object.values(ENVIRONMENTS);
  expect(hostsOfOthers("kafka", sandbox, all)).toEqual(["*.production.example.com"]);
  expect(hostsOfOthers("kafka", production, all)).toEqual([]);
});

test("a host with a scheme, port or path is refused", () => {
  for (const host of ["https://a.example", "a.example:9092", "a.example/x", "*", "a.*.example"])
    expect(() => checkEnvironment({ ...ENVIRONMENTS.sandbox, allowedHosts: { kafka: [host] } })).toThrow(
      `environment "sandbox": 'allowedHosts.kafka' must have DNS names, or *.example.com, got "${host}"`,
    );
});
