import { UsageFault } from "../output/environment.ts";

/** Where the site is served: what the environment says of it. */
export interface SiteAddress {
  /** Scheme and host, «https://innovasjonsprisen.example»; null leaves the one in `_data/site.json`. */
  readonly origin: string | null;
  /** The path that the site lies under: begins and ends with a slash, «/» for a domain of its own. */
  readonly prefix: string;
}

const SEGMENT = /^(?!\.{1,2}$)[A-Za-z0-9._~-]+$/;

/**
 * Reads `SITE_URL` and `PATH_PREFIX`; unset or empty means a domain of its own. Throws a UsageFault when they cannot be
 * used. A prefix may lack its last slash, as the `base_path` that GitHub's Pages action gives.
 */
export function readAddress({ SITE_URL = "", PATH_PREFIX = "" }: NodeJS.ProcessEnv): SiteAddress {
  const segments = PATH_PREFIX.replace(/^\/|\/$/g, "").split("/");
  const root = /^\/?$/.test(PATH_PREFIX);
  if (!root && (!PATH_PREFIX.startsWith("/") || !segments.every((segment) => SEGMENT.test(segment))))
    throw new UsageFault(
      `PATH_PREFIX er «${PATH_PREFIX}». Skriv stien slik: /prisen/ – med a–z, tall, bindestrek og punktum.`,
    );
  const prefix = root ? "/" : `/${segments.join("/")}/`;
  if (SITE_URL === "") return { origin: null, prefix };
  const url = URL.canParse(SITE_URL) ? new URL(SITE_URL) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new UsageFault(
      `SITE_URL er «${SITE_URL}». Skriv en full adresse som begynner med https://, uten brukernavn.`,
    );
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "")
    throw new UsageFault(
      `SITE_URL er «${SITE_URL}». Skriv bare «${url.origin}»; en sti hører hjemme i PATH_PREFIX.`,
    );
  return { origin: url.origin, prefix };
}
