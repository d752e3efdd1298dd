import type { Report } from "./problem.ts";
import type { Where } from "./registry.ts";

/** An alternative text says what the picture shows; a caption, a file name or «bilde av» does not. */
export function checkAlt(
  { alt, caption, id }: { alt: string; caption: string; id: string },
  where: Where,
  report: Report,
): void {
  const same = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, "");
  const say = (message: string) => report.add("weak-alt", where.file, where.at(["alt"]), message);
  if (same(alt) === same(caption))
    say("Alt-teksten er den samme som bildeteksten. Skriv hva bildet viser, for den som ikke ser det.");
  else if (same(alt) === same(id) || /\.(?:jpe?g|png|webp|avif|svg)$/i.test(alt))
    say("Alt-teksten er et filnavn. Skriv hva bildet viser.");
  else if (/^(?:et |ett )?(?:bilde|foto|fotografi|illustrasjon)(?:et)? (?:av|som viser)\b/i.test(alt)) {
    say("Alt-teksten begynner med «bilde av». Det vet skjermleseren fra før; skriv bare hva bildet viser.");
  }
}
