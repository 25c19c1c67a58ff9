export { LoadTest, type LoadTestProps } from "./load-test";
