import { type NamedPerson, namedPerson, personText } from '../../../patch/namedPerson.ts';
import type { Trailer } from '../../../patch/trailer.ts';
import { anyOf } from '../../anyOf.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { trailerLine, valueSpan } from './trailersNamed.ts';

const LINUX = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: "Sign your work - the Developer's Certificate of Origin",
  phrase: 'using a known identity',
};
/** As older trees have it. */
const OLDER_LINUX = { ...LINUX, phrase: 'using your real name', olderThan: '6.12' };
const UBOOT = {
  file: 'doc/develop/process.rst',
  heading: 'Review Process, Git Tags',
  phrase: 'using a known identity and email address',
};

const NOBODY = /(?:^|[.+_-])no-?reply@|@(?:users\.)?noreply\.|^anonymous@/i;
// RFC 2606 reserves these three; `.example` as a whole is left to documents such as our own.
const PLACEHOLDER = anyOf(
  /^your?[._-]?(?:name|e-?mail|address)@/,
  /@(?:example\.(?:com|org|net)|localhost|[^@]*\.localdomain)$|\(none\)$/,
);
const NO_NAME = /^(?:anonymous|unknown|root|user|nobody|your name|n\/a|none)$/i;

const look = (seen: (person: NamedPerson, token: string) => string | undefined) =>
  eachPatch((patch): readonly Finding[] =>
    patch.trailers.flatMap((trailer: Trailer) => {
      const token = trailer.token.toLowerCase();
      if (!token.endsWith('-by') || token === 'assisted-by') return [];
      const what = seen(namedPerson(trailer.value), token);
      return what === undefined ? [] : [{ patch, line: trailerLine(trailer), span: valueSpan(trailer), what }];
    }),
  );

/** Whether the people named by tags are somebody who can be asked. */
export const identity: readonly PreflightRule[] = [
  {
    name: 'sign-off-anonymous',
    title: 'a sign-off by nobody in particular',
    group: 'trailers',
    severity: 'error',
    sources: [LINUX, OLDER_LINUX, UBOOT],
    covers: ['TAG-02'],
    why: 'The sign-off is a statement of a person whom others know and can ask years later.',
    next: 'Set user.name and user.email to what people know you by, then: git commit --amend --reset-author -s',
    look: look((person, token) =>
      token === 'signed-off-by' && (NOBODY.test(person.address) || NO_NAME.test(person.name))
        ? `"${personText(person)}" signs off, and nobody can be asked there.`
        : undefined,
    ),
    examples: [
      { given: { trailers: ['Signed-off-by: Ada <1+ada@users.noreply.github.com>'] }, finds: 'nobody can be asked' },
      { given: { trailers: ['Signed-off-by: anonymous <a@made.example>'] }, finds: 'nobody can be asked' },
      { given: {} },
      { given: { trailers: ['Reported-by: Bot <noreply@bot.example>', 'Signed-off-by: Norep Ly <ly@made.example>'] } },
    ],
  },
  {
    name: 'address-is-placeholder',
    title: 'a tag holds an address from a template',
    group: 'trailers',
    severity: 'error',
    sources: [LINUX, OLDER_LINUX, UBOOT],
    covers: ['TAG-02'],
    why: 'Mail to this address arrives nowhere, and the history keeps it for ever.',
    next: 'Put the real address: git config user.email, then git commit --amend --reset-author -s',
    look: look((person) =>
      PLACEHOLDER.test(person.address) ? `The address "${person.address}" is a placeholder.` : undefined,
    ),
    examples: [
      { given: { trailers: ['Signed-off-by: Ada Made <you@example.com>'] }, finds: 'is a placeholder' },
      { given: { trailers: ['Signed-off-by: Ada Made <ada@localhost.localdomain>'] }, finds: 'is a placeholder' },
      { given: { trailers: ['Signed-off-by: Ada Made <ada@made.example>', 'Link: you@example.com'] } },
      { given: { trailers: ['Signed-off-by: Ada Made <root@example.de>'] } },
    ],
  },
  {
    name: 'sign-off-name-like-login',
    title: 'a sign-off whose name looks like a login',
    group: 'trailers',
    severity: 'note',
    sources: [LINUX, OLDER_LINUX, UBOOT],
    covers: ['TAG-02'],
    why: 'Maintainers need to know who stands behind a sign-off; a machine’s account name rarely tells.',
    next: 'If you are known by another name, set it: git config user.name "…", then git commit --amend --reset-author -s',
    look: look((person, token) =>
      token === 'signed-off-by' && /^[a-z0-9_.-]+$/.test(person.name)
        ? `Is "${person.name}" the name that people know you by?`
        : undefined,
    ),
    examples: [
      { given: { trailers: ['Signed-off-by: ada <ada@made.example>'] }, finds: 'Is "ada" the name' },
      { given: { trailers: ['Signed-off-by: Ada <ada@made.example>'] } },
    ],
  },
];
