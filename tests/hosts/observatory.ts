/**
 * Mozilla's HTTP Observatory, applied to one answer without asking it: its published tests and their modifiers
 * (developer.mozilla.org/en-US/observatory/docs/tests_and_scoring, and the scanner's grader for COEP and COOP). Everything begins with
 * 100; what is added counts only for a site that loses less than ten. Taken as given, because a test server has neither a
 * certificate nor scripts nor cookies: HTTPS with a redirect (0), no scripts to protect (0), no cookies (0).
 */
export function observatoryScore(headers: Readonly<Record<string, string>>): number {
  const modifiers = [
    contentSecurityPolicy(headers["content-security-policy"]),
    frames(headers["content-security-policy"], headers["x-frame-options"]),
    transportSecurity(headers["strict-transport-security"]),
    oneOf(headers["referrer-policy"], PRIVATE_REFERRER, 5, -5),
    headers["x-content-type-options"] === "nosniff" ? 0 : -5,
    oneOf(headers["cross-origin-resource-policy"], ["same-origin", "same-site"], 10, 0),
    oneOf(headers["cross-origin-embedder-policy"], ["require-corp", "credentialless"], 10, 0),
    oneOf(headers["cross-origin-opener-policy"], ["same-origin", "same-origin-allow-popups"], 10, 0),
  ];
  const lost = modifiers.filter((modifier) => modifier < 0).reduce((sum, modifier) => sum + modifier, 100);
  const gained = modifiers.filter((modifier) => modifier > 0).reduce((sum, modifier) => sum + modifier, 0);
  return Math.max(0, lost >= 90 ? lost + gained : lost);
}

const PRIVATE_REFERRER = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];
const SIX_MONTHS = 15_768_000;

function contentSecurityPolicy(policy: string | undefined): number {
  if (policy === undefined) return -25;
  const directives = directivesOf(policy);
  const scripts = directives.get("script-src") ?? directives.get("default-src") ?? "*";
  const styles = directives.get("style-src") ?? directives.get("default-src") ?? "*";
  const open = /(?:^|\s)(?:\*|https?:|data:)(?:\s|$)|'unsafe-(?:inline|eval)'/;
  if (open.test(scripts)) return -20;
  if (open.test(styles)) return 0;
  const closed =
    directives.get("default-src") === "'none'" &&
    directives.get("base-uri") !== undefined &&
    directives.get("form-action") !== undefined;
  return closed ? 10 : 5;
}

function frames(policy: string | undefined, option: string | undefined): number {
  const ancestors = directivesOf(policy ?? "").get("frame-ancestors");
  if (ancestors !== undefined && !ancestors.includes("*")) return 5;
  return /^(?:deny|sameorigin)$/i.test(option ?? "") ? 5 : -20;
}

function transportSecurity(header: string | undefined): number {
  const seconds = /max-age=(\d+)/.exec(header ?? "")?.[1];
  if (seconds === undefined) return -20;
  return Number(seconds) >= SIX_MONTHS ? 0 : -10;
}

function oneOf(value: string | undefined, good: readonly string[], bonus: number, missing: number): number {
  return value !== undefined && good.includes(value) ? bonus : missing;
}

function directivesOf(policy: string): ReadonlyMap<string, string> {
  return new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...values] = directive.trim().split(/\s+/);
      return [name, values.join(" ")];
    }),
  );
}
