import { describeOption } from "./option";

describeOption("partner-b");
