import type { Face } from './face.ts';
import { folded } from './folded.ts';

/** Three questions that a maintainer would ask; the answers are the person's own words, and so is what comes of them. */
const QUESTIONS = [
  'Where does the count come from, and who can make it large?',
  'What would go wrong if the size wrapped: who uses the memory?',
  'Why is it right to change this here: was it reported, is it reached?',
];

const OPENING = 'Only you can say why this is worth changing. Three questions, then your editor; Enter leaves one out.';

const HELP = `
# Why is this change needed? Say the problem first, then what a user would see.
# Lines that begin with # are left out. An empty text leaves the patch without a
# why; the check refuses it until there is one.
# Place: `;

/** On a terminal: the questions, then the editor, as \`git commit\` does. Elsewhere nothing is asked. */
export const askWhy = async ({ host, json, note, width }: Face, place: string): Promise<string | undefined> => {
  const { terminal } = host;
  if (!terminal.isInteractive || json) return undefined;
  for (const line of folded(OPENING, width)) note(line);
  const answers: string[] = [];
  for (const [index, question] of QUESTIONS.entries()) {
    note('');
    for (const line of folded(`${index + 1}. ${question}`, width)) note(line);
    answers.push(await terminal.ask('> '));
  }
  note('');
  const begun = answers.filter((answer) => answer !== '').join('\n\n');
  if (begun === '') return undefined;
  const edited = terminal.edit(`${begun}\n${HELP}${place}\n`);
  if (edited === undefined) note('The editor failed, so your answers are taken as they are.');
  const why = (edited ?? begun)
    .split('\n')
    .filter((line) => edited === undefined || !line.startsWith('#'))
    .join('\n')
    .trim();
  return why === '' ? undefined : why;
};
