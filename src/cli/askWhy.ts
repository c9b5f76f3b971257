import type { Face } from './face.ts';

/** Three questions that a maintainer would ask; the answers are the person's own words, and so is what comes of them. */
const QUESTIONS = [
  'Where does the count come from, and who can make it large? ',
  'What would go wrong if the size wrapped: who uses the memory? ',
  'Why is it right to change this here (was it reported, is it reached)? ',
];

const HELP = `
# Why is this change needed? Lines that begin with # are left out. Say the problem first, then what a user would see.
# An empty text leaves the patch without a why; the check refuses it until there is one.
# Place: `;

/** On a terminal: the questions, then the editor, as \`git commit\` does. Elsewhere nothing is asked. */
export const askWhy = async ({ host, json, note }: Face, place: string): Promise<string | undefined> => {
  const { terminal } = host;
  if (!terminal.isInteractive || json) return undefined;
  note('Only you can say why. Three questions; Enter leaves one out.');
  const answers: string[] = [];
  for (const question of QUESTIONS) answers.push(await terminal.ask(question));
  const begun = answers.filter((answer) => answer !== '').join('\n\n');
  if (begun === '') return undefined;
  const edited = terminal.edit(`${begun}\n${HELP}${place}\n`) ?? begun;
  const why = edited
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .trim();
  return why === '' ? undefined : why;
};
