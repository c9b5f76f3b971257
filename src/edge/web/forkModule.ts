import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A module of ours that runs as a process of its own. What is said is data that structured clone can carry. */
export interface Forked {
  post(message: unknown): void;
  /** Asks it to leave nothing behind and go; resolves once it is gone. */
  stop(): Promise<void>;
}

export interface ForkHears {
  readonly onMessage: (message: unknown) => void;
  /** It is gone, asked or not. */
  readonly onEnd: () => void;
}

/**
 * Starts a module beside this program: what takes long there holds nothing up here. It hears Ctrl-C itself, and goes when
 * we do: the channel between us closes.
 */
export const forkModule = (module: URL, { onMessage, onEnd }: ForkHears): Forked => {
  const child = fork(fileURLToPath(module), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
      onEnd();
    });
    child.once('error', () => resolve());
  });
  child.on('message', onMessage);
  return {
    post: (message) => void child.send(message as object),
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
};
