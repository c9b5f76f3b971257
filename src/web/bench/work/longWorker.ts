import { constants, setPriority } from 'node:os';
import { createHost } from '../../../edge/host.ts';
import { failureOf, type WorkAsked, type WorkSaid } from './failureOf.ts';
import { longWork } from './longWork.ts';

// Runs as a process of its own, beside the server: whoever looks at a page comes first, and what is started here inherits it.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const host = createHost();
const say = (said: WorkSaid): void => void process.send?.(said);

const work = async ({ id, name, order }: WorkAsked): Promise<void> => {
  try {
    const begin = longWork[name as keyof typeof longWork];
    const working = begin(host, order as never);
    let step = await working.next();
    for (; !step.done; step = await working.next()) say({ id, kind: 'step', step: step.value });
    say({ id, kind: 'done', result: step.value });
  } catch (error) {
    say({ id, kind: 'failed', failure: failureOf(error) });
  }
};

process.on('message', (asked: WorkAsked) => void work(asked));
// The server is gone: so are we, as after a signal, so that programs of ours and their folders go too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
