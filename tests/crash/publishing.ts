import { placeBeside } from "../../src/build/output/beside.ts";
import { clearFolders, clearOutput, emitFile, lookAtOutput, readLooks } from "../../src/build/output/emit.ts";
import { filesBelow } from "../../src/build/output/listing.ts";
import { takeLock } from "../../src/build/output/lock.ts";
import { placesFor } from "../../src/build/output/places.ts";
import { openStaging, publish } from "../../src/build/output/staging.ts";

/** Publishes a small site of which every file says the word given: what a build does around the making of the files. */
const [word = ""] = process.argv.slice(2);
const lock = await takeLock("dist");
try {
  const { staging, beside } = placesFor("dist");
  await openStaging("dist");
  readLooks(lookAtOutput(staging));
  clearOutput(staging, new Map());
  const names = ["index.html", `${word}/index.html`];
  for (const name of names) emitFile(staging, name, [Buffer.from(word)]);
  clearFolders(staging);
  await lock.confirm();
  await publish(staging, "dist", names, filesBelow("dist"));
  await placeBeside(beside, "deploy", []);
} finally {
  await lock.release();
}
