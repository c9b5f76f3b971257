import { namedPerson } from '../../../patch/namedPerson.ts';
import { anyOf } from '../../anyOf.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { trailersNamed } from '../trailers/trailersNamed.ts';

const RECIPIENTS = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: 'Select the recipients for your patch',
};
const BUGS = { file: 'Documentation/process/security-bugs.rst', heading: 'Coordination with other groups' };
const UBOOT = { file: 'doc/develop/security.rst', heading: 'Contact' };

const DANGER = anyOf(
  /\bexploit(?:s|able|ed|ation)?\b/,
  /\bprivilege escalation\b|\bescalat(?:e|ing) privileges?\b/,
  /\bvulnerab(?:le|ility|ilities)\b|\bsecurity (?:bug|issue|hole|flaw|problem)\b/,
  /\b(?:un|non-?)privileged (?:user|process|attacker)|\battacker|\barbitrary code\b/,
);
const PUBLIC = /^(?:https?:\/\/)(?:lore\.kernel\.org|bugzilla\.|syzkaller\.|www\.openwall\.com|[^/]*cve)/i;

const DISTROS = /^(?:linux-distros|distros)@vs\.openwall\.org$/i;
const SECURITY = /^security@kernel\.org$/i;
const LIST = /@(?:vger\.kernel\.org|lists\.[^@\s]+|[^@\s]*\.?kvack\.org)$/i;

/** Bugs that others could use before the fix is out. */
export const security: readonly PreflightRule[] = [
  {
    name: 'exploitable-bug-in-public',
    title: 'may tell the public how to attack',
    group: 'recipients',
    severity: 'note',
    sources: [
      { ...RECIPIENTS, phrase: 'send that patch to security@kernel.org' },
      { ...UBOOT, phrase: 'preferred initial point of contact' },
    ],
    covers: ['RCP-08', 'STB-04', 'SEC-01'],
    why: 'A public patch is a public report: attackers read it before users have the fix.',
    next: 'Not public yet? Send it to security@kernel.org alone, tagged Cc: stable@kernel.org. Else go on.',
    look: eachPatch((patch): readonly Finding[] => {
      const lines = [{ text: patch.subject.text, at: patch.subject.at }, ...patch.body];
      const line = lines.find(({ text }) => DANGER.test(text));
      const word = line && DANGER.exec(line.text);
      if (!line || !word || trailersNamed(patch, 'closes', 'link').some(({ value }) => PUBLIC.test(value))) return [];
      if (trailersNamed(patch, 'reported-by').some(({ value }) => /syzbot/i.test(value))) return [];
      const span = [word.index, word.index + word[0].length] as const;
      return [
        {
          patch,
          line,
          span,
          what: `It speaks of "${word[0]}". Can somebody attack with this bug, and is it public already?`,
        },
      ];
    }),
    examples: [
      { given: { body: 'An unprivileged user can write past the end.' }, finds: 'speaks of "unprivileged user"' },
      {
        given: {
          body: 'An attacker can write past the end.',
          trailers: ['Closes: https://lore.kernel.org/r/1@made.example', 'Signed-off-by: Ada Made <ada@made.example>'],
        },
      },
      { given: {} },
    ],
  },
  {
    name: 'embargo-list-copied',
    title: 'linux-distros and others get the same mail',
    group: 'recipients',
    severity: 'error',
    sources: [{ ...BUGS, phrase: 'until a fix is accepted do not Cc' }],
    covers: ['SEC-02'],
    why: 'That list works under embargo from the first mail on; a second list, above all a public one, breaks it.',
    next: 'Take linux-distros out. Write to it only once the maintainer has accepted the fix.',
    look: eachPatch((patch): readonly Finding[] => {
      const people = [...patch.to, ...patch.cc, ...trailersNamed(patch, 'cc').map(({ value }) => namedPerson(value))];
      if (!people.some(({ address }) => DISTROS.test(address))) return [];
      const other = people.find(({ address }) => SECURITY.test(address) || LIST.test(address));
      return other ? [{ patch, what: `linux-distros and ${other.address} both get this mail.` }] : [];
    }),
    examples: [
      { given: { headers: { To: 'security@kernel.org', Cc: 'linux-distros@vs.openwall.org' } }, finds: 'both get' },
      { given: { headers: { To: 'linux-mm@kvack.org', Cc: 'linux-distros@vs.openwall.org' } }, finds: 'both get' },
      { given: { headers: { To: 'security@kernel.org' } } },
    ],
  },
];
