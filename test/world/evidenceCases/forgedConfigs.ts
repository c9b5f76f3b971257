import type { EvidenceCase } from './evidenceCase.ts';
import { CONFIG, lines, OTHER, OWN, OWN_BOOT, OWN_CONFIG, OWNS } from './realEvidence.ts';

const both = [OWN_BOOT, OWN_CONFIG] as const;
const mine = { nonce: OWNS };

/** Configurations that are another's, or of another kernel than the log beside them. */
export const forgedConfigs: readonly EvidenceCase[] = [
  { what: 'somebody else’s .config', text: CONFIG, need: OWN_CONFIG, nonce: OTHER, outcome: 'fails' },
  {
    what: 'the mark in a comment of the .config',
    text: `# ${OTHER}\n${CONFIG}`,
    need: OWN_CONFIG,
    nonce: OTHER,
    outcome: 'fails',
  },
  {
    what: 'an option that was turned off',
    text: CONFIG.replace('CONFIG_KUNIT=y', '# CONFIG_KUNIT is not set'),
    need: OWN_CONFIG,
    ...mine,
    outcome: 'fails',
  },
  {
    what: 'the option put at the end, beside the line that turns it off',
    text: `${CONFIG.replace('CONFIG_KUNIT=y', '# CONFIG_KUNIT is not set')}\nCONFIG_KUNIT=y\n`,
    need: OWN_CONFIG,
    ...mine,
    outcome: 'unknown',
  },
  { what: 'the first hundred lines', text: CONFIG.slice(0, 3000), need: OWN_CONFIG, ...mine, outcome: 'unknown' },
  {
    what: 'only the options, without the line that names the version',
    text: lines(CONFIG, (line) => (/^# Linux/.test(line) ? undefined : line)),
    need: OWN_CONFIG,
    ...mine,
    outcome: 'unknown',
  },
  {
    what: 'one’s own log, with the .config of another version',
    text: [OWN, CONFIG.replace(/6\.12\.117 Kernel Configuration/, '6.6.30 Kernel Configuration')],
    need: both,
    ...mine,
    outcome: 'fails',
  },
  {
    what: 'one’s own log, with the .config of another compiler',
    text: [OWN, CONFIG.replace(/^(CONFIG_CC_VERSION_TEXT=").*"/m, '$1clang version 19.1.4"')],
    need: both,
    ...mine,
    outcome: 'unknown',
  },
  {
    what: 'somebody else’s log and .config, the mark typed into the .config',
    text: [OWN, CONFIG.replaceAll(OWNS, OTHER)],
    need: both,
    nonce: OTHER,
    outcome: 'fails',
  },
  {
    what: 'somebody else’s log and .config, the mark typed into both',
    text: [OWN.replaceAll(OWNS, OTHER), CONFIG.replaceAll(OWNS, OTHER)],
    need: both,
    nonce: OTHER,
    outcome: 'holds',
  },
];
