/** The machine does not let the work be done. The message, in Bokmål, is all that the user needs. */
export class EnvironmentFault extends Error {}

/** A command was called wrongly, or the environment's variables say what cannot be. The message, in Bokmål, says how to do it. */
export class UsageFault extends Error {}

/** What is installed came from another machine, or without what npm calls optional: every machine has packages of its own there. */
export const OTHER_PACKAGES =
  "Pakkene i «node_modules» er ikke hele, eller er for en annen maskin. Kjør «npm ci», og prøv igjen";

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "Disken er full. Frigjør plass og prøv igjen",
  EDQUOT: "Diskkvoten er brukt opp. Frigjør plass og prøv igjen",
  EROFS: "Disken kan bare leses, ikke skrives til",
  EACCES: "Brukeren mangler rettigheter her",
  EPERM: "Systemet tillater det ikke for denne brukeren",
  EMFILE: "For mange åpne filer. Hev grensen («ulimit -n») og prøv igjen",
  ENFILE: "Maskinen har for mange åpne filer. Lukk andre programmer og prøv igjen",
  EIO: "Disken svarte med feil. Den kan være skadet",
  ENAMETOOLONG: "Stien er for lang for dette systemet. Flytt prosjektet til en kortere sti",
  ENOMEM: "Maskinen har ikke nok minne",
  ENOENT: "Filen forsvant mens kommandoen gikk",
  EEXIST: "Noe annet ligger her allerede. Flytt det eller gi det et annet navn, og prøv igjen",
  EISDIR:
    "Her ligger en mappe der det skulle være en fil. Flytt den eller gi den et annet navn, og prøv igjen",
  ENOTDIR:
    "Her ligger en fil der det skulle være en mappe. Flytt den eller gi den et annet navn, og prøv igjen",
  EXDEV: "«dist» og «.cache» må ligge på samme disk, som vanlige mapper i prosjektet",
  EBUSY: "Mappen er i bruk, eller er en disk for seg selv. «dist» og «.cache» må være vanlige mapper",
  EADDRINUSE: "Porten er i bruk. Velg en annen med --port",
  MODULE_NOT_FOUND: OTHER_PACKAGES,
  ERR_MODULE_NOT_FOUND: OTHER_PACKAGES,
  ERR_DLOPEN_FAILED: OTHER_PACKAGES,
  ERR_ACCESS_DENIED: "Byggingen prøvde å gjøre noe den ikke har lov til, og ble stanset",
};

/**
 * What the system refused, in a line in Bokmål: the reason, the path when there is one, and the system's own code.
 * Null when the error, and every error that it wraps, is something else: a fault in the code.
 */
export function sayEnvironment(error: unknown): string | null {
  for (const cause of causes(error)) {
    if (cause instanceof EnvironmentFault) return cause.message;
    const code = codeOf(cause);
    const reason = reasons[code];
    if (reason === undefined && !("syscall" in cause)) continue;
    const path = "path" in cause && typeof cause.path === "string" ? ` («${cause.path}»)` : "";
    return `${reason ?? "Systemet svarte med feil"}${path}: ${code}.`;
  }
  return null;
}

/** The system's own code for what it refused, such as «ENOENT»; empty when an error has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** An error and all that it wraps: by `cause`, by Eleventy's `originalError`, or as one of several. */
function causes(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = [
    error.cause,
    "originalError" in error ? error.originalError : undefined,
    ...(error instanceof AggregateError ? error.errors : []),
  ];
  return [error, ...inner.flatMap(causes)];
}
