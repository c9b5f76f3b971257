import { z } from 'zod';
import type { TaskEvidence } from '../../core/evidence/taskEvidence.ts';

const version = z.string().regex(/^\d{1,3}\.\d{1,4}(\.\d{1,5})?$/, 'a version as 6.1 or 6.12.4');
const option = z.string().regex(/^CONFIG_\w{1,120}$/, 'an option as CONFIG_KUNIT');
const word = z.string().min(1).max(200);

const place = z.strictObject({
  offset: z.int().min(0),
  answers: z.array(z.array(z.string().regex(/^[\w./+-]{1,300}:\d{1,7}$/)).min(1)).max(4),
});
const bank = z.strictObject({
  release: word,
  lines: z.array(
    z.union([z.string().max(500), z.strictObject({ before: z.string(), frame: z.int().min(0), after: z.string() })]),
  ),
  frames: z.array(
    z.strictObject({
      function: z.string().regex(/^[\w.]{1,128}$/),
      size: z.int().min(1),
      module: z.string().optional(),
      places: z.array(place).min(1).max(500),
    }),
  ),
});

const need = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('boot log'), kernel: z.enum(['own', 'distribution']), atLeast: version.optional() }),
  z.strictObject({
    kind: z.literal('config'),
    marked: z.boolean().default(true),
    options: z.record(option, z.string().max(200)).optional(),
  }),
  z.strictObject({ kind: z.literal('module'), name: word.optional() }),
  z.strictObject({
    kind: z.literal('test results'),
    tests: z.array(word).max(50).optional(),
    mustPass: z.boolean().optional(),
    marked: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('decoded trace'), bank }),
  z.strictObject({ kind: z.literal('mail'), patch: z.boolean().default(false) }),
  z.strictObject({
    kind: z.literal('patch'),
    applies: z.boolean().default(true),
    passesCheck: z.boolean().default(true),
    marked: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('public'), what: z.enum(['message', 'commit']) }),
  z.strictObject({ kind: z.literal('certificate') }),
]);

const schema = z.strictObject({
  $schema: z.string().optional(),
  needs: z.array(need).min(1).max(10),
  mayPass: z.boolean().default(true),
  spotChecks: z.number().min(0).max(1).default(0.1),
});

export type ReadEvidenceFile =
  | { readonly kind: 'read'; readonly evidence: TaskEvidence }
  | { readonly kind: 'unreadable'; readonly because: string };

/** What a task's author wrote of its evidence: JSON. What is wrong is said with its place. Never throws. */
export const readEvidenceFile = (text: string): ReadEvidenceFile => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { kind: 'unreadable', because: `It is no JSON: ${(error as Error).message}` };
  }
  const read = schema.safeParse(json);
  if (!read.success) return { kind: 'unreadable', because: z.prettifyError(read.error) };
  const { $schema: _, ...evidence } = read.data;
  const odd = evidence.needs.findIndex((one) => one.kind === 'decoded trace' && !isWhole(one.bank));
  if (odd >= 0)
    return {
      kind: 'unreadable',
      because: `A line of the trace names a frame that is not there\n  → at needs[${odd}].bank`,
    };
  return { kind: 'read', evidence: evidence as TaskEvidence };
};

const isWhole = ({ lines, frames }: z.infer<typeof bank>): boolean =>
  lines.every((line) => typeof line === 'string' || line.frame < frames.length);
