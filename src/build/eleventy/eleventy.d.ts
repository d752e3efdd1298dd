declare module "@11ty/eleventy" {
  const Eleventy: new (
    input: string,
    output: string,
    options: import("./api.ts").RunOptions,
  ) => import("./api.ts").EleventyRun;
  export default Eleventy;
}
