import { openInBrowser } from '../edge/web/openInBrowser.ts';
import { openDesk } from '../web/bench/frame/openDesk.ts';
import type { Run } from './commandTable.ts';
import { interrupted } from './interrupted.ts';
import { optionText } from './optionText.ts';
import { portOption } from './portOption.ts';

/** Where the pages are, unless another port is named. */
const PORT = 7428;

/** `web`: serves until Ctrl-C. */
export const run: Run = async (face, { options }) => {
  const { host, say, paint, note } = face;
  const order = { tree: optionText(options, 'tree'), port: portOption(optionText(options, 'port'), '--port', PORT) };
  const to = optionText(options, 'to');
  const { desk, address, close } = await openDesk(host, to === undefined ? order : { ...order, to });
  if (desk.tree.how === 'last used') note(`tree: ${desk.tree.folder} (${desk.tree.name}), the one used last`);
  say(paint('strong', `${desk.tree.name} is open in your browser's reach, and nobody else's.`));
  say(`  ${paint('leaf', address)}`);
  say(paint('soft', '  This address works once; then your browser is known. Ctrl-C ends it.'));
  if (options['open'] === true && !(await openInBrowser(host.run, address))) {
    note('No browser could be opened from here: open the address yourself.');
  }
  await interrupted();
  await close();
  return 130;
};
