import { usageText } from "../../cli/usage-text";

test.each([
  [
    "error: unknown command 'compre'\n(Did you mean compare?)",
    "unknown command 'compre'; did you mean compare?",
  ],
  ["error: unknown option '--bogus'\n", "unknown option '--bogus'; see `weighbridge show --help`"],
  [
    "error: option '--at <point>' argument 'foo' is invalid. Allowed choices are min, steady, max.",
    "option '--at <point>' argument 'foo' is invalid; choose one of min, steady, max",
  ],
  [
    "error: required option '--out <file>' not specified",
    "required option '--out <file>' not specified; add --out <file>",
  ],
  [
    "error: option '--check <folder>' cannot be used with option '--write <folder>'",
    "option '--check <folder>' cannot be used with option '--write <folder>'; give one of them",
  ],
  [
    "error: option '--from <name=path>' argument missing",
    "option '--from <name=path>' argument missing; write --from <name=path>",
  ],
  [
    "error: too many arguments for 'show'. Expected 1 argument but got 3.",
    "too many arguments for 'show'. Expected 1 argument but got 3; see `weighbridge show --help`",
  ],
])("%j has its fix", (said, text) => {
  expect(usageText(said, "weighbridge show")).toBe(text);
});
