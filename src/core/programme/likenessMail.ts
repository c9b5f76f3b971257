import type { MailWords } from './receivedMail.ts';

/** Whoever handed in something that is much like another's is asked first; nothing is decided by it. */
export const likenessMail = (given: { readonly title: string; readonly link: string }): MailWords => ({
  subject: `A question about ${given.title}`,
  text: [
    `What you handed in for “${given.title}” is much like what somebody else handed in.`,
    'There are good reasons for that: you worked together, you share a machine, you followed the same page. It is no verdict, '
      + 'and the machine decides nothing by it. A mentor sees both pieces, with what you say.',
    'How did it come about? Say it here:',
    given.link,
  ].join('\n\n'),
});
