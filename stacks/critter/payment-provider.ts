import type { OptionStack } from "../stack";

/** Address of the payment provider's API, which the deployer knows: the review names none. */
export function paymentProviderUrl(stack: OptionStack): string {
  const url = stack.input(
    "payment_provider_url",
    "string",
    "Address of the payment provider's API, for example https://payments.example",
  );
  url.addValidation({
    condition:
      '${can(regex("^https://[A-Za-z0-9.-]+(:443)?(/[A-Za-z0-9._/-]*)?$", var.payment_provider_url))}',
    errorMessage: "payment_provider_url must be https on port 443, which is what the network policies open.",
  });
  return url.stringValue;
}
