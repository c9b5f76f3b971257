import { bootGuest, type Guest, type GuestOutput } from './bootGuest.ts';
import { type DebianKernel, debianKernel } from './debianKernel.ts';
import type { Lab, MarkOf } from './lab.ts';
import { joined, type MadePiece, pieceOf } from './madePiece.ts';

interface Boot {
  readonly version: '6.12' | '6.1';
  readonly guest: Pick<Guest, 'memory' | 'processors' | 'programs' | 'script'>;
  readonly pieces: readonly (readonly [string, (output: GuestOutput) => Uint8Array])[];
}

const DMESG = '/usr/bin/dmesg';
const JOURNAL = ['/lib/systemd/systemd-journald', '/usr/bin/journalctl'];
const file = (name: string) => (output: GuestOutput) => output.file(name);

const boots: readonly Boot[] = [
  {
    ...{ version: '6.12', guest: { script: 'dmesg > /out/dmesg' } },
    pieces: [
      ['dmesg of busybox', file('dmesg')],
      ['the serial console, with firmware before', ({ console }) => console],
    ],
  },
  {
    version: '6.12',
    guest: {
      ...{ processors: 2, memory: 1024, programs: [DMESG] },
      script: `for way in x T H d; do ${DMESG} -$way > /out/$way; done; ${DMESG} --color=always > /out/colour`,
    },
    pieces: [
      ...['x', 'T', 'H', 'd'].map((way) => [`dmesg -${way} of util-linux`, file(way)] as const),
      ['dmesg --color=always', file('colour')],
    ],
  },
  {
    version: '6.12',
    guest: {
      ...{ memory: 768, programs: JOURNAL },
      script: `mount -t cgroup2 none /sys/fs/cgroup; hostname ada
echo 0123456789abcdef0123456789abcdef > /etc/machine-id
mkdir -p /run/log/journal /run/systemd/journal
/lib/systemd/systemd-journald & sleep 5; journalctl --flush
for way in short short-monotonic with-unit; do journalctl -k -b -o $way > /out/$way; done`,
    },
    pieces: [
      ['journalctl -k -b', file('short')],
      ['journalctl -k -b -o short-monotonic', file('short-monotonic')],
      ['journalctl -k -b -o with-unit', file('with-unit')],
    ],
  },
  {
    ...{ version: '6.1', guest: { script: 'dmesg > /out/dmesg', processors: 4 } },
    pieces: [
      ['dmesg of busybox', file('dmesg')],
      ['the serial console, with firmware before', ({ console }) => console],
    ],
  },
  {
    version: '6.1',
    guest: {
      ...{ memory: 256, programs: [DMESG] },
      script: `${DMESG} -r > /out/raw; ${DMESG} --time-format iso > /out/iso
cat /proc/cmdline > /out/cmdline; uname -a > /out/uname
hostname ada; syslogd -O /var/log/messages; klogd -n & sleep 2; cp /var/log/messages /out/messages`,
    },
    pieces: [
      [
        'dmesg -r, /proc/cmdline and uname -a in one file',
        (output) => joined(...['raw', 'cmdline', 'uname'].map(output.file)),
      ],
      ['dmesg --time-format iso', file('iso')],
      ['/var/log/messages of klogd and syslogd', file('messages')],
    ],
  },
];

/** Debian's own kernels, booted with a mark on the command line, and their logs as people print them. */
export const bootPieces = async (lab: Lab, markOf: MarkOf): Promise<readonly MadePiece[]> => {
  const made: MadePiece[] = [];
  for (const [at, { version, guest, pieces }] of boots.entries()) {
    lab.say(`booting Debian’s ${version}, ${at + 1} of ${boots.length}`);
    const kernel = await debianKernel(lab, version);
    const nonce = markOf(`boot ${at}`);
    const output = await bootGuest({ image: kernel.image, append: `patchling.nonce=${nonce}`, ...guest });
    const how = howOf(kernel, guest);
    made.push(
      ...pieces.map(
        ([what, bytesOf]): MadePiece => ({
          ...{ what: `boot log: ${what}`, how, nonce },
          pieces: [pieceOf('boot.txt', bytesOf(output))],
          needs: [{ kind: 'boot log', kernel: 'distribution', atLeast: '6.1' }],
        }),
      ),
    );
  }
  return made;
};

const howOf = ({ release }: DebianKernel, { memory = 512, processors = 1 }: Boot['guest']): string =>
  `${release}, ${processors} CPU${processors === 1 ? '' : 's'}, ${memory} MB`;
