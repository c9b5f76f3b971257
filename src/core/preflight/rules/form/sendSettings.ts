import type { MailSettings } from '../../facts.ts';
import type { PreflightRule, Source } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const INLINE = [
  writtenIn.plainText('should be submitted by e-mail "inline"'),
  writtenIn.ubootRules('by not using your regular mail tool'),
];
const COPIES = [
  writtenIn.sending('send copies to anybody who might'),
  writtenIn.ubootRules('CC them when emailing your patch'),
];
const THREADS = [
  writtenIn.sending('please stay away from the --chain-reply-to option'),
  writtenIn.ubootVersions('so threading of messages is working'),
];
const SUBJECT = [
  writtenIn.patchInSubject('prefix your subject line with [PATCH]'),
  writtenIn.ubootRules('Include the string "PATCH" in the Subject'),
];
const NUMBERS = [
  writtenIn.canonicalFormat('may be numbered like this: 1/4, 2/4'),
  writtenIn.ubootRules('titles clearly state the patch order and total'),
];
const SIGNING = [
  writtenIn.certificate('can certify the below'),
  writtenIn.ubootTags('using a known identity and email address'),
];
const UNTOUCHED = [
  writtenIn.mailers('should send the patch text untouched'),
  writtenIn.ubootRules('mailer does not mangle the patch by automatic'),
];

interface Setting {
  readonly name: string;
  readonly title: string;
  readonly key: string;
  /** Whether a value, in lower case, does harm. */
  readonly harms: (value: string) => boolean;
  readonly wrong: string;
  readonly right: string;
  readonly why: string;
  readonly next: string;
  readonly covers: readonly string[];
  readonly sources: readonly Source[];
}

// A key without a value counts as true, as in git.
const isOn = (value: string): boolean => /^(?:true|yes|on|1|)$/.test(value);
const isOff = (value: string): boolean => /^(?:false|no|off|0)$/.test(value);

const SETTINGS: readonly Setting[] = [
  {
    name: 'setting-chains-replies',
    title: 'git is set to make each mail an answer to the one before',
    key: 'sendemail.chainreplyto',
    harms: isOn,
    wrong: 'true',
    right: 'false',
    why: 'The thread gets as deep as the series is long.',
    next: 'git config sendemail.chainReplyTo false',
    covers: ['RCP-15'],
    sources: THREADS,
  },
  {
    name: 'setting-nests-threads',
    title: 'git is set to make deep threads',
    key: 'format.thread',
    harms: (value) => value === 'deep',
    wrong: 'deep',
    right: 'shallow',
    why: 'The thread gets as deep as the series is long.',
    next: 'git config format.thread shallow',
    covers: ['RCP-15'],
    sources: THREADS,
  },
  {
    name: 'setting-sends-without-thread',
    title: 'git is set to send mails that do not hang together',
    key: 'sendemail.thread',
    harms: isOff,
    wrong: 'false',
    right: 'true',
    why: "The parts of a series lie scattered in everybody's mailbox.",
    next: 'git config sendemail.thread true',
    covers: ['RCP-14'],
    sources: [writtenIn.sending('so that they all thread together at'), ...THREADS.slice(1)],
  },
  {
    name: 'setting-encodes-mail',
    title: 'git is set to encode the text of mails',
    key: 'sendemail.transferencoding',
    harms: (value) => value === 'base64',
    wrong: 'base64',
    right: '8bit',
    why: 'The lists and many programs show such a patch as letters without sense.',
    next: 'git config sendemail.transferEncoding 8bit',
    covers: ['RCP-09'],
    sources: UNTOUCHED,
  },
  {
    name: 'setting-attaches-patch',
    title: 'git is set to attach patches',
    key: 'format.attach',
    // Its value is the boundary; an empty one turns it off.
    harms: (value) => value !== '' && !isOff(value),
    wrong: 'true',
    right: '',
    why: 'Nobody can quote a line of an attached patch.',
    next: 'git config --unset-all format.attach',
    covers: ['RCP-09'],
    sources: [writtenIn.plainText('Do not attach the patch as a MIME'), ...INLINE.slice(1)],
  },
  {
    name: 'setting-drops-copies',
    title: 'git is set to leave out people who are named in the patch',
    key: 'sendemail.suppresscc',
    harms: (value) => /^(?:all|cc|body|bodycc|misc-by)$/.test(value),
    wrong: 'all',
    right: 'self',
    why: 'Those who reported or reviewed it do not hear of it.',
    next: 'git config sendemail.suppressCc self',
    covers: [],
    sources: COPIES,
  },
  {
    name: 'setting-drops-signers',
    title: 'git is set to send no copy to those who signed',
    key: 'sendemail.signedoffbycc',
    harms: isOff,
    wrong: 'false',
    right: 'true',
    why: 'Those whose names the patch carries do not hear of it.',
    next: 'git config sendemail.signedOffByCc true',
    covers: [],
    sources: COPIES,
  },
  {
    name: 'setting-signs-by-itself',
    title: 'git is set to sign every patch off by itself',
    key: 'format.signoff',
    harms: isOn,
    wrong: 'true',
    right: 'false',
    why: 'A sign-off says that you have the right to send this change; a setting cannot know that.',
    next: 'git config format.signOff false, and sign each commit yourself: git commit -s',
    covers: [],
    sources: SIGNING,
  },
  {
    name: 'setting-changes-subject-prefix',
    title: 'git is set to write other brackets than [PATCH]',
    key: 'format.subjectprefix',
    harms: (value) => !/patch/.test(value),
    wrong: 'slab',
    right: 'PATCH net-next',
    why: 'Maintainers and their tools find patches by this word.',
    next: 'git config format.subjectPrefix PATCH',
    covers: ['SUB-01'],
    sources: SUBJECT,
  },
  {
    name: 'setting-leaves-numbers-out',
    title: 'git is set to leave the numbers of a series out',
    key: 'format.numbered',
    harms: isOff,
    wrong: 'false',
    right: 'auto',
    why: 'Without them nobody knows in which order the patches apply.',
    next: 'git config format.numbered auto',
    covers: ['SUB-06'],
    sources: NUMBERS,
  },
  {
    name: 'setting-strips-path-prefix',
    title: 'git is set to leave a/ and b/ out of the diff',
    key: 'format.noprefix',
    harms: isOn,
    wrong: 'true',
    right: 'false',
    why: 'git am takes the first folder off each path, and then finds no file.',
    next: 'git config --unset-all format.noprefix',
    covers: ['RCP-13'],
    sources: [writtenIn.sending('will not apply at the other end'), ...UNTOUCHED.slice(1)],
  },
];

/** What git's settings would do to the mails when they are sent. */
export const sendSettings: readonly PreflightRule[] = SETTINGS.map((setting) => ({
  name: setting.name,
  title: setting.title,
  group: 'mail',
  severity: 'note',
  sources: setting.sources,
  covers: setting.covers,
  why: setting.why,
  next: setting.next,
  look: ({ series: { mails }, facts: { settings } }) => {
    if (!settings.known) return { unknown: settings.because, settle: settings.settle };
    const value = settings.value.values.get(setting.key);
    const [patch] = mails;
    if (!patch || value === undefined || !setting.harms(value.trim().toLowerCase())) return [];
    return [{ patch, what: `Your git has ${setting.key} = ${value || 'true'}: is that meant for this tree?` }];
  },
  examples: [
    { given: {}, facts: set(setting.key, setting.wrong), finds: `${setting.key} = ${setting.wrong}` },
    { given: {}, facts: set(setting.key, setting.right) },
    { given: {}, facts: set('sendemail.smtpserver', 'mail.made.example') },
    { given: {}, unknown: 'Nothing was gathered' },
  ],
}));

// Used by the examples above, hence hoisted.
function set(key: string, value: string): { settings: { known: true; value: MailSettings } } {
  return { settings: { known: true, value: { values: new Map([[key, value]]) } } };
}
