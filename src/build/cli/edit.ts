import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { Api } from "../../editors/browser/api.ts";
import { UPLOADS } from "../../editors/browser/config.ts";
import { Desk } from "../../editors/browser/desk.ts";
import { installEditor } from "../../editors/browser/install.ts";
import { Preview } from "../../editors/browser/preview.ts";
import { editorServer } from "../../editors/browser/server.ts";
import { EXIT, interruptionSignal, main, readPort } from "./command.ts";

const USAGE = `npm run edit [-- --port 8090]

Åpner et redigeringsverktøy i nettleseren, bare på denne maskinen: skjemaer for alle sider og registre, med siden ved siden av mens du
skriver, og det kontrollen sier ved navnet på feltet. Du lagrer rett i filene; ingenting blir publisert.
Første gang hentes verktøyet fra nettet.

  --port   porten verktøyet vises på (en ledig)
  --help   denne teksten

Avslutt med Ctrl+C. Svarer med 0 når du avslutter, 2 når kommandoen er brukt feil, 3 når miljøet svikter.`;

await main(USAGE, { port: { type: "string" } }, async ({ port }) => {
  // None is the system's choice.
  const wanted = port === undefined ? 0 : readPort(port);
  const root = process.cwd();
  const packages = await installEditor((line) => console.log(line));
  // Pictures that were chosen in a form that nobody saved.
  await rm(UPLOADS, { recursive: true, force: true });
  const preview = await Preview.start(root, await freePort());
  const desk = new Desk(root, preview);
  const server = editorServer({
    root,
    packages,
    desk,
    api: new Api(root, desk),
    preview: preview.origin,
  });
  try {
    console.log(`Rediger på http://127.0.0.1:${await listen(server, wanted)}/. Avslutt med Ctrl+C.`);
    await once(interruptionSignal(), "abort");
    return EXIT.done;
  } finally {
    preview.stop();
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server, port: number): Promise<number> {
  await once(server.listen(port, "127.0.0.1"), "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0);
  await new Promise((closed) => server.close(closed));
  return port;
}
