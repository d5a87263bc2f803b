/** The box that a start ends with: where the portal is, how to sign in, where the data are. */
export function boxOf({ baseUrl, signIn, dataDir }) {
  const lines = [
    "Muster is running",
    "",
    `Portal        ${baseUrl}`,
    `Sign in       ${signIn}`,
    `Status page   ${baseUrl}/status`,
    `Data folder   ${dataDir}`,
    "",
    "Stop with Ctrl+C. Your data stay in the data folder.",
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const rows = lines.map((line) => `│ ${line.padEnd(width)} │`);
  const edge = "─".repeat(width + 2);
  return `\n┌${edge}┐\n${rows.join("\n")}\n└${edge}┘\n`;
}
