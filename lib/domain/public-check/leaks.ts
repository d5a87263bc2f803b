import { emailsIn } from "../mask";
import type { Finding, Rule } from "./finding";
import { quoteOf } from "./sentences";

const SEVERITY = /\bSEV ?-?[1-4]\b/gi;
const CHANNEL = /(?<![\w/&])#[a-z][\w-]{2,}/gi;
const FULL_NAME = /\S\s+\S/;

/** What is known inside only: people, addresses, names of services, severities, channels, keys. */
export const leaks: Rule = ({ text }, { key, people, internalNames, components }) => {
  const isPublic = (name: string) => components.some((component) => component.name === name);
  const found: [string, string][] = [
    ...emailsIn(text).map((address): [string, string] => [address, "An e-mail address."]),
    ...named(
      text,
      people.filter((name) => FULL_NAME.test(name)),
    ).map((name): [string, string] => [name, "Someone who works on this incident."]),
    ...named(
      text,
      internalNames.filter((name) => !isPublic(name)),
    ).map((name): [string, string] => [name, "The name of a service as it is known inside."]),
    ...named(text, [key]).map((name): [string, string] => [name, "The incident's own key."]),
    ...[...text.matchAll(SEVERITY)].map(([word]): [string, string] => [word, "A severity."]),
    ...[...text.matchAll(CHANNEL)].map(([word]): [string, string] => [word, "A channel inside."]),
  ];
  return [...new Map(found)].map(([quote, what]): Finding => ({
    kind: "leak",
    quote: quoteOf(quote),
    says: `${what} Customers do not know it.`,
    question: "Should everyone read it?",
  }));
};

function named(text: string, names: string[]): string[] {
  return names.flatMap((name) => {
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
    const whole = new RegExp(String.raw`(?<![\p{L}\p{N}-])${literal}(?![\p{L}\p{N}-])`, "iu");
    return whole.exec(text)?.[0] ?? [];
  });
}
