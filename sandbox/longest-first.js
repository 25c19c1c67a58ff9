const { basename } = require("node:path");
const { default: Sequencer } = require("@jest/test-sequencer");

/** Tests that take minutes, most of which they wait: begun last, each would be waited for alone. */
const LONGEST = [
  "swarm",
  "platforms",
  "keyring-rotation",
  "partner-a",
  "partner-c",
  "rabbitmq",
  "kafka-migration",
  "critter-clusters",
  "critter-messaging",
  "dynamodb-retirement",
  "constructs",
  "laravel",
];

function rank({ path }) {
  const at = LONGEST.indexOf(basename(path, ".test.ts"));
  return at < 0 ? LONGEST.length : at;
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((left, right) => rank(left) - rank(right));
  }
};
