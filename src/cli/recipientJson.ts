import { becauseWords } from '../core/maintainers/becauseWords.ts';
import type { Recipient } from '../core/maintainers/recipient.ts';

/** A recipient as scripts may rely on it; `role` and `line` are those of get_maintainer.pl. */
export const recipientJson = ({
  address,
  name,
  role,
  list,
  header,
  line,
  because,
}: Recipient): Record<string, unknown> => ({
  address,
  name,
  role,
  subsystem: because.flatMap((one) => (one.kind === 'section' ? one.section : []))[0] ?? null,
  because: because.map(becauseWords),
  list,
  header,
  line,
});
