/** Counts the brackets of a JSON text outside of its strings, before anything that recurses sees them. */
export function isDeeperThan(text, levels) {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (inString) {
      if (character === "\\") i += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > levels) return true;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return false;
}
