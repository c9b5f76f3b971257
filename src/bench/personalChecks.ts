import { missingWhy } from '../core/patch/commitMessage.ts';
import type { Check } from '../core/verdict.ts';

/** The why, the sign-off and the author: nobody else can give them. */
export const personalChecks = (mail: string): Check[] => {
  const [message = ''] = mail.split(/^---$/m);
  const from = /^From: (.*)$/m.exec(message)?.[1] ?? '';
  const isAuthored = !from.includes('you@example.com');
  return [
    message.includes(missingWhy)
      ? {
          check: 'the why',
          verdict: 'fails',
          seen: 'It is not written yet: only you can say why the change is needed.',
        }
      : { check: 'the why', verdict: 'holds', seen: 'It is written; whether it convinces is for a reader to say.' },
    /^Signed-off-by: .+ <.+>$/m.test(message)
      ? { check: 'sign-off', verdict: 'holds', seen: 'Signed off.' }
      : {
          check: 'sign-off',
          verdict: 'fails',
          seen: 'It is not signed off: that is your legal word, added with --signoff.',
        },
    ...(isAuthored
      ? []
      : [{ check: 'author', verdict: 'fails', seen: 'Git does not know your name and address.' } as const]),
  ];
};
