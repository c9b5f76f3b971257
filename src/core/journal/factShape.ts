import type { DrawnSite, Happened, MadeMail } from './fact.ts';

/** Says what keeps a value from being the kind of thing meant, or nothing. */
type Guard = (value: unknown) => string | undefined;
type Shape<Thing> = { readonly [Field in keyof Required<Thing>]: Guard };
type Of<Kind> = Omit<Extract<Happened, { kind: Kind }>, 'kind'>;

const text: Guard = (value) => (typeof value === 'string' ? undefined : 'is not a text');
const optional =
  (guard: Guard): Guard =>
  (value) =>
    value === undefined ? undefined : guard(value);
const lineNumber: Guard = (value) =>
  Number.isSafeInteger(value) && Number(value) > 0 ? undefined : 'is not a line number';
const count: Guard = (value) =>
  Number.isSafeInteger(value) && Number(value) > 0 ? undefined : 'is not a number from 1';
const verdict: Guard = (value) =>
  value === 'holds' || value === 'fails' || value === 'unknown' ? undefined : 'is not holds, fails or unknown';
const yesOrNo: Guard = (value) => (typeof value === 'boolean' ? undefined : 'is not true or false');
const listOf =
  (guard: Guard): Guard =>
  (value) => {
    if (!Array.isArray(value)) return 'is not a list';
    return value.map(guard).find((wrong) => wrong !== undefined);
  };
const time: Guard = (value) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? undefined : 'is not a time';

const shaped =
  (shape: Readonly<Record<string, Guard>>): Guard =>
  (value) => {
    if (!isRecord(value)) return 'is not an object';
    for (const [field, guard] of Object.entries(shape)) {
      const wrong = guard(value[field]);
      if (wrong) return `${field} ${wrong}`;
    }
    return undefined;
  };

const siteShape: Shape<DrawnSite> = { rule: text, path: text, line: lineNumber, function: text, expression: text };
const site = shaped(siteShape);
const mailShape: Shape<MadeMail> = { file: text, subject: text, messageId: text, sha256: text };
const mail = shaped(mailShape);

/** The type makes a new fact a compile error until its shape stands here. */
const shapes: { readonly [Kind in Happened['kind']]: Shape<Of<Kind>> } = {
  'tree-chosen': { tree: text, version: text, digest: optional(text) },
  'site-drawn': { tree: text, site, seed: text },
  'patch-written': { patch: text, subject: text, tree: text, site, sha256: text },
  'check-made': { patch: text, sha256: text, check: text, verdict, seen: text },
  'rule-turned-off': { patch: text, change: text, rule: text, because: text },
  'tools-stated': { patch: text, change: text, says: text },
  'version-made': {
    contribution: text,
    version: count,
    folder: text,
    tree: text,
    title: text,
    base: optional(text),
    branch: optional(text),
    mails: listOf(mail),
  },
  'changelog-written': { contribution: text, version: count, words: text },
  'proposal-answered': { contribution: text, change: text, trailer: text, taken: yesOrNo },
  'note-written': { words: text },
  dropped: { patch: text, because: text },
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isKnownKind = (kind: string): kind is Happened['kind'] => Object.hasOwn(shapes, kind);

/** What keeps a record from being a fact of this kind: `site line is not a line number`. Fields beside are let be. */
export const factShape = (kind: Happened['kind'], record: Record<string, unknown>): string | undefined =>
  shaped({ at: time, by: text, ...shapes[kind] })(record);
