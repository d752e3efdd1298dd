/**
 * Tells the process that watches over this one what begins now, as «minify 2017/index.html»: if it never ends, that is
 * what is named when it is stopped. Does nothing where nobody watches, as in live preview.
 */
export function beginStep(name: string): void {
  process.send?.({ step: name });
}
