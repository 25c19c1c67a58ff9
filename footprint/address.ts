const TYPE = /^(?:module\.[^.[]+(?:\[[^\]]*\])?\.)*([a-z]+_[a-z0-9_]+)\.|^([A-Z][A-Za-z]+)\//;

/** Type of a Terraform address, or kind of a Kubernetes object; undefined for another text. */
export function typeOf(address: string): string | undefined {
  const [, type, kind] = TYPE.exec(address) ?? [];
  return type ?? kind;
}

/** Address of a resource without the number or the name of its instance: `aws_instance.A` of `aws_instance.A[0]`. */
export function withoutInstance(address: string): string {
  return address.replace(/\[[^\]]*\]$/, "");
}
