import { ValidateBinaryVersion } from "cdktf/lib/validations/validate-binary-version";
import { once } from "./once";

const { validate } = ValidateBinaryVersion.prototype;

/** cdktf starts `terraform version` for each import of a stack; the answer is the same for all tests. */
ValidateBinaryVersion.prototype.validate = function (this: ValidateBinaryVersion): string[] {
  return once(`terraform version ${JSON.stringify(this)}`, () => validate.call(this));
};
