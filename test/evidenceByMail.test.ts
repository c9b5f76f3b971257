import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openOffice } from '../src/cli/programme/openOffice.ts';
import { openServer } from '../src/cli/programme/openServer.ts';
import { withTempFolder } from '../src/edge/tempFolder.ts';
import { nonceOf } from '../src/office/evidence/nonceOf.ts';
import { setEvidence } from '../src/office/evidence/setEvidence.ts';
import { taskAddress } from '../src/office/taskAddress.ts';
import { makeTask } from '../src/office/tasks/makeTask.ts';
import { freePort } from './world/freePort.ts';
import { commitFiles, gitFolder, inGit } from './world/gitFolder.ts';
import { withDatabase } from './world/programmeDatabase.ts';
import { done, termWorldOn } from './world/termWorld.ts';

const program = join(inGit('/', '--exec-path'), 'git-send-email');
const skip = existsSync(program) ? false : 'because git send-email is not installed: apt-get install git-email';

/** A patch with somebody's mark below its `---`, sent by git itself. */
const sendPatch = async (folder: string, mark: string, to: string, port: number): Promise<void> => {
  const tree = gitFolder(join(folder, 'tree'), { 'a.c': 'int a;\n\nint b;\n' });
  commitFiles(tree, { 'a.c': 'int a = 1;\n\nint b;\n' }, 'a: Begin with one\n\nNought is an error.');
  inGit(tree, 'format-patch', '--quiet', '-1', '-o', folder);
  const file = join(folder, '0001-a-Begin-with-one.patch');
  writeFileSync(file, readFileSync(file, 'utf8').replace('\n---\n', `\n---\n${mark}\n\n`));
  const who = ['-c', 'user.name=Ada Made', '-c', 'user.email=ada@made.example'];
  const how = ['--confirm=never', '--suppress-cc=all', '--smtp-server=127.0.0.1', `--smtp-server-port=${port}`];
  await promisify(execFile)('git', [...who, 'send-email', ...how, `--to=${to}`, file], {
    cwd: tree,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
};

test('a patch that git send-email sends is looked at as it arrives, and answered by mail', { skip }, async (t) =>
  withDatabase(t, async ({ db, url }) =>
    withTempFolder(async (folder) => {
      const world = await termWorldOn({ db });
      const { term, at } = world;
      const [lead, ada] = [await world.person('Lea', 'lead mentor'), await world.person('Ada', 'applicant')];
      const shift = world.office.now().getTime() - Date.now();
      const address = `http://127.0.0.1:${await freePort()}`;
      const opened = await openOffice({
        ...{ data: join(folder, 'data'), url, address, domain: 'made.example' },
        now: () => new Date(Date.now() + shift),
      });
      const { office } = opened;
      const words = { slug: 'mail', title: 'Mail', words: 'Send it.', release: 'at once', releaseAt: null } as const;
      const order = { ...words, required: true, term: term.id, deadline: at(5) };
      const task = done(await makeTask(office, lead, order)).id;
      const text = JSON.stringify({ needs: [{ kind: 'mail', patch: true }], spotChecks: 0 });
      done(await setEvidence(office, lead, { term: term.id, task, text }));
      const whose = { person: ada.id, task };
      const to = await db.transaction().execute((trx) => taskAddress(trx, office, whose));
      const notes: string[] = [];
      const http = Number(new URL(address).port);
      const server = await openServer(opened, { http, smtp: 0, version: 'test', note: (line) => notes.push(line) });
      try {
        await sendPatch(folder, await nonceOf(office, whose), to, server.smtp);
        let state: string | undefined;
        for (let tries = 0; state !== 'accepted' && tries < 200; tries++) {
          await delay(50);
          state = (await office.db.selectFrom('submission').select('state').executeTakeFirst())?.state;
        }
        const looks = await office.db.selectFrom('machine_look').selectAll().execute();
        assert.deepEqual([state, ...looks.map(({ step }) => step)], ['accepted', 'pass'], JSON.stringify(looks));
        // A job may tell of the task meanwhile.
        const mails = await office.db
          .selectFrom('outbox')
          .select('kind')
          .where('kind', '<>', 'task-released')
          .orderBy('kind')
          .execute();
        assert.deepEqual(
          mails.map(({ kind }) => kind),
          ['submission-answered', 'submission-received'],
        );
        assert.deepEqual(notes, []);
      } finally {
        await server.close();
      }
    }),
  ),
);
