import { relative } from 'node:path';
import type { Asked } from '../core/maintainers/recipientsOf.ts';
import { type Trap, trapsOf } from '../core/maintainers/trapsOf.ts';
import { splitMails } from '../core/patch/splitMails.ts';
import type { Host } from '../edge/host.ts';
import { askedByPatch, askedByPath, askedTogether } from '../gather/askedTogether.ts';
import { type OpenBook, openBook } from '../gather/openBook.ts';
import { type Answer, recipientsFor } from '../gather/recipientsFor.ts';
import { treeWords } from '../gather/treeWords.ts';
import type { WhoInput } from './whoInputs.ts';

type Needs = Pick<Host, 'git' | 'trees' | 'env'>;

/** Who gets one file's change, or one mail. */
export interface WhoAnswer extends Answer {
  readonly input: string;
  /** Of a file with several mails: which, from 1. */
  readonly mail?: number;
  readonly subject?: string;
  readonly isCover: boolean;
  readonly kind: WhoInput['kind'];
  readonly files: readonly string[];
  readonly traps: readonly Trap[];
}

interface Question {
  readonly input: string;
  readonly mail?: number;
  readonly subject?: string;
  readonly isCover: boolean;
  readonly kind: WhoInput['kind'];
  readonly asked: Asked;
}

// To the script `--- /dev/null` names a file, of a folder dev; to a person it says that there was none.
const NO_FILE = 'dev/null';

/** One answer for each file and each mail, in their order. A cover letter goes to all who get a mail of its series. */
export async function* whoGets(host: Needs, book: OpenBook, inputs: readonly WhoInput[]): AsyncGenerator<WhoAnswer> {
  const words = treeWords(host, book.tree);
  const questions = inputs.flatMap((input) => questionsOf(host, book, input));
  const series = askedTogether(questions.filter(({ kind }) => kind === 'patch').map(({ asked }) => asked));
  for (const { asked: own, ...question } of questions) {
    const asked = question.isCover ? series : own;
    const answer = await recipientsFor(host, book, asked);
    const owners = new Map([...answer.owners].filter(([file]) => file !== NO_FILE));
    yield { ...question, ...answer, owners, files: [...owners.keys()], traps: trapsOf(owners, words) };
  }
}

/** One answer for all inputs, as the script gives it for the same arguments: it does not know of mails in a file. */
export const whoGetsAll = (host: Needs, book: OpenBook, inputs: readonly WhoInput[]): Promise<Answer> =>
  recipientsFor(
    host,
    book,
    askedTogether(
      inputs.map((input) =>
        input.kind === 'path' ? askedByPath(host, book, input.path) : askedByPatch(book, input.bytes),
      ),
    ),
  );

/** Who gets the patch in a file, with the tree's own settings. */
export const whoGetsPatch = (
  host: Needs & Pick<Host, 'readBytes'>,
  order: { tree: string; patch: string },
): Promise<Answer> => {
  const book = openBook(host, order.tree);
  const input = relative(order.tree, order.patch);
  return whoGetsAll(host, book, [{ kind: 'patch', input, bytes: host.readBytes(order.patch) }]);
};

const questionsOf = (host: Needs, book: OpenBook, input: WhoInput): readonly Question[] => {
  if (input.kind === 'path') {
    return [{ input: input.input, isCover: false, kind: 'path', asked: askedByPath(host, book, input.path) }];
  }
  const mails = splitMails(Buffer.from(input.bytes).toString('latin1'));
  return mails.map(({ text, subject, isCover }, at) => ({
    input: input.input,
    ...(mails.length > 1 && { mail: at + 1 }),
    ...(subject !== '' && { subject: Buffer.from(subject, 'latin1').toString('utf8') }),
    isCover,
    kind: 'patch' as const,
    asked: askedByPatch(book, Buffer.from(text, 'latin1')),
  }));
};
