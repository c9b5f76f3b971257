import type { Context } from 'hono';
import type { Asker } from '../../../core/programme/role.ts';
import type { Session } from '../../../edge/signIn/sessions.ts';
import type { Assets } from '../../../edge/web/assets.ts';
import type { EvidenceJudge } from '../../../gather/evidence/evidenceJudge.ts';
import type { Office } from '../../../office/office.ts';

/** All that the programme's pages have at hand. */
export interface FrontDesk {
  readonly office: Office;
  readonly assets: Assets;
  /** Looks at what was handed in for a task with evidence, as long as one waits for a page. */
  lookAt?(submission: string): Promise<void>;
  /** What a machine would say of some evidence, for the author of a task. */
  readonly judge?: EvidenceJudge['judge'];
  /** Undefined for a visitor. */
  sessionOf(request: Request): Promise<Session | undefined>;
}

/** Whoever asks for a page: put beside the request by the guard, read by the pages. */
export interface Visit {
  readonly asker: Asker;
  /** Undefined for a visitor. */
  readonly person:
    | { readonly id: string; readonly name: string; readonly address: string | null; readonly zone: string }
    | undefined;
  readonly session: Session | undefined;
}

/** What Hono carries from the guard to a page. */
export interface Env {
  Variables: { visit: Visit };
}

export type Page = Context<Env>;
