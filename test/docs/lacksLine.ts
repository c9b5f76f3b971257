/** Which of these names has no line of its own: one that begins with it, as `name`, in a table or a list. */
export const lacksLine = (markdown: string, names: readonly string[]): string[] =>
  names.filter((name) => !markdown.split('\n').some((line) => line.replace(/^[|*\s-]+/, '').startsWith(`\`${name}\``)));
