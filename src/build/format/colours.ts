/** The colours that are needed outside the style sheet, the same as in `src/styles/tokens.css`; a test holds them together. */
export const colours = {
  paper: "#faf8f2",
  ink: "#1d1b17",
  muted: "#4b4840",
  fjord: "#0a4a56",
  sun: "#c06a00",
  darkPaper: "#11191b",
} as const;
