import { spawn } from "node:child_process";
import { readAddress } from "../hosts/address.ts";
import { EXIT, main } from "./command.ts";

const USAGE = `npm start [-- --port 8080]

Viser nettstedet på http://localhost:8080/ og oppdaterer det når en fil blir lagret: innhold, data, utseende og kode.
Er det feil i innholdet, viser nettleseren feilene til de er rettet.

  --port   porten nettstedet vises på (8080)
  --help   denne teksten

Avslutt med Ctrl+C.`;

await main(USAGE, { port: { type: "string", default: "8080" } }, async ({ port }) => {
  if (!/^\d{2,5}$/.test(port) || Number(port) > 65535) {
    console.error(`«${port}» er ikke en port. Bruk et tall fra 1024 til 65535.`);
    return EXIT.usage;
  }
  const address = readAddress(process.env);
  if ("fault" in address) {
    console.error(address.fault);
    return EXIT.usage;
  }
  // Eleventy does not follow TypeScript imports; Node's own watcher does, and starts it again in half a second.
  const child = spawn(
    process.execPath,
    ["--watch", "--watch-preserve-output", "--import", "tsx", "src/build/eleventy/serve.ts", port],
    { stdio: "inherit" },
  );
  return new Promise<number>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
    child.on("exit", (code) => resolve(code === null || code === 0 ? EXIT.done : EXIT.environment));
  });
});
