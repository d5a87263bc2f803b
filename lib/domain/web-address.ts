const LONGEST = 2000;

/** Why this text is no address that people may be sent to; `undefined` if it is one. */
export function addressProblem(text: string): string | undefined {
  if (text.length > LONGEST) return `Use ${LONGEST.toLocaleString("en")} characters at most.`;
  if (!URL.canParse(text)) return "Write the whole address, https:// included.";
  const { protocol, username, password } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:") {
    return "Only addresses that begin with https:// or http:// can be linked.";
  }
  return username || password ? "Leave out the user name and password." : undefined;
}
