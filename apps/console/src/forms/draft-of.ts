/** Name under which what is typed into a form is kept until it is sent. */
export const draftOf = (
  person: string,
  agreement: string,
  command: string,
  given: Readonly<Record<string, string>>,
): string => `${person}.${agreement}.${command}.${JSON.stringify(given)}`;
