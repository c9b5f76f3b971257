import type { Role } from '../../../core/programme/role.ts';

/** Whoever signs in, was imported or was invited. What names them is here and in the texts they wrote, nowhere else. */
export interface PersonTable {
  /** Opaque; the only thing of a person that the log knows. */
  id: string;
  /** Lower case. Null once erased. */
  address: string | null;
  /** What others see. */
  name: string;
  /** As in the zone database: `Europe/Berlin`. */
  zone: string;
  /** A link that was sent there came back. */
  address_proven: boolean;
  image: string | null;
  created_at: Date;
  updated_at: Date;
  /** Asked for by the person: nothing is done with their data until it is taken back. */
  frozen_at: Date | null;
  erased_at: Date | null;
}

/** A role is held in one term; nobody holds one everywhere. */
export interface MembershipTable {
  term: string;
  person: string;
  role: Role;
  given_at: Date;
  given_by: string;
  /** Of a mentor: how many items at once. */
  most: number | null;
}

export interface PeopleTables {
  person: PersonTable;
  membership: MembershipTable;
}
