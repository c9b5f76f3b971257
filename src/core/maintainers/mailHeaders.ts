import type { Recipient } from './recipient.ts';

type Unaddressed = Omit<Recipient, 'header'>;

/**
 * `To` for those who may apply the patch, `Cc` for reviewers, lists and those whom the history names. Where no section
 * of its own names a maintainer, `To` is for those of THE REST or of a keyword, else the lists, else everybody: some
 * name has to stand there.
 */
export const mailHeaders = (recipients: readonly Unaddressed[]): readonly Recipient[] => {
  const tiers = [isOwner, isMaintainer, ({ list }: Unaddressed) => list, () => true];
  const isTo = tiers.find((tier) => recipients.some(tier)) ?? isMaintainer;
  return recipients.map((recipient) => ({ ...recipient, header: isTo(recipient) ? 'To' : 'Cc' }));
};

const isMaintainer = ({ list, role, because: [first] }: Unaddressed): boolean =>
  !list && first?.kind === 'section' && !role.startsWith('reviewer:');

const isOwner = (recipient: Unaddressed): boolean =>
  isMaintainer(recipient)
  && recipient.because.some((one) => one.kind === 'section' && one.path !== '' && one.section !== 'THE REST');
