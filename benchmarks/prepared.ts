import { cutSeries } from '../test/world/cutSeries.ts';
import { preparedSeries } from '../test/world/preparedSeries.ts';
import { newPerson } from '../test/world/runPatchling.ts';
import { treeName } from './treeName.ts';

/** Series cut from a history, prepared by us, against git format-patch's mails; git am and b4 take them. */
const history = process.env['PATCHLING_HISTORY'] ?? '';
const [seed = '2026', count = '30'] = process.argv.slice(2);
const person = newPerson({ GIT_AUTHOR_NAME: 'A Maker', GIT_AUTHOR_EMAIL: 'maker@example.org' });
const rows: string[] = [];
const additions = new Set<string>();
const sum = { mails: 0, equal: 0, am: 0, b4: 0, beyond: 0 };
const said: string[] = [];
const cut = cutSeries(history, seed, Number(count));
for (const [index, series] of cut.entries()) {
  const one = preparedSeries(person, history, series);
  for (const name of one.additions) additions.add(name);
  sum.mails += one.mails;
  sum.equal += one.equal;
  if (one.am === 'the same tree') sum.am++;
  if (one.b4 === 'the same tree') sum.b4++;
  if (one.b4.startsWith('left out')) sum.beyond++;
  rows.push(`| ${series.tip.slice(0, 12)} | ${one.length} | ${one.equal} of ${one.mails} | ${one.am} | ${one.b4} |`);
  if (one.unequal !== undefined) said.push(`- ${series.tip.slice(0, 12)}: ${one.unequal}`);
  process.stderr.write(`\r${index + 1} of ${cut.length}`);
}
const beyond = `${sum.beyond} left out, as b4 0.12 cannot carry them in any form`;
process.stdout.write(`# Series prepared, against git format-patch, git am and b4

\`node benchmarks/prepared.ts ${seed} ${count}\` on ${treeName(history)}: ${cut.length} series of 1 to 12 commits.

- ${sum.equal} of ${sum.mails} mails are git format-patch's, byte for byte, once these are taken out:
  ${[...additions].join(', ')}.
- git am: ${sum.am} of ${cut.length} give the tree of the commits.
- b4 am -m: ${sum.b4} of ${cut.length - sum.beyond} give the tree of the commits; ${beyond}.

| series | patches | mails as git's | git am | b4 am |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
${said.length > 0 ? `\nNot equal:\n\n${said.join('\n')}\n` : ''}`);
