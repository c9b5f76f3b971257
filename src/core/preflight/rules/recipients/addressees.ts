import type { PatchMail, Person } from '../../../patch/patchMail.ts';
import { known } from '../../known.ts';
import { type Checked, eachMail, eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { addressedTo, atHeader, isAddressed, sameAddress } from './addressedTo.ts';

const SELECT = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: 'Select the recipients for your patch',
};

const KERNEL_LIST = 'linux-kernel@vger.kernel.org';
const API_LIST = 'linux-api@vger.kernel.org';
const LINUS = 'torvalds@linux-foundation.org';
const SECURITY = 'security@kernel.org';

// More than a maintainer, some reviewers and the lists of a patch that touches several subsystems.
const MANY = 30;

const everybody = ({ to, cc }: PatchMail): readonly Person[] => [...to, ...cc];

const missing =
  (address: string, what: string, isMeant: (patch: PatchMail) => boolean = () => true) =>
  (patch: PatchMail): readonly Finding[] =>
    isAddressed(patch) && !isPrivate(patch) && isMeant(patch) && !addressedTo(patch).has(address)
      ? [{ ...atHeader(patch), what }]
      : [];

const isPrivate = (patch: PatchMail): boolean => addressedTo(patch).has(SECURITY);

const touchesInterface = ({ diff }: PatchMail): boolean =>
  diff.some(({ path }) => /(?:^|\/)include\/uapi\/|^Documentation\/ABI\/(?:stable|testing)\//.test(path));

const reporterMissing = (patch: PatchMail): readonly Finding[] => {
  if (!isAddressed(patch)) return [];
  const has = addressedTo(patch);
  return patch.trailers.flatMap(({ token, value, at, lines }): readonly Finding[] => {
    const address = /^reported(?:-and-tested)?-by$/i.test(token) ? /<([^<>\s]+@[^<>\s]+)>/.exec(value)?.[1] : undefined;
    if (address === undefined || has.has(sameAddress(address))) return [];
    const text = lines[0] ?? '';
    const from = text.indexOf(address);
    const what = `${address}, who reported it, does not get this mail.`;
    return [{ patch, line: { text, at }, ...(from >= 0 && { span: [from, from + address.length] as const }), what }];
  });
};

const linusAddressed = (patch: PatchMail, { facts, series }: Checked): readonly Finding[] => {
  if (!everybody(patch).some(({ address }) => sameAddress(address) === LINUS)) return [];
  const { recipients } = facts;
  const at = series.patches.indexOf(patch);
  const isNamed =
    recipients.known && (recipients.value[at] ?? []).some(({ address }) => sameAddress(address) === LINUS);
  return isNamed ? [] : [{ ...atHeader(patch, LINUS), what: 'The mail goes to Linus Torvalds himself.' }];
};

const isPublicList = (address: string): boolean =>
  /@(?:vger\.kernel\.org|lists\.[\w.-]+|kvack\.org|googlegroups\.com|lists\.linux\.dev)$/.test(sameAddress(address));

const securityInPublic = (patch: PatchMail): readonly Finding[] => {
  const list = everybody(patch).find(({ address }) => isPublicList(address));
  if (!list || !isPrivate(patch)) return [];
  const what = `The mail goes to ${SECURITY} and to ${list.address}, which everybody can read.`;
  return [{ ...atHeader(patch, list.address), what }];
};

const unusable = (patch: PatchMail): readonly Finding[] =>
  everybody(patch)
    .filter(({ address }) => !/^[^\s@<>(),;:]{1,200}@[^\s@<>(),;:]{1,200}$/.test(address))
    .slice(0, 5)
    .map(({ address }) => ({ ...atHeader(patch, address), what: `"${address}" is no mail address.` }));

const tooMany = (patch: PatchMail): readonly Finding[] => {
  const count = new Set(everybody(patch).map(({ address }) => sameAddress(address))).size;
  return count > MANY
    ? [{ ...atHeader(patch), what: `The mail goes to ${count} addresses: does it concern all of them?` }]
    : [];
};

const headers = (To: string, Cc = '') => ({ headers: { To, Cc } });
const uapi = exampleDiff('include/uapi/linux/slub.h', [' ', '+#define SLUB_A 1', ' ']);
const reported = ['Reported-by: Rob Report <rob@report.example>', 'Signed-off-by: Ada Made <ada@made.example>'];

/** Who gets the mails and who should not. */
export const addressees: readonly PreflightRule[] = [
  {
    name: 'kernel-list-not-addressed',
    title: 'linux-kernel@vger.kernel.org does not get the mail',
    group: 'recipients',
    severity: 'warning',
    sources: [{ ...SELECT, phrase: 'should be used by default for all patches' }],
    covers: ['RCP-02'],
    why: 'Its archive is where people and tools look for patches; test robots read it too.',
    next: `Add it: git send-email --cc=${KERNEL_LIST} FILE`,
    look: eachPatch(missing(KERNEL_LIST, `${KERNEL_LIST} does not get this mail.`)),
    examples: [
      { given: headers('max@maintain.example'), finds: 'does not get this mail' },
      { given: headers('max@maintain.example', KERNEL_LIST) },
      { given: headers('security@kernel.org') },
      { given: {} },
    ],
  },
  {
    name: 'reporter-not-addressed',
    title: 'who reported it does not get the mail',
    group: 'recipients',
    severity: 'warning',
    sources: [
      {
        file: 'Documentation/process/5.Posting.rst',
        heading: 'Sending the patch',
        phrase: 'copy the original poster as well',
      },
    ],
    covers: ['RCP-04'],
    why: 'They can say whether the patch cures what they saw, and they wait to hear of it.',
    next: 'Add them to Cc; git send-email does so by itself unless --suppress-cc forbids it.',
    look: eachPatch(reporterMissing),
    examples: [
      { given: { ...headers('max@maintain.example'), trailers: reported }, finds: 'rob@report.example' },
      { given: { ...headers('Rob@report.example'), trailers: reported } },
      { given: { trailers: reported } },
    ],
  },
  {
    name: 'linus-addressed',
    title: 'the mail goes to Linus Torvalds',
    group: 'recipients',
    severity: 'warning',
    sources: [{ ...SELECT, phrase: 'do your best to -avoid-' }],
    covers: ['RCP-05'],
    why: 'Patches reach him through the maintainers, who have read them; directly he gets far too many mails.',
    next: 'Take him out of To and Cc.',
    look: eachMail(linusAddressed),
    examples: [
      { given: headers('Linus Torvalds <torvalds@linux-foundation.org>'), finds: 'Linus Torvalds himself' },
      { given: headers('max@maintain.example') },
      {
        given: headers(LINUS),
        facts: {
          recipients: known([
            [
              {
                address: LINUS,
                name: 'Linus',
                role: 'maintainer:X',
                list: false,
                header: 'To',
                line: LINUS,
                because: [],
              },
            ],
          ]),
        },
      },
    ],
  },
  {
    name: 'api-list-not-addressed',
    title: 'an interface to programs changes, and its list does not get the mail',
    group: 'recipients',
    severity: 'warning',
    sources: [
      { ...SELECT, phrase: 'User-space API changes should also be copied' },
      {
        file: 'Documentation/process/submit-checklist.rst',
        heading: 'Provide documentation',
        phrase: 'userspace interfaces should be CCed',
      },
    ],
    covers: ['RCP-06'],
    why: 'What programs may rely on can never be taken back, so those who know such interfaces want to see it first.',
    next: `Add it: git send-email --cc=${API_LIST} FILE`,
    look: eachPatch(
      missing(
        API_LIST,
        `The patch changes an interface to programs, and ${API_LIST} does not get it.`,
        touchesInterface,
      ),
    ),
    examples: [
      { given: { ...headers('max@maintain.example'), diff: uapi }, finds: 'does not get it' },
      { given: { ...headers('max@maintain.example', API_LIST), diff: uapi } },
      { given: headers('max@maintain.example') },
      { given: { diff: uapi } },
    ],
  },
  {
    name: 'security-list-with-public-list',
    title: 'the security team and a public list get the same mail',
    group: 'recipients',
    severity: 'warning',
    sources: [{ ...SELECT, phrase: 'should not be sent to any public lists' }],
    covers: ['RCP-08'],
    why: 'What should be kept until it is repaired is then known to everybody; what is public needs no secrecy.',
    next: 'If it is exploitable and not public, send it to security@kernel.org alone; else leave that address out.',
    look: eachMail(securityInPublic),
    examples: [
      { given: headers(SECURITY, KERNEL_LIST), finds: 'which everybody can read' },
      { given: headers(SECURITY, 'max@maintain.example') },
      { given: headers(KERNEL_LIST) },
    ],
  },
  {
    name: 'address-malformed',
    title: 'something in To or Cc is no mail address',
    group: 'recipients',
    severity: 'warning',
    sources: [{ ...SELECT, phrase: 'pass paths to your patches as arguments' }],
    covers: ['RCP-01'],
    why: 'Some servers refuse the whole mail for it; others drop one recipient and nobody notices.',
    next: 'Put the address right: `Name <name@host>`, a name with a comma or a dot in double quotes.',
    look: eachMail(unusable),
    examples: [
      { given: headers('Max Maintain <max at maintain.example>'), finds: 'is no mail address' },
      { given: headers('Max Maintain <max@maintain.example>, max+slab@maintain.example') },
    ],
  },
  {
    name: 'too-many-recipients',
    title: 'very many recipients',
    group: 'recipients',
    severity: 'note',
    sources: [{ ...SELECT, phrase: 'spam unrelated lists and unrelated people' }],
    covers: ['RCP-01'],
    why: 'Lists hold back mails with long headers, and people whom it does not concern stop reading.',
    next: 'Keep the maintainers, the reviewers and the lists of the files; leave out who once touched them.',
    look: eachMail(tooMany),
    examples: [
      {
        given: headers(Array.from({ length: 31 }, (_one, at) => `p${at}@maintain.example`).join(', ')),
        finds: 'goes to 31 addresses',
      },
      { given: headers('max@maintain.example, max@maintain.example') },
    ],
  },
];
