import { createReviewApp } from "weighbridge/app";
import review from "./weighbridge.config.js";

createReviewApp(review).then((app) => app.synth());
