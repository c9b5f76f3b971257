import assert from 'node:assert/strict';
import test from 'node:test';
import { isCompiled, languageOf } from './languageOf.ts';

test('by ending, by name, and what nobody knows', () => {
  for (const [path, language] of [
    ['mm/slub.c', 'C'],
    ['include/linux/mm.h', 'C headers'],
    ['rust/kernel/lib.rs', 'Rust'],
    ['arch/x86/entry/entry_64.S', 'Assembler'],
    ['arch/arm64/boot/dts/a/b.dtsi', 'Device Tree'],
    ['Documentation/devicetree/bindings/x.yaml', 'YAML'],
    ['Documentation/mm/slub.rst', 'reStructuredText'],
    ['Documentation/ABI/testing/sysfs-devices', 'Text'],
    ['tools/testing/kunit/kunit.py', 'Python'],
    ['scripts/checkpatch.pl', 'Perl'],
    ['tools/testing/selftests/mm/run_vmtests.sh', 'Shell'],
    ['mm/Kconfig', 'Kconfig and Makefiles'],
    ['mm/Kconfig.debug', 'Kconfig and Makefiles'],
    ['Makefile', 'Kconfig and Makefiles'],
    ['arch/x86/configs/x86_64_defconfig', 'Kconfig and Makefiles'],
    ['drivers/staging/nvec/README', 'Text'],
    ['scripts/kconfig/lexer.l', 'Lex and Yacc'],
    ['drivers/video/logo/logo_linux_clut224.ppm', 'Other'],
    ['tools/perf/util/config', 'Other'],
    ['a.', 'Other'],
    ['', 'Other'],
  ] as const) {
    assert.equal(languageOf(path), language, path);
  }
});

test('what is compiled', () => {
  assert.deepEqual(['C', 'C headers', 'Rust', 'YAML', 'Other'].map(isCompiled), [true, true, true, false, false]);
});
