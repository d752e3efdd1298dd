import { positionIn } from "../../build/contract/text.ts";
import type { Words } from "./passages.ts";
import { type Advice, advise } from "./rules.ts";

/** Link texts that say nothing to one who hears the links alone, read out as a list. */
const VAGUE =
  /^(?:(?:klikk |trykk )?her|les(?: mer| videre)?(?: her)?|se(?: mer| her)?|mer|lenke|denne (?:lenken|siden)|(?:click )?here|(?:read )?more|this (?:link|page)|link)$/i;

/** Advice on links whose text does not say where they lead. */
export function vagueLinks({ documents }: Words): readonly Advice[] {
  return documents.all.flatMap(({ file, body, bodyStart, text }) =>
    [...body.matchAll(/\[([^\]@]+)\]\([^)\n]+\)/g)].flatMap(({ 1: found = "", index }) => {
      const words = found
        .replace(/\s+/g, " ")
        .replace(/[.!:…»«*_]/g, "")
        .trim();
      const isAddress = /^(?:https?:\/\/|www\.)/i.test(words);
      if (!VAGUE.test(words) && !isAddress) return [];
      const message = `Lenketeksten «${found}» sier ikke hvor lenken fører. Skriv det: «les om prisen», ikke «les mer».`;
      return [advise({ rule: "vague-link", message }, file, positionIn(text, bodyStart + index + 1))];
    }),
  );
}
