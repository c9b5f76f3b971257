import { writeFiles } from './gitFolder.ts';

/** A function with one site, of a struct that `header` defines where it is given. */
export const withSite = (header?: string): string =>
  header === undefined
    ? '#include <linux/slab.h>\n\nstatic u32 *a(int n)\n{\n\treturn kmalloc(n * sizeof(u32), GFP_KERNEL);\n}\n'
    : `#include <linux/slab.h>\n#include ${header}\n\nstatic struct box *b(int n)\n{\n\tstruct box *p = kmalloc(sizeof(*p) + n * sizeof(u32), GFP_KERNEL);\n\n\treturn p;\n}\n`;

/** What makes the site of `withSite(header)` ready, and what does not. */
export const FLEXIBLE = 'struct box {\n\tint n;\n\tu32 items[];\n};\n';
export const NOT_FLEXIBLE = 'struct box {\n\tint n;\n\tu32 *items;\n};\n';

/** A small made-up tree for scans: some sites, some hanging on headers, and files that are odd. */
export const sourceTree = (folder: string): string => {
  writeFiles(folder, {
    MAINTAINERS: '',
    Makefile: 'VERSION = 6\nPATCHLEVEL = 12\n',
    'include/linux/slab.h': '#include <linux/overflow.h>\nvoid *kmalloc_array(size_t n, size_t size, gfp_t flags);\n',
    'include/linux/overflow.h': 'size_t array_size(); size_t struct_size(); size_t struct_size_t();\n',
    'include/linux/box.h': FLEXIBLE,
    'mm/plain.c': withSite(),
    'mm/none.c': 'int none;\n',
    'mm/beyond.c': withSite('<linux/box.h>'),
    'fs/own.c': withSite('"own.h"'),
    'fs/own.h': NOT_FLEXIBLE,
    'fs/deep/down/there.c': withSite('"../../own.h"'),
    'drivers/a/collected.c': withSite('"parts.c"'),
    'drivers/a/parts.c': FLEXIBLE,
    'lib/crlf.c': withSite().replaceAll('\n', '\r\n'),
    'lib/zeros.c': `/* \0\0 */\n${withSite()}`,
    'lib/bom.c': `\u{feff}${withSite()}`,
    'lib/latin1.c': Buffer.from(`/* grün */\n${withSite()}`, 'latin1'),
    'lib/empty.c': '',
    'lib/large.c': `/* ${'large '.repeat(600_000)}*/\n${withSite()}`,
    'lib/largeNone.c': 'int a;\n'.repeat(500_000),
    'lib/not.txt': withSite(),
    '.git/hidden.c': withSite(),
    'mm/made.mod.c': withSite(),
  });
  return folder;
};
