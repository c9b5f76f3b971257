import { smallTree } from './smallTree.ts';

/** What would run, if a page let it. `marker` is what shows that it did. */
export const scripts = {
  tag: '<script>document.title="taken"</script>',
  image: '<img src=x onerror="document.title=\'taken\'">',
  attribute: '" autofocus onfocus="document.title=\'taken\'" x="',
  escape: '\u001b]0;taken\u0007\u001b[31m',
  turned: '\u202egnihton\u202c',
} as const;

/** A tree whose names and comments would like to be code: of a function, a file, a maintainer, a section. */
export const hostileTree = (): string =>
  smallTree({
    MAINTAINERS: [
      'List of maintainers\n',
      `MADE ${scripts.image} DRIVER ${scripts.turned}`,
      `M:\t"${scripts.tag} ${scripts.escape}" <ada@made.example>`,
      'L:\tmade@lists.example',
      'S:\tMaintained',
      'F:\tdrivers/made/\n',
      `SECOND ${'very-long-name-without-a-break-'.repeat(12)}`,
      'M:\tBea Made <bea@made.example>',
      'S:\tMaintained',
      'F:\tdrivers/second/\n',
    ].join('\n'),
    [`drivers/made/a'"${scripts.tag.replaceAll('/', '')}.c`]: source('odd_file'),
    'drivers/second/long.c': `${source('long_lines')}/* ${'x'.repeat(5000)} */\n`,
    'drivers/made/hostile.c': source('hostile'),
  });

const source = (name: string): string => `#include <linux/slab.h>

/* ${scripts.tag} ${scripts.escape} ${scripts.turned} ${scripts.attribute} */
static int ${name}(int n)
{
	u32 *table; /* ${scripts.image} */

	table = kmalloc(n * sizeof(*table), GFP_KERNEL); /* ${scripts.tag} */
	return table ? 0 : -ENOMEM;
}
`;
