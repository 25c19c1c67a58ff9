/** Address of a resource without the number or the name of its instance: `aws_instance.A` of `aws_instance.A[0]`. */
export function withoutInstance(address: string): string {
  return address.replace(/\[[^\]]*\]$/, "");
}
