import { writeFiles } from './gitFolder.ts';

/**
 * A tree that `make` configures, prepares and compiles as kbuild does, in no time: a few folders, warnings on request.
 * As with kbuild, two makes in one folder fail. `make prepare` waits while a file `wait` lies in the tree, and fails when
 * one called `fail` does.
 */
export function smallKernel(folder: string): string {
  writeFiles(folder, {
    Makefile: makefile,
    Kbuild: 'obj-y += mm/\n',
    MAINTAINERS: '',
    'mm/Makefile': 'obj-y += a.o\nobj-m += warns.o broken.o\nobj-$(CONFIG_OFF) += off.o\n',
    'mm/a.c': '#include "local.h"\n#include "../include/up.h"\nint a(void)\n{\n\treturn LOCAL + UP;\n}\n',
    'mm/local.h': 'int a(void);\n#define LOCAL 1\n',
    'mm/warns.c': 'static int unused;\nint warns;\nconst char *file = __FILE__;\n',
    'mm/broken.c': 'int broken(void) { return none; }\n',
    'mm/off.c': 'int off;\n',
    'include/up.h': '#define UP 2\n',
  });
  return folder;
}

const makefile = `VERSION = 6
PATCHLEVEL = 12
SUBLEVEL = 1
EXTRAVERSION =
S := $(CURDIR)
COMPILE = gcc -Wp,-MMD,$(dir $@).$(notdir $@).d -Wall -Wmissing-prototypes -O2 -DNAME='"$(notdir $*)"' -Werror=return-type
allmodconfig:
	@echo configuring
	@mkdir -p $(O)/include/config && ln -sfn $(S) $(O)/source && touch $(O)/include/config/auto.conf
	@(echo '# Linux/x86 6.12.1 Kernel Configuration'; cat $(KCONFIG_ALLCONFIG); echo CONFIG_64BIT=y) > $(O)/.config
prepare:
	@echo "ARCH is '$(ARCH)'"
	@while test -e $(S)/wait; do touch $(S)/waits; sleep 0.05; done
	@if test -e $(S)/fail; then echo 'a.c:1: error: as asked' >&2; exit 1; fi
	@touch $(O)/prepared
%.o:
	@mkdir $(O)/making
	@mkdir -p $(O)/$(dir $@) && cd $(O) && $(COMPILE) -c -o $@ $(S)/$*.c; status=$$?; rmdir $(O)/making; exit $$status
	@printf '%s\\n' "savedcmd_$@ := $(subst ",\\",$(COMPILE)) -Werror -c -o $@ $(S)/$*.c ; ./objtool $@" > $(O)/$(dir $@).$(notdir $@).cmd
`;
