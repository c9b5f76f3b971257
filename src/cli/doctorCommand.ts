import { examineTools, type Tool } from '../bench/examineTools.ts';
import type { Run } from './commandTable.ts';

const APT = 'sudo apt-get install ';

/** `doctor`: always 0, whatever it lists. */
export const run: Run = async ({ host, json, say, paint }) => {
  const tools: Tool[] = [];
  for await (const tool of examineTools(host)) {
    tools.push(tool);
    const { neededFor: needed_for, ...rest } = tool;
    if (json) say(JSON.stringify({ ...rest, needed_for }));
  }
  if (json) return 0;
  const missing = tools.filter(({ found }) => !found);
  say(
    paint(
      'strong',
      missing.length === 0 ? 'Everything is here.' : `${missing.length} of ${tools.length} things are missing.`,
    ),
  );
  say();
  const width = Math.max(...tools.map(({ tool }) => tool.length));
  for (const { tool, found, version, neededFor, install } of tools) {
    const mark = found ? paint('leaf', '✓') : paint('fails', '✗');
    say(`  ${mark} ${tool.padEnd(width)}  ${found ? paint('soft', version) : `missing: needed for ${neededFor}`}`);
    if (!found) say(`    ${' '.repeat(width)}  ${install}`);
  }
  const packages = missing.flatMap(({ install }) => (install.startsWith(APT) ? install.slice(APT.length) : []));
  if (packages.length > 1) say(`\nAll at once: ${APT}${packages.join(' ')}`);
  return 0;
};
