import { Annotations, type IAspect, TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { ACKNOWLEDGE_CONTEXT } from "../constructs/core/warn";
import { terraformWithObjects } from "../footprint/read/with-objects";
import { check, type Finding, SEVERITIES, type Severity } from "../rules";

/** How the rules are run at synth. */
export interface CheckRulesOptions {
  /**
   * Least severe finding that is reported.
   * @default "warning"
   */
  readonly severity?: Severity;
  /**
   * Findings of this severity, and more severe ones, are errors: the `cdktf` command then neither plans nor deploys.
   * @default - none: all are warnings
   */
  readonly failOn?: Severity;
  /**
   * Ids of the rules that run.
   * @default - all that are on
   */
  readonly rules?: readonly string[];
  /**
   * Day for what ends, ISO.
   * @default - nothing has ended
   */
  readonly asOf?: string;
}

/**
 * Runs the rules of `weighbridge check` at every synth: `Aspects.of(stack).add(new CheckRules({ failOn: "error" }))`. cdktf
 * invokes the aspects of stacks, and none of an app. Each finding is an annotation of the construct that makes the resource, with the rule's id. The context of
 * that construct, or of one around it, acknowledges one: `node.setContext("weighbridge.dev/acknowledge-WB035", "a test")`; it
 * is then information, with the reason.
 *
 * @see docs/rules.md for what each rule finds, why, and the fix
 */
export class CheckRules implements IAspect {
  public constructor(private readonly options: CheckRulesOptions = {}) {}

  /** Has a stack checked when all aspects have run, as it will be written; does nothing for any other construct. */
  public visit(node: IConstruct): void {
    if (!TerraformStack.isStack(node)) return;
    node.node.addValidation({
      validate: () => {
        this.check(node);
        // What fails is an annotation, which names its construct.
        return [];
      },
    });
  }

  private check(node: TerraformStack): void {
    const { failOn, ...options } = this.options;
    const document: unknown = JSON.parse(JSON.stringify(node.toTerraform()));
    const name = node.node.id;
    const { findings } = check([{ ...terraformWithObjects(name, [{ document }]), name }], options);
    const elements = elementsOf(node);
    for (const finding of findings) {
      const { address, resource, text, part } = finding;
      const owner = elements.get(address ?? resource) ?? node;
      const where = owner === node ? `${resource}: ` : "";
      report(owner, finding, `${where}${part === undefined ? "" : `${part}: `}${text}`, failOn);
    }
  }
}

/** The elements of a stack by Terraform address. */
function elementsOf(stack: TerraformStack): ReadonlyMap<string, IConstruct> {
  return new Map(
    stack.node
      .findAll()
      .filter((each) => TerraformElement.isTerraformElement(each))
      .flatMap((each) => {
        const type: unknown = "terraformResourceType" in each ? each.terraformResourceType : undefined;
        return typeof type === "string" ? [[`${type}.${each.friendlyUniqueId}`, each] as const] : [];
      }),
  );
}

function report(owner: IConstruct, { rule }: Finding, text: string, failOn: Severity | undefined): void {
  const annotations = Annotations.of(owner);
  const reason: unknown = owner.node.tryGetContext(ACKNOWLEDGE_CONTEXT + rule.id);
  const line = `${rule.id}: ${text}`;
  if (typeof reason === "string" && reason.trim() !== "") {
    annotations.addInfo(`${line} (acknowledged: ${reason})`);
    return;
  }
  const fails = failOn !== undefined && SEVERITIES.indexOf(rule.severity) <= SEVERITIES.indexOf(failOn);
  if (fails) annotations.addError(line);
  else annotations.addWarning(line);
}
