import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { UsageFault } from "../../src/build/output/environment.ts";
import { installBeside, onPath } from "../support/programs.ts";
import { table } from "./table.ts";

const FOLDER = "tests/hosts";
const UPLOAD = "upload";
const PROGRAMS: Readonly<Record<string, readonly [program: string, packages: string]>> = {
  nginx: ["nginx", "nginx libnginx-mod-http-brotli-static"],
  caddy: ["caddy", "caddy"],
  apache: ["apache2", "apache2"],
  [UPLOAD]: ["rclone", "rclone"],
};

const USAGE = `npm run test:hosts [-- <host> ...]

Builds the site for each host and asks a real server for it: status, headers byte for byte, redirects, 404, ranges, 304,
brotli and gzip, types, last slashes, and the same below a path.

  hosts    ${Object.keys(table).join(", ")} (all when none is named)
           upload instead uploads by the plan with rclone to an S3 server, and kills it UPLOAD_TIMES times (5)
  --debian those that Debian's packages give
  --help   this text

Those that npm gives are installed into ${FOLDER}, away from the project's own packages. Exits with 0 when all is well, 1
when something failed, 2 when used wrongly, 3 when a server is not installed.`;

function askServers(debian: boolean, names: readonly string[]): number {
  const packaged = Object.keys(table).filter((name) => debian && table[name]?.debian);
  const named = [...packaged, ...names];
  const chosen = named.length === 0 ? Object.keys(table) : named;
  const uploads = chosen.join() === UPLOAD;
  if (!uploads && chosen.some((name) => !Object.hasOwn(table, name))) throw new UsageFault(USAGE);
  for (const name of chosen) {
    const [program, packages] = PROGRAMS[name] ?? [];
    if (program === undefined || onPath(program)) continue;
    console.error(`${program} is not installed. On Debian and Ubuntu: apt-get install ${packages}`);
    return EXIT.environment;
  }
  if (chosen.some((name) => table[name]?.debian !== true) && !installBeside(FOLDER)) return EXIT.environment;
  const tests = [
    "--import",
    "tsx",
    "--test",
    "--test-reporter=spec",
    join(FOLDER, uploads ? "upload.ts" : "conformance.ts"),
  ];
  const env = { ...process.env, HOSTS_UNDER_TEST: chosen.join(",") };
  const { status } = spawnSync(process.execPath, tests, { stdio: "inherit", env });
  return status === 0 ? EXIT.done : EXIT.content;
}

await main(
  USAGE,
  { debian: { type: "boolean", default: false } },
  async ({ debian }, names) => askServers(debian, names),
  { names: true },
);
