import { isSameAddress, isSamePerson, namedPerson, personText } from '../../../patch/namedPerson.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { trailerLine, trailersNamed, valueSpan } from './trailersNamed.ts';

const LINUX = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: "Sign your work - the Developer's Certificate of Origin",
};
const LAST = { ...LINUX, heading: 'When to use Acked-by:, Cc:, and Co-developed-by:' };
const CHECKPATCH = { file: 'Documentation/dev-tools/checkpatch.rst', heading: 'Commit message' };
const UBOOT = { file: 'doc/develop/process.rst', heading: 'Review Process, Git Tags' };
// U-Boot says it here since 2023; in process.rst only in new releases.
const UBOOT_SIGNING = { file: 'doc/develop/sending_patches.rst', heading: 'Attributing Code, Copyrights, Signing' };
const UBOOT_CHECKPATCH = { ...CHECKPATCH, file: 'doc/develop/checkpatch.rst' };

const SIGNED = /^signed-off-by[ \t]*:/i;

const signers = (patch: PatchMail) =>
  trailersNamed(patch, 'signed-off-by').map((trailer) => ({ trailer, person: namedPerson(trailer.value) }));

/** Sign-offs that git does not see as trailers too: another rule speaks of their place. */
const signedAnywhere = ({ message }: PatchMail) =>
  message.flatMap(({ text }) => (SIGNED.test(text) ? [namedPerson(text.slice(text.indexOf(':') + 1))] : []));

const unsigned = eachPatch((patch) =>
  [...patch.message, ...patch.below].some(({ text }) => SIGNED.test(text))
    ? []
    : [{ patch, what: `Nobody has signed this patch off; it is by ${personText(patch.author)}.` }],
);

const notByAuthor = eachPatch((patch) => {
  const all = signers(patch);
  const first = all[0];
  if (!first || signedAnywhere(patch).some((person) => isSamePerson(person, patch.author))) return [];
  const seen = `${personText(patch.author)} is the author, but only ${all
    .map(({ person }) => personText(person))
    .slice(0, 3)
    .join(', ')} signed off.`;
  return [{ patch, line: trailerLine(first.trailer), span: valueSpan(first.trailer), what: seen }];
});

const otherAddress = eachPatch((patch) => {
  const all = signers(patch);
  if (all.some(({ person }) => isSameAddress(person, patch.author))) return [];
  const own = all.find(({ person }) => isSamePerson(person, patch.author));
  if (!own) return [];
  const what = `The author is ${personText(patch.author)}, the sign-off says ${personText(own.person)}.`;
  return [{ patch, line: trailerLine(own.trailer), span: valueSpan(own.trailer), what }];
});

const notBySender = eachPatch((patch) => {
  const all = signers(patch);
  const last = all.at(-1);
  if (!last || patch.sender.address === '' || isSamePerson(patch.sender, patch.author)) return [];
  if (signedAnywhere(patch).some((person) => isSamePerson(person, patch.sender))) return [];
  const what = `${personText(patch.sender)} sends this patch but has not signed it off.`;
  return [{ patch, line: trailerLine(last.trailer), what }];
});

/** A review or an agreement by the one who wrote the patch: it says nothing that the sign-off does not. */
const ownReview = eachPatch((patch) =>
  trailersNamed(patch, 'reviewed-by', 'acked-by')
    .filter(({ value }) => isSamePerson(namedPerson(value), patch.author))
    .map((trailer) => ({
      patch,
      line: trailerLine(trailer),
      what: `${personText(patch.author)} wrote this patch and gives it "${trailer.token}:", too. Is that meant?`,
    })),
);

const notLast = eachPatch((patch): readonly Finding[] => {
  const all = signers(patch);
  const last = all.at(-1);
  if (!last || isSamePerson(last.person, patch.sender)) return [];
  if (!all.some(({ person }) => isSamePerson(person, patch.sender))) return [];
  const what = `The last sign-off is of ${personText(last.person)}, but ${personText(patch.sender)} sends the patch.`;
  return [{ patch, line: trailerLine(last.trailer), span: valueSpan(last.trailer), what }];
});

const OWN = 'Signed-off-by: Ada Made <ada@made.example>';

/** Who has signed off, and who had to. */
export const signOff: readonly PreflightRule[] = [
  {
    name: 'sign-off-missing',
    title: 'no Signed-off-by at all',
    group: 'trailers',
    severity: 'error',
    sources: [
      { ...LINUX, phrase: 'then you just add a line saying' },
      { ...UBOOT, phrase: 'using a known identity and email address' },
      { ...UBOOT_SIGNING, phrase: 'Sign your changes, i. e. add a' },
    ],
    covers: ['TAG-01'],
    why: 'The sign-off says that the code may be given away under its license; without it nobody can merge the patch.',
    next: 'Read the Developer’s Certificate of Origin; if you can certify it: git commit --amend -s',
    look: unsigned,
    examples: [
      { given: { trailers: [] }, finds: 'Nobody has signed' },
      { given: {} },
      { given: { trailers: ['signed-off-by : Ada Made <ada@made.example>'] } },
      { given: { subject: '[PATCH 0/1] x: a cover', trailers: [], diff: '' } },
    ],
  },
  {
    name: 'sign-off-not-of-author',
    title: 'the author has not signed off',
    group: 'trailers',
    severity: 'error',
    sources: [
      { ...CHECKPATCH, phrase: 'author of the patch has not signed off' },
      { ...UBOOT_CHECKPATCH, phrase: 'author of the patch has not signed off' },
    ],
    covers: ['TAG-01'],
    why: 'Only who wrote the code can certify where it comes from; others can only pass it on.',
    next: 'Ask the author for their sign-off; if you are the author, set user.name and user.email and commit with -s.',
    look: notByAuthor,
    examples: [
      { given: { trailers: ['Signed-off-by: Bo Other <bo@other.example>'] }, finds: 'only Bo Other' },
      { given: { trailers: ['Signed-off-by: Made, Ada <ada@elsewhere.example>'] } },
      { given: { trailers: ['Signed-off-by: A. <Ada+kernel@made.example>'] } },
      { given: { trailers: [OWN, '', 'Signed-off-by: Bo Other <bo@other.example>'] } },
      { given: { from: 'Ána Made <a@x.example>', trailers: ['Signed-off-by: Ana Made <b@y.example>'] } },
      { given: { trailers: [] } },
    ],
  },
  {
    name: 'sign-off-address-differs',
    title: 'the author signs off with another address',
    group: 'trailers',
    severity: 'warning',
    sources: [
      { ...CHECKPATCH, phrase: "author's email does not match with that" },
      { ...UBOOT_CHECKPATCH, phrase: "author's email does not match with that" },
    ],
    covers: ['TAG-01'],
    why: 'Tools count and reach people by their address; two for one person on one patch look like two people.',
    next: 'Use one address: git commit --amend --reset-author -s, after setting user.email.',
    look: otherAddress,
    examples: [
      { given: { trailers: ['Signed-off-by: Ada Made <ada@work.example>'] }, finds: 'sign-off says Ada Made' },
      { given: { trailers: ['Signed-off-by: Ada Made <ada+kernel@made.example>'] } },
    ],
  },
  {
    name: 'sign-off-not-of-sender',
    title: 'the sender has not signed off',
    group: 'trailers',
    severity: 'error',
    sources: [{ ...LAST, phrase: 'must always be that of the developer submitting' }],
    covers: ['TAG-03'],
    why: 'Sign-offs record the way a patch took. Who sends somebody else’s patch is a station on it.',
    next: 'Add your own sign-off as the last: git commit --amend -s',
    look: notBySender,
    examples: [
      {
        given: {
          body: 'From: Bo Other <bo@other.example>\n\nText.',
          trailers: ['Signed-off-by: Bo Other <bo@other.example>'],
        },
        finds: 'has not signed it off',
      },
      { given: {} },
    ],
  },
  {
    name: 'sign-off-not-last',
    title: 'somebody else’s sign-off stands after the sender’s',
    group: 'trailers',
    severity: 'warning',
    sources: [{ ...LAST, phrase: 'must always be that of the developer submitting' }],
    covers: ['TAG-03'],
    why: 'The order of sign-offs is the order in which people had the patch; who sends it now had it last.',
    next: 'Move your sign-off below the others.',
    look: notLast,
    examples: [
      {
        given: {
          trailers: ['Signed-off-by: Ada Made <ada@made.example>', 'Signed-off-by: Bo Other <bo@other.example>'],
        },
        finds: 'The last sign-off is of Bo Other',
      },
      {
        given: {
          trailers: ['Signed-off-by: Bo Other <bo@other.example>', 'Signed-off-by: Ada Made <ada@made.example>'],
        },
      },
    ],
  },
  {
    name: 'own-patch-reviewed',
    title: 'the author’s own review of the patch',
    group: 'trailers',
    severity: 'note',
    sources: [{ ...LINUX, heading: "Reviewer's statement of oversight", phrase: 'communicated back to the submitter' }],
    covers: [],
    why: 'A review counts because a second person looked; your sign-off already says that you stand behind the patch.',
    next: 'Drop the tag: reviewers give theirs when they answer your mail.',
    look: ownReview,
    examples: [
      {
        given: {
          trailers: ['Reviewed-by: Ada Made <ada@made.example>', 'Signed-off-by: Ada Made <ada@made.example>'],
        },
        finds: 'gives it "Reviewed-by:"',
      },
      {
        given: {
          trailers: ['Reviewed-by: Bo Other <bo@other.example>', 'Signed-off-by: Ada Made <ada@made.example>'],
        },
      },
    ],
  },
];
