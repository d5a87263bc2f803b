/** The people of the demo's company. */
export const PEOPLE = [
  "Grace Okafor",
  "Tomas Herrera",
  "Priya Raman",
  "Noor El-Sayed",
  "Jonas Weber",
  "Mei Tanaka",
  "Oskar Nilsson",
  "Helena Duarte",
  "Samir Patel",
  "Kofi Mensah",
  "Ingrid Solberg",
  "Daniel Cho",
  "Laura Bianchi",
] as const;
export type Person = (typeof PEOPLE)[number];

/** The address that records have for a person: first and last name at example.com. */
export function emailOf(person: Person): string {
  const handle = person.toLowerCase().replaceAll(/[^a-z ]/g, "");
  return `${handle.replaceAll(" ", ".")}@example.com`;
}
