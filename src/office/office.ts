import type { Kysely } from 'kysely';
import type { Permission } from '../core/programme/mayDo.ts';
import type { Schema } from '../edge/db/schema.ts';
import type { MailSettings } from './mailOffice.ts';

/** The programme's outside world, clock and dice. A verb takes the parts that it names, and no others. */
export interface Office {
  readonly db: Kysely<Schema>;
  /** Where people reach it, without a slash at its end: `https://programme.example`. */
  readonly address: string;
  readonly mailSettings: MailSettings;
  /** The server's clock, or a simulator's. */
  now(): Date;
  /** Opaque, and not to be guessed. */
  newId(): string;
}

/** Why something was not done: a sentence for the person who asked. */
export interface Refused {
  readonly kind: 'refused';
  readonly because: string;
  /** It is not theirs to do, whatever the hour. */
  readonly isForbidden?: boolean;
}

/** For who may not: noted, and answered as HTTP does. */
export const forbidden = ({ because }: Permission): Refused => ({ kind: 'refused', because, isForbidden: true });

export const refused = (because: string): Refused => ({ kind: 'refused', because });
