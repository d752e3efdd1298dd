import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import * as z from "zod";
import { freePort } from "../support/port.ts";
import { type BuiltSite, type Server, startServer } from "./server.ts";

const PROGRAMS = resolve("tests/hosts/node_modules/.bin");

/** A home of its own, so that no tool writes into, or reads from, the user's. */
function quiet(): NodeJS.ProcessEnv {
  const home = mkdtempSync(join(tmpdir(), "hosts-home-"));
  return {
    HOME: home,
    XDG_CONFIG_HOME: home,
    CI: "1",
    NO_UPDATE_NOTIFIER: "1",
    WRANGLER_SEND_METRICS: "false",
    SWA_CLI_INTERNAL_DISABLE_UPDATE: "1",
  };
}

/** Cloudflare's own runtime, serving a folder as Pages does. */
export async function startWrangler({ root }: BuiltSite): Promise<Server> {
  const [port, inspector] = [await freePort(), await freePort()];
  const args = [
    "pages",
    "dev",
    root,
    "--ip",
    "127.0.0.1",
    "--port",
    `${port}`,
    "--inspector-port",
    `${inspector}`,
  ];
  return startServer(
    join(PROGRAMS, "wrangler"),
    [...args, "--compatibility-date", "2026-01-01"],
    `http://127.0.0.1:${port}`,
    {
      cwd: join(root, ".."),
      env: quiet(),
    },
  );
}

/** The server of Firebase Hosting's emulator. */
export async function startSuperstatic({ root, deploy }: BuiltSite): Promise<Server> {
  const port = await freePort();
  const { hosting } = z
    .object({ hosting: z.looseObject({}) })
    .parse(JSON.parse(readFileSync(join(deploy, "firebase.json"), "utf8")));
  const config = join(deploy, "superstatic.json");
  writeFileSync(config, JSON.stringify({ ...hosting, public: relative(deploy, root) }));
  const args = [".", "--host", "127.0.0.1", "--port", `${port}`, "--config", config, "--compression"];
  return startServer(join(PROGRAMS, "superstatic"), args, `http://127.0.0.1:${port}`, {
    cwd: deploy,
    env: quiet(),
  });
}

/** The emulator of Azure Static Web Apps. */
export async function startSwa({ root, deploy }: BuiltSite): Promise<Server> {
  const port = await freePort();
  const folder = join(deploy, "..", `swa-${port}`);
  mkdirSync(folder);
  const args = ["start", root, "--host", "127.0.0.1", "--port", `${port}`, "--swa-config-location", root];
  return startServer(join(PROGRAMS, "swa"), args, `http://127.0.0.1:${port}`, { cwd: folder, env: quiet() });
}

const Store = z.object({
  objects: z.array(
    z.object({ key: z.string(), file: z.string(), contentType: z.string(), cacheControl: z.string() }),
  ),
  redirects: z.array(z.object({ key: z.string(), websiteRedirectLocation: z.string() })),
  website: z.object({ indexDocument: z.string(), errorDocument: z.string() }),
});

export const BUCKET = "nettsted";

/** A server that speaks S3, with one bucket. Its objects lie on the disk below `folder`. */
export async function startStore(folder: string, website = ""): Promise<Server> {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const settings = website === "" ? [] : [website];
  const args = [
    "-d",
    folder,
    "-a",
    "127.0.0.1",
    "-p",
    `${port}`,
    "--silent",
    "--service-endpoint",
    "localhost",
    "--configure-bucket",
    BUCKET,
    ...settings,
  ];
  const server = await startServer(join(PROGRAMS, "s3rver"), args, `http://127.0.0.1:${port}`);
  return { ...server, host: `${BUCKET}.s3-website.localhost` };
}

/** An S3 store with the site's objects, each with its own metadata, read as the store's website serves it. */
export async function startS3({ root, deploy, prefix }: BuiltSite): Promise<Server> {
  const { objects, redirects, website } = Store.parse(
    JSON.parse(readFileSync(join(deploy, "s3.json"), "utf8")),
  );
  const configuration = join(deploy, "website.xml");
  writeFileSync(
    configuration,
    `<WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IndexDocument><Suffix>${website.indexDocument}</Suffix></IndexDocument><ErrorDocument><Key>${website.errorDocument}</Key></ErrorDocument></WebsiteConfiguration>`,
  );
  const server = await startStore(join(deploy, "store"), configuration);
  const { PutObjectCommand, S3Client } = createRequire(resolve("tests/hosts/package.json"))(
    "@aws-sdk/client-s3",
  );
  const client = new S3Client({
    endpoint: server.origin,
    region: "us-east-1",
    forcePathStyle: true,
    // The checksums that newer clients send by themselves are younger than this server.
    requestChecksumCalculation: "WHEN_REQUIRED",
    credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
  });
  for (const { key, file, contentType, cacheControl } of objects) {
    const Body = readFileSync(join(root, prefix, file));
    const metadata = { ContentType: contentType, CacheControl: cacheControl };
    await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body, ...metadata }));
  }
  for (const { key, websiteRedirectLocation } of redirects)
    await client.send(
      new PutObjectCommand({ Bucket: BUCKET, Key: key, WebsiteRedirectLocation: websiteRedirectLocation }),
    );
  return server;
}
