import type { Finding, KnownComponent, KnownFacts, Rule } from "./finding";
import { listed, quoteOf, sentencesOf, TROUBLE, WELL } from "./sentences";

/** Parts of names that do not tell one service from another. */
const GENERIC = new Set(
  "api app backend cluster core database frontend gateway server service services system web worker".split(
    " ",
  ),
);
const SHORTEST_STEM = 4;

/** Does the text speak of this service, in whatever form: `payment-gateway` as "payments"? */
export function speaksOf(text: string, name: string): boolean {
  const parts = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = parts.filter((part) => part.length > 2 && !GENERIC.has(part));
  return (telling.length > 0 ? telling : parts).some((part) => {
    const stem = part.replace(/(?:ing|s)$/, "");
    const beginning = stem.length < SHORTEST_STEM ? part : stem;
    return new RegExp(String.raw`(?<![\p{L}\p{N}])${beginning}`, "iu").test(text);
  });
}

/** Services that are said to suffer and do not, and those that suffer in silence. */
export const wrongServices: Rule = (post, facts) => [
  ...unaffected(post.text, facts),
  ...(post.status === "resolved" ? [] : unnamed(post.text, facts)),
];

function unaffected(text: string, { services, otherServices, components }: KnownFacts): Finding[] {
  if (services.length === 0) return [];
  const isAffected = (name: string) => services.some((service) => speaksOf(name, service));
  const standsForOne = ({ service }: KnownComponent) => services.includes(service ?? "");
  const changed = components.filter(({ isChanged }) => isChanged);
  const named = changed.flatMap(({ name, service }) => [name, service]);
  const others = [
    ...otherServices,
    ...components.filter((component) => !standsForOne(component)).map(({ name }) => name),
  ].filter((name) => !isAffected(name) && !named.includes(name));

  return sentencesOf(text)
    .filter((sentence) => TROUBLE.test(sentence) && !WELL.test(sentence))
    .flatMap((sentence) =>
      [...new Set(others)].flatMap((name): Finding[] => {
        const match = wholeName(name).exec(sentence);
        if (!match) return [];
        return [
          {
            kind: "service_unaffected",
            quote: quoteOf(match[0]),
            says: `Affected are ${listed(services)}.`,
            question: `Is ${match[0]} affected, too?`,
          },
        ];
      }),
    );
}

/** The name with its parts joined by hyphens, underscores or spaces, as a whole word. */
export function wholeName(name: string): RegExp {
  const parts = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${parts.join("[-_. ]")}(?![\p{L}\p{N}])`, "iu");
}

function unnamed(text: string, facts: KnownFacts): Finding[] {
  if (facts.impact.customer_facing === false) return [];
  const told = [text, ...facts.earlierPosts].join("\n");
  const isTold = (service: string) =>
    speaksOf(told, service) ||
    facts.components.some(
      (component) =>
        component.service === service && (component.isChanged || speaksOf(told, component.name)),
    );
  const silent = facts.services.filter((service) => !isTold(service));
  if (silent.length === 0) return [];
  const [are, them] = silent.length === 1 ? ["is", "it"] : ["are", "them"];
  return [
    {
      kind: "service_unnamed",
      quote: "",
      says: `${listed(silent)} ${are} affected, and no public post names ${them}.`,
      question: "Would customers miss it here?",
    },
  ];
}
