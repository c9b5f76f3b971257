import type { PublicName, PublicThing, Published } from '../../core/evidence/evidenceFacts.ts';
import { publicNames } from '../../core/evidence/publicNames.ts';
import { latin1 } from '../../core/latin1.ts';
import { readMail } from '../../core/mail/readMail.ts';
import { readPatchMail } from '../../core/patch/readPatchMail.ts';
import { type Known, known, notKnown } from '../../core/preflight/known.ts';
import { readCommit } from '../../edge/git/readCommit.ts';
import { readPublicMail } from '../../edge/readPublicMail.ts';
import type { LookUpOrder } from './lookUpEvidence.ts';

/** What the pieces name of what is public, looked up: mails in the programme's archive, commits in its tree. */
export const publishedOf = async ({
  pieces,
  evidence,
  tree,
  archive,
}: Omit<LookUpOrder, 'address'>): Promise<readonly Published[]> => {
  const wanted = new Set(evidence.needs.flatMap((need) => (need.kind === 'public' ? [need.what] : [])));
  const names = publicNames(pieces).filter(({ what }) => wanted.has(what));
  return Promise.all(
    names.map(async (name): Promise<Published> => {
      const found = name.what === 'message' ? await mailOf(name, archive) : await commitOf(name, tree);
      return { ...name, found };
    }),
  );
};

const mailOf = async ({ said }: PublicName, archive: string | undefined): Promise<Known<PublicThing | undefined>> => {
  const settle = `open https://lore.kernel.org/all/${encodeURIComponent(said)}/`;
  if (archive === undefined) return notKnown('The programme has no archive to look it up in.', settle);
  const read = await readPublicMail(archive, said);
  if (read.kind === 'none') return known(undefined);
  if (read.kind === 'unreachable') return notKnown(`The archive does not answer: ${read.because}.`, settle);
  const mail = readPatchMail(readMail(latin1(read.bytes), { file: 'the mail', at: 1 }));
  const text = mail.mail.lines.map((line) => line.text).join('\n');
  return known({ author: mail.author, subject: mail.subject.text, text });
};

const commitOf = async ({ said }: PublicName, tree: string | undefined): Promise<Known<PublicThing | undefined>> => {
  const settle = `git log -1 ${said}, in a clone of the tree`;
  if (tree === undefined) return notKnown('The programme has no tree to look it up in.', settle);
  const read = await readCommit(tree, said);
  if (read.kind === 'no repository') return notKnown('The programme’s tree has no history.', settle);
  return known(read.kind === 'none' ? undefined : read.commit);
};
