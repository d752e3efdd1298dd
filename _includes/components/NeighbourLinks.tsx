import type { Mention } from "../../src/model/site.ts";

/** The way to the pages before and after one in its row; nothing for one that is alone. */
export function NeighbourLinks({
  label,
  previous,
  next,
}: {
  label: string;
  previous: NeighbourProps;
  next: NeighbourProps;
}) {
  if (previous.page === null && next.page === null) return null;
  return (
    <nav class="neighbours" aria-label={label}>
      <Neighbour {...previous} />
      {previous.page === null || next.page === null ? null : " "}
      <Neighbour {...next} />
    </nav>
  );
}

interface NeighbourProps {
  readonly label: string;
  readonly page: Mention | null;
}

function Neighbour({ label, page }: NeighbourProps) {
  if (page === null) return null;
  return (
    <a href={page.url}>
      <small>{label}</small> {page.title}
    </a>
  );
}
