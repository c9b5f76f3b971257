/** A diff for an example: lines with their marks become one hunk. */
export const exampleDiff = (
  path: string,
  lines: readonly string[],
  { isNew = false, mode = '100644', section = '' } = {},
): string => {
  const count = (marks: string): number => lines.filter((line) => marks.includes(line.charAt(0))).length;
  const start = isNew ? 0 : 10;
  return [
    `diff --git a/${path} b/${path}`,
    ...(isNew
      ? [`new file mode ${mode}`, 'index 000000000000..222222222222']
      : [`index 111111111111..222222222222 ${mode}`]),
    isNew ? '--- /dev/null' : `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -${start},${count(' -')} +${start || 1},${count(' +')} @@${section === '' ? '' : ` ${section}`}`,
    ...lines,
    '',
  ].join('\n');
};
