import { readFootprint } from "../../../../footprint/read";
import { environmentOf, withEnvironment } from "../../../../footprint/read/docker/compose/project";
import { deployment, yamlFolder } from "./yaml-folder";

const { path, write, failure } = yamlFolder();

const COMPOSE = `services:
  web:
    image: "nginx:\${TAG:-1.27}"
    deploy:
      replicas: \${N}
`;

const names = () => readFootprint(path()).workloads.map(({ name, replicas }) => [name, replicas?.max]);

it.each([
  ["a Dockerfile, a text and the settings of a service", ["Dockerfile", "README.md", "prometheus.yml"]],
  ["a broken file and that of a package, deep inside", ["conf/broken.yaml", "package.json"]],
  ["Compose files that it does not look for", ["docker-compose.prod.yml", "docker-compose.yml"]],
])("reads the Compose file beside %s, with the variables of .env", (_, others) => {
  write("compose.yaml", COMPOSE);
  write(".env", "# how many\nN=4\n");
  for (const file of others) write(file, file.includes("broken") ? "a: [" : "global: {}\n");
  expect(names()).toEqual([["web", 4]]);
});

it("reads the objects of Kubernetes beside a Compose file, and reports that it is left out", () => {
  write("compose.yaml", COMPOSE);
  write("k8s/api.yaml", deployment("api", 3));
  expect(names()).toEqual([["api", 3]]);
  expect(readFootprint(path()).unknowns).toContainEqual(
    expect.objectContaining({ id: "compose.yaml", what: "resources" }),
  );
});

it.each([
  [
    "an override",
    "compose.yaml",
    "compose.override.yaml",
    "DIR/compose.override.yaml: is merged into the Compose file beside it; give what this prints: docker compose config",
  ],
  [
    "several that Compose does not look for",
    "a/dev.yaml",
    "b/prod.yaml",
    "DIR/a/dev.yaml: is one of several Compose files; give what this prints: docker compose config",
  ],
])("refuses %s", (_, first, second, message) => {
  write(first, COMPOSE);
  write(second, COMPOSE);
  expect(failure(path())).toBe(message);
});

it("reads .env as Compose does", () => {
  const text = "A=1\r\nexport B = \"two words\"\nC='$x'\n#D=4\nE=5 # five\nF=\n  G=a#b\n";
  expect(Object.fromEntries(environmentOf(text))).toEqual({
    A: "1",
    B: "two words",
    C: "$x",
    E: "5",
    F: "",
    G: "a#b",
  });
  const variables = new Map([["A", "1"]]);
  const given = ["${A}", "$A-${A:-2}", "$$A", "${B:-3}", { A: ["${A:?needed}"] }, 7];
  expect(withEnvironment(given, variables)).toEqual(["1", "1-1", "$$A", "${B:-3}", { A: ["1"] }, 7]);
});
