import type {
  Article,
  Edition,
  Organisation,
  Page,
  Prize,
  Project,
  Prose,
  ShareImage,
  Site,
} from "../../model/site.ts";

/**
 * A page is a function of what its template is given, so an earlier build's page can stand when it was given the very same. Every page
 * is therefore given only what it shows of others. What is taken away here is missing in every build, the first one too: a layout that
 * begins to show more of another page shows at once that it must be left in here.
 */

const NO_PROSE: Prose = { blocks: [], headings: [], words: 0 };

const NO_IMAGE: ShareImage = { url: "", width: 0, height: 0, alt: "", title: "", eyebrow: "" };

const NO_ORGANISATION: Organisation = { id: "", name: "", short: "" };

/** What a page shows of another one that it leads to. */
export function linked<Other extends Page>(page: Other): Other {
  return {
    ...page,
    file: "",
    description: "",
    lead: null,
    changes: [],
    prose: NO_PROSE,
    sources: [],
    shareImage: NO_IMAGE,
  };
}

/** An article without what lies below it. */
export const NOTHING_BELOW = { pictures: [], picturePages: [], milestones: [] };

/** What a page shows of an article that it leads to, or that it lies below. */
export function linkedArticle(article: Article): Article {
  return {
    ...linked(article),
    ...NOTHING_BELOW,
    points: [],
    projects: [],
    gallery: linked(article.gallery),
    edition: mentionedEdition({ ...article.edition, winner: null }),
  };
}

/** Of an edition its year, its article, and who won it when. */
export function mentionedEdition(edition: Edition): Edition {
  return {
    ...edition,
    winner: edition.winner === null ? null : { ...NO_ORGANISATION, id: edition.winner.id },
    ordinal: "",
    finalists: [],
    applicants: null,
    applicantsQualifier: null,
    projects: null,
    presenter: null,
    conference: null,
    juryLeader: null,
    sources: [],
  };
}

/** The projects of an article as entries in a list. */
export function entries({ projects }: Article): readonly Project[] {
  return projects.map((project) => ({ ...linked(project), figures: [] }));
}

/** Of the prize its name. */
function named(prize: Prize): Prize {
  return {
    ...prize,
    founder: NO_ORGANISATION,
    venue: "",
    venueMonth: 0,
    amount: 0,
    amountSources: [],
    criteria: [],
    criteriaYears: [],
    criteriaSources: [],
  };
}

/** What every page shows of the site: its name, the prize's, and the way through it. */
export function frame(site: Site): Site {
  return {
    ...site,
    settings: { ...site.settings, description: "", security: null },
    prize: named(site.prize),
    articles: [],
    frontPage: linked(site.frontPage),
    prizePage: linked(site.prizePage),
    sourcesPage: linked(site.sourcesPage),
    dataPage: linked(site.dataPage),
    notFoundPage: linked(site.notFoundPage),
    plainPages: site.plainPages.map(linked),
    foreignFrontPages: [],
    pages: [],
    editions: [],
    sources: [],
    figures: [],
    people: [],
    organisations: [],
    redirects: [],
  };
}
