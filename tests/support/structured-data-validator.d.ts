declare module "@adobe/structured-data-validator" {
  /** Search engines' rules for schema.org types. Nodes come by the name of their type. */
  export default class Validator {
    validate(data: {
      readonly jsonld: Readonly<Record<string, readonly object[]>>;
    }): Promise<readonly { readonly severity: "ERROR" | "WARNING"; readonly issueMessage: string }[]>;
  }
}
