/** A Markdown file with what is known of the text before it, as YAML. */
export function postmortemFile(about: Record<string, string | number>, body: string): string {
  const lines = Object.entries(about).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}
