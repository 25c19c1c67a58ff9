import { describeOption } from "./option";

describeOption("partner-c");
