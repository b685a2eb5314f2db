// Reads a JSON list of SSML from standard input, and writes the faults of each to standard output.
const { check } = require("ssml-check-core");

const texts = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const options = { platform: "amazon", locale: "en-US" };
Promise.all(texts.map((text) => check(text, options))).then((found) => {
  console.log(JSON.stringify(found.map((faults) => faults ?? [])));
});
