import type * as z from "zod";
import { type ContentKind, heads } from "../../model/frontmatter.ts";
import type { Located } from "./located.ts";
import type { Report } from "./problem.ts";
import { conform } from "./schema.ts";

type Head<Kind extends ContentKind> = z.infer<(typeof heads)[Kind]>;

/** The head of a content file that is in order, by the file's kind. */
export type Fields = {
  [Kind in ContentKind]: { readonly kind: Kind; readonly head: Head<Kind> };
}[ContentKind];

/** Holds a head against the schema of its file's kind. Tells every deviation, and gives null then. */
export function readFields(located: Located, kind: ContentKind, report: Report): Fields | null {
  switch (kind) {
    case "article":
      return ofKind(kind, conform(located, heads.article, report));
    case "project":
      return ofKind(kind, conform(located, heads.project, report));
    case "page":
      return ofKind(kind, conform(located, heads.page, report));
  }
}

function ofKind<Kind extends ContentKind>(kind: Kind, head: Head<Kind> | null) {
  return head === null ? null : { kind, head };
}
