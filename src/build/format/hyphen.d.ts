declare module "hyphen/nb/index.js" {
  const norwegian: {
    /** Puts `hyphenChar` (a soft hyphen unless told) between the syllables of words of at least `minWordLength` letters. */
    hyphenateSync(text: string, options?: { minWordLength?: number; hyphenChar?: string }): string;
  };
  export default norwegian;
}
