import type { Recipient } from '../../../maintainers/recipient.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { known } from '../../known.ts';
import type { Checked, Finding, Looked, PreflightRule } from '../../rule.ts';
import { addressedTo, atHeader, isAddressed, sameAddress } from './addressedTo.ts';

const SOURCES = [
  {
    file: 'Documentation/process/submitting-patches.rst',
    heading: 'Select the recipients for your patch',
    phrase: 'always copy the appropriate subsystem maintainer(s)',
  },
  {
    file: 'doc/develop/sending_patches.rst',
    heading: 'General Patch Submission Rules',
    phrase: 'them when emailing your patch',
  },
];

const REST = 'linux-kernel@vger.kernel.org';

/** Named by a section of MAINTAINERS that is about these files, not by the one that is about everything. */
const isSpecific = ({ because }: Recipient): boolean =>
  because.some((why) => why.kind === 'section' && why.section !== 'THE REST');

const isMaintainer = (one: Recipient): boolean =>
  !one.list && isSpecific(one) && /^(?:maintainer|supporter|odd fixer)/.test(one.role);

const isOwnList = (one: Recipient): boolean => one.list && isSpecific(one) && sameAddress(one.address) !== REST;

/** Asks about every patch that says who gets it, together with those whom MAINTAINERS names for it. */
const eachAddressed =
  (look: (patch: PatchMail, recipients: readonly Recipient[]) => readonly Finding[]) =>
  ({ series, facts }: Checked): Looked => {
    if (!series.patches.some(isAddressed)) return undefined;
    if (!facts.recipients.known) return { unknown: facts.recipients.because, settle: facts.recipients.settle };
    const { value } = facts.recipients;
    return series.patches.flatMap((patch, at) => (isAddressed(patch) ? look(patch, value[at] ?? []) : []));
  };

const written = ({ name, address }: Recipient): string => (name === '' ? address : `${name} <${address}>`);

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const cc = (missing: readonly Recipient[]): string => {
  const options = missing.map((one) => `--${one.header.toLowerCase()}=${quoted(written(one))}`);
  return `git send-email ${options.join(' ')} FILE`;
};

const maintainersMissing = (patch: PatchMail, recipients: readonly Recipient[]): readonly Finding[] => {
  const has = addressedTo(patch);
  const maintainers = recipients.filter(isMaintainer);
  const missing = maintainers.filter(({ address }) => !has.has(sameAddress(address)));
  const [first] = missing;
  if (!first) return [];
  const all = missing.length === maintainers.length;
  const others = missing.length === 1 ? '' : ` and ${missing.length - 1} more`;
  return [
    {
      ...atHeader(patch),
      severity: all ? 'error' : 'warning',
      what: all
        ? `No maintainer of these files gets this mail: ${written(first)}${others} should.`
        : `${written(first)}${others} of the maintainers of these files do not get this mail.`,
      next: `Add them: ${cc(missing)}`,
    },
  ];
};

const listsMissing = (patch: PatchMail, recipients: readonly Recipient[]): readonly Finding[] => {
  const has = addressedTo(patch);
  const lists = recipients.filter(isOwnList);
  const missing = lists.filter(({ address }) => !has.has(sameAddress(address)));
  const [first] = missing;
  if (!first) return [];
  const none = missing.length === lists.length && !has.has(REST);
  return [
    {
      ...atHeader(patch),
      severity: none ? 'error' : 'warning',
      what: none
        ? `No mailing list gets this mail: ${first.address} should.`
        : `The list ${missing.map(({ address }) => address).join(', ')} does not get this mail.`,
      next: `Add it: ${cc(missing)}`,
    },
  ];
};

const nobody = ({ series, facts }: Checked): readonly Finding[] => {
  const [patch] = series.mails;
  if (!patch || series.mails.some(isAddressed)) return [];
  const named = facts.recipients.known ? facts.recipients.value.flat() : [];
  const once = [...new Map(named.map((one) => [sameAddress(one.address), one])).values()];
  const next = once.length === 0 ? {} : { next: `Ask patchling who FILE, then send: ${cc(once)}` };
  return [{ patch, what: 'Nobody is addressed yet: the mail has neither To nor Cc.', ...next }];
};

const recipient = (address: string, role: string, list = false): Recipient => ({
  address,
  name: list ? '' : 'Max Maintain',
  role,
  list,
  header: list ? 'Cc' : 'To',
  line: address,
  because: [{ kind: 'section', section: 'SLAB', pattern: 'F: mm/', file: 'MAINTAINERS', line: 1, path: 'mm/slub.c' }],
});

const max = recipient('max@maintain.example', 'maintainer:SLAB');
const may = recipient('may@maintain.example', 'maintainer:SLAB');
const list = recipient('linux-mm@kvack.org', 'open list:SLAB', true);
const facts = { recipients: known([[max, may, list]]) };
const to = (To: string) => ({ headers: { To } });

/** The people and lists that MAINTAINERS names. */
export const missingRecipients: readonly PreflightRule[] = [
  {
    name: 'maintainer-not-addressed',
    title: 'a maintainer of the files does not get the mail',
    group: 'recipients',
    severity: 'error',
    sources: SOURCES,
    covers: ['RCP-01'],
    why: 'Whoever could apply the patch has to know of it; what is only on a list is easily overlooked.',
    next: 'Add the people whom scripts/get_maintainer.pl names.',
    look: eachAddressed(maintainersMissing),
    examples: [
      { given: to('linux-mm@kvack.org'), facts, finds: 'No maintainer of these files' },
      { given: to('max@maintain.example'), facts, finds: 'of the maintainers of these files do not' },
      { given: to('Max <MAX@maintain.example>, may@maintain.example'), facts },
      { given: { ...to('linux-mm@kvack.org'), from: 'Max <max@maintain.example>' }, facts, finds: 'do not get' },
      { given: {}, facts },
      { given: to('a@b.example'), unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'list-not-addressed',
    title: 'the mailing list of the files does not get the mail',
    group: 'recipients',
    severity: 'error',
    sources: SOURCES,
    covers: ['RCP-01'],
    why: 'Review happens on the list, and tools take patches from its archive; without it the patch was not posted.',
    next: 'Add the list that scripts/get_maintainer.pl names.',
    look: eachAddressed(listsMissing),
    examples: [
      { given: to('max@maintain.example'), facts, finds: 'No mailing list gets' },
      { given: to('linux-kernel@vger.kernel.org'), facts, finds: 'linux-mm@kvack.org does not' },
      { given: to('linux-mm@kvack.org'), facts },
      { given: {}, facts },
    ],
  },
  {
    name: 'nobody-addressed',
    title: 'the mails are addressed to nobody yet',
    group: 'recipients',
    severity: 'note',
    sources: SOURCES,
    covers: ['RCP-01'],
    why: 'A patch that its maintainers and their list do not get is not reviewed.',
    next: 'Ask patchling who FILE; then git send-email --to=MAINTAINER --cc=LIST FILE.',
    look: nobody,
    examples: [
      { given: {}, facts, finds: 'Nobody is addressed yet' },
      { given: {}, finds: 'Nobody is addressed yet' },
      { given: to('max@maintain.example') },
    ],
  },
];
