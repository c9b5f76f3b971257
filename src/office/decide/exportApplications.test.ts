import assert from 'node:assert/strict';
import test from 'node:test';
import { withOffice, written } from '../../../test/world/programmeOffice.ts';
import { saveApplication } from '../apply/saveApplication.ts';
import { startApplication } from '../apply/startApplication.ts';
import { exportApplications } from './exportApplications.ts';

test('a cell that a spreadsheet would run is text, and whoever may not read contacts gets none', async (t) =>
  withOffice(t, async ({ office, term, someone, again }) => {
    const lead = await someone('Lee', 'lead mentor');
    const mentor = await someone('Mia', 'mentor');
    const ada = await someone('Ada');
    await startApplication(office, ada, { term });
    const given = {
      ...written,
      words: '=HYPERLINK("http://evil.example")',
      availability: '@SUM(A1)',
      disclosure: '+1',
    };
    await saveApplication(office, await again(ada), { term, revision: 1, given });
    const exported = await exportApplications(office, lead, { term, format: 'csv' });
    assert.ok(exported.kind === 'exported' && exported.text.includes('ada@example.org'));
    const cells = exported.text.split(/,|\r\n/).map((cell) => cell.replace(/^"/, ''));
    assert.deepEqual(
      cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)),
      [],
    );
    assert.equal((await exportApplications(office, mentor, { term, format: 'csv' })).kind, 'refused');
  }));
