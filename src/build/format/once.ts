/** What is made when it is first asked for, and stays the same for as long as this process lives. Only who asks first says of what. */
export function once<Given extends unknown[], Made>(
  make: (...given: Given) => Made,
): (...given: Given) => Made {
  let made: { readonly it: Made } | undefined;
  return (...given) => {
    made ??= { it: make(...given) };
    return made.it;
  };
}
