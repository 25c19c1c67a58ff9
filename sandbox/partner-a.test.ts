import { describeOption } from "./option";

describeOption("partner-a");
