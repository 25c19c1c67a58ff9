import { Fault } from "./fault";
import { Shelf } from "./shelf";

/** An alarm on a budget, and its recipient. */
interface Alarm {
  readonly Notification: Json;
  readonly Subscribers: readonly Json[];
}

/** A budget with the alarms on it, as it was given. */
interface Budget {
  readonly budget: Json;
  readonly notifications: readonly Alarm[];
  readonly tags: readonly Json[];
}

type Json = Readonly<Record<string, unknown>>;

/** What a call begins with in the header `x-amz-target`. */
export const BUDGETS_TARGET = "AWSBudgetServiceGateway.";

/** Seconds since 1970 of the last day that AWS knows of, 2087-06-15. */
const FOREVER = 3_706_473_600;

/** Answers the calls that Terraform's AWS provider makes for a budget: made, read, changed in its limit, deleted. */
export function budgetsStandIn(): (
  target: string,
  body: string,
) => { readonly status: number; readonly body: string } {
  const budgets = new Shelf<Budget>("NotFoundException", "DuplicateRecordException");
  const actions: Readonly<Record<string, (input: Json) => unknown>> = {
    CreateBudget: ({ Budget, ResourceTags = [] }) => {
      const budget = {
        TimePeriod: { Start: 0, End: FOREVER },
        CalculatedSpend: { ActualSpend: { Amount: "0", Unit: "USD" } },
        ...(Budget as Json),
      };
      budgets.add(nameIn(budget), {
        budget,
        notifications: [],
        tags: ResourceTags as readonly Json[],
      });
      return {};
    },
    DescribeBudget: (input) => ({ Budget: budgets.find(nameIn(input)).budget }),
    UpdateBudget: ({ NewBudget }) => {
      const name = nameIn(NewBudget as Json);
      const known = budgets.find(name);
      budgets.set(name, { ...known, budget: { ...known.budget, ...(NewBudget as Json) } });
      return {};
    },
    CreateNotification: (input) => {
      const name = nameIn(input);
      const known = budgets.find(name);
      const { Notification, Subscribers } = input as unknown as Alarm;
      budgets.set(name, { ...known, notifications: [...known.notifications, { Notification, Subscribers }] });
      return {};
    },
    DescribeNotificationsForBudget: (input) => ({
      Notifications: budgets.find(nameIn(input)).notifications.map(({ Notification }) => Notification),
    }),
    DescribeSubscribersForNotification: (input) => {
      const { Threshold } = (input as unknown as Alarm).Notification;
      const found = budgets
        .find(nameIn(input))
        .notifications.find(({ Notification }) => Notification["Threshold"] === Threshold);
      return { Subscribers: found?.Subscribers ?? [] };
    },
    DeleteBudget: (input) => {
      budgets.remove(nameIn(input));
      return {};
    },
    ListTagsForResource: ({ ResourceARN }) => ({
      ResourceTags: budgets.find(String(ResourceARN).replace(/^.*:budget\//, "")).tags,
    }),
  };
  return (target, body) => {
    const name = target.slice(BUDGETS_TARGET.length);
    try {
      const action = actions[name];
      if (action === undefined) throw new Fault(400, "InvalidAction", `the stand-in has no budgets ${name}`);
      return { status: 200, body: JSON.stringify(action(JSON.parse(body) as Json)) };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // This service has no other status for what it refuses.
      return { status: 400, body: JSON.stringify({ __type: error.code, Message: error.message }) };
    }
  };
}

function nameIn(input: Json): string {
  return String(input["BudgetName"]);
}
