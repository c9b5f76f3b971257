import type { EvidenceCase } from './evidenceCase.ts';
import { GREETER, LOG, lines, MINE, MODULE, OTHER } from './realEvidence.ts';

const HEAD = LOG.split('\n')[1] ?? '';

/** Modules that are another's, or that were never loaded so. */
export const forgedModules: readonly EvidenceCase[] = [
  { what: 'somebody else’s module', text: MODULE, need: GREETER, nonce: OTHER, outcome: 'fails' },
  {
    what: 'a module for another kernel',
    text: MODULE.replace('vermagic:       6.12.117', 'vermagic:       6.12.90'),
    need: GREETER,
    outcome: 'fails',
  },
  { what: 'another module', text: MODULE.replaceAll('greeter', 'hello'), need: GREETER, outcome: 'fails' },
  {
    what: 'the mark on the command line, not printed by the module',
    text: `${MODULE.replaceAll(MINE, OTHER)}\n${HEAD}`,
    need: GREETER,
    outcome: 'fails',
  },
  {
    what: 'the mark typed in front of the log, without a time stamp',
    text: `${OTHER} says hello\n${MODULE.replaceAll(MINE, 'hello')}`,
    need: GREETER,
    nonce: OTHER,
    outcome: 'unknown',
  },
  {
    what: 'the mark in the description only',
    text: MODULE.replaceAll(MINE, 'hello').replace('says hello', OTHER),
    need: GREETER,
    nonce: OTHER,
    outcome: 'unknown',
  },
  {
    what: 'modinfo of one kernel, the release of another typed below it',
    text: MODULE.replace('\n6.12.117+deb12-cloud-amd64\n', '\n6.12.90+deb12-amd64\n'),
    need: GREETER,
    outcome: 'fails',
  },
  {
    what: 'another module’s modinfo before one’s own lines',
    text: `filename:       /x/hello.ko\nname:           hello\nvermagic:       6.12.117+deb12-cloud-amd64 SMP\n${MODULE}`,
    need: GREETER,
    outcome: 'fails',
  },
  {
    what: 'no line of the kernel about a module out of the tree',
    text: lines(MODULE, (line) => (/taint/.test(line) ? undefined : line)),
    need: GREETER,
    outcome: 'holds',
  },
  {
    what: 'the mark typed into the line that another’s module printed',
    text: MODULE.replaceAll(MINE, OTHER),
    need: GREETER,
    nonce: OTHER,
    outcome: 'holds',
  },
  {
    what: 'what modinfo says, and nothing that was loaded',
    text: MODULE.split('\n').slice(0, 10).join('\n'),
    need: GREETER,
    outcome: 'fails',
  },
];
