import { listRules } from '../../../bench/listRules.ts';
import type { SourceState } from '../../../core/preflight/foundSource.ts';
import type { Severity } from '../../../core/preflight/rule.ts';
import type { Host } from '../../../edge/host.ts';
import type { Progress } from '../../../edge/progress.ts';

/** A rule of the gate as a list shows it. */
export interface GateRule {
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  /** The pack that it belongs to, else its group. */
  readonly group: string;
  /** Only for what a subsystem, or another project, owns. */
  readonly isOfPack: boolean;
  readonly state: SourceState;
}

/** All rules of the gate, as the tree's documents have them: many documents are read for it. */
export async function* gatherRules(
  host: Pick<Host, 'trees'>,
  { tree }: { readonly tree: string },
): AsyncGenerator<Progress, readonly GateRule[], undefined> {
  yield { doing: 'Reading the tree’s documents' };
  return listRules(host, tree).map(({ rule, state }) => ({
    name: rule.name,
    title: rule.title,
    severity: rule.severity,
    group: rule.pack ?? rule.group,
    isOfPack: rule.pack !== undefined,
    state,
  }));
}
