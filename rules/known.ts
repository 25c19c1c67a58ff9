import { parseJson, readText } from "../footprint/read/input/json";
import { InputError } from "../footprint/read/input-error";
import { listAt, textAt } from "./subject";

/**
 * Fingerprints of the findings in a file that `weighbridge check --format json` wrote.
 * @throws InputError where it is something else
 */
export function readKnown(file: string): ReadonlySet<string> {
  const document = parseJson(readText(file), file);
  const findings = listAt(document, "findings");
  const fingerprints = findings.map((each) => textAt(each, "fingerprint"));
  if (!isResult(document) || fingerprints.includes(undefined))
    throw new InputError({
      file,
      place: "findings",
      problem: "is no list of findings",
      fix: "write it with `weighbridge check --format json`",
    });
  return new Set(fingerprints.filter((each) => each !== undefined));
}

function isResult(document: unknown): boolean {
  return (
    typeof document === "object" &&
    document !== null &&
    Array.isArray((document as { findings?: unknown }).findings)
  );
}
