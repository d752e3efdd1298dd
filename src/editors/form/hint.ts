/** A field's hint for those who answer in a form or at a prompt: the words of the files in everyday ones. */
export function plainHint(hint: string): string {
  return hint
    .replace(/^true (?=når|så)/, "Ja ")
    .replace(/([;,] (?:eller |ellers )?)null\b/g, "$1tomt")
    .replace(/\bi people\b/, "i listen over personer");
}
