import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare } from "../../../footprint/compare";
import { mergeFootprints } from "../../../footprint/merge";
import { InputError, readFootprint, toFootprint } from "../../../footprint/read";
import { parseYaml, YamlError } from "../../../footprint/read/text/yaml";
import { renderCsv } from "../../../footprint/render/csv";
import { renderHtml } from "../../../footprint/render/html";
import { renderJson } from "../../../footprint/render/json";
import { renderCostJson } from "../../../footprint/render/json/cost";
import { renderMarkdown } from "../../../footprint/render/markdown";
import { renderTable } from "../../../footprint/render/table";
import { renderCostTable } from "../../../footprint/render/table/cost";
import { renderShow } from "../../../footprint/render/table/show";
import { changesOf } from "../../../footprint/snapshot/changes";
import { renderSnapshot, snapshotOf } from "../../../footprint/snapshot/snapshot";
import fc, { runs } from "../../helpers/fast-check";
import { documents, objects, plans, yamls } from "./arbitraries";

it("refuses any document with an InputError of one line per fault, or reads it", () => {
  fc.assert(
    fc.property(fc.oneof(documents, fc.anything()), (document) => {
      try {
        toFootprint(document);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        expectOneLinePerFault(error);
      }
    }),
    runs(100),
  );
});

/** Refused in one line per fault, or read: nothing else may happen. */
function takesOrRefuses(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expectOneLinePerFault(error);
  }
}

function expectOneLinePerFault({ message, faults }: InputError): void {
  expect(message.split(/[\r\n]/)).toHaveLength(Math.min(faults.length, 21));
}

it("refuses any plan and any Kubernetes object with an InputError of one line per fault, or reads it", () => {
  fc.assert(
    fc.property(fc.oneof(plans, objects), (document) => takesOrRefuses(() => toFootprint(document))),
    runs(100),
  );
});

it("reads most fuzzed plans down to their end", () => {
  const readable = fc.sample(plans, { numRuns: 200, seed: 1 }).filter((document) => {
    try {
      toFootprint(document);
      return true;
    } catch {
      return false;
    }
  });
  expect(readable.length).toBeGreaterThan(20);
});

it("compares and renders whatever it reads, and of two equal options neither is lower", () => {
  const read = (document: unknown) => {
    try {
      return [toFootprint(document)];
    } catch {
      return [];
    }
  };
  fc.assert(
    fc.property(
      fc.oneof(documents, plans, objects),
      fc.constantFrom("x", "__proto__", "toString"),
      (document, id) => {
        for (const footprint of read(document)) {
          const comparison = compare([{ ...footprint, id }, mergeFootprints("y", [footprint, footprint])], {
            asOf: "2026-11-24",
          });
          for (const render of [
            renderTable,
            renderMarkdown,
            renderCsv,
            renderJson,
            renderCostTable,
            renderCostJson,
          ])
            expect(render(comparison)).not.toMatch(/\bNaN\b|\bundefined\b|\[object Object\]/);
          expect(renderHtml(comparison)).not.toMatch(/>NaN<|>undefined<|\[object Object\]/);
          expect(changesOf(JSON.parse(renderSnapshot(snapshotOf(footprint))), snapshotOf(footprint))).toEqual(
            [],
          );
          renderShow(footprint);
        }
      },
    ),
    runs(15),
  );
});

it("refuses any text as YAML in one line, or parses it", () => {
  fc.assert(
    fc.property(yamls, (text) => {
      try {
        parseYaml(text);
      } catch (error) {
        expect(error).toBeInstanceOf(YamlError);
        expect((error as Error).message).not.toMatch(/[\r\n]/);
      }
    }),
    runs(200),
  );
});

it("refuses any file with an InputError of one line per fault, or reads it", () => {
  const folder = mkdtempSync(join(tmpdir(), "weighbridge-"));
  const plan = readFileSync(join(__dirname, "terraform", "plan", "kubernetes.json"), "utf8");
  const cut = fc.nat(plan.length).map((end) => plan.slice(0, end));
  try {
    const names = fc.constantFrom("a.yaml", "a.json", "a");
    fc.assert(
      fc.property(names, fc.oneof(yamls, fc.string(), cut), (name, text) => {
        writeFileSync(join(folder, name), text);
        takesOrRefuses(() => readFootprint(join(folder, name)));
      }),
      runs(30),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("reads most fuzzed documents down to their end", () => {
  const sample = fc.sample(documents, { numRuns: 200, seed: 1 });
  const readable = sample.filter((document) => {
    try {
      toFootprint(document);
      return true;
    } catch {
      return false;
    }
  });
  expect(readable.length).toBeGreaterThan(20);
});
