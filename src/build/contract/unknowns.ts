import { licences } from "../../model/licence.ts";
import type { Figure, Organisation, Person, Picture, Source } from "../../model/site.ts";

// What a reference that leads nowhere gives once it has been told, so that the reading goes on to the next mistake.
export const organisation: Organisation = { id: "", name: "", short: "" };
export const person: Person = { id: "", name: "", role: "", organisation: null };
export const source: Source = { id: "", publisher: "", url: "", taken: "" };
export const figure: Figure = { id: "", label: "", qualifier: null, value: 0, to: null, unit: "", source };
export const picture: Picture = {
  id: "",
  edition: 0,
  title: "",
  url: "",
  captionHtml: "",
  captionText: "",
  alt: "",
  people: [],
  leftToRight: false,
  allPeopleKnown: false,
  credit: null,
  licence: licences.ukjent,
  date: null,
  focus: null,
  photograph: null,
  standIn: null,
};
