import assert from 'node:assert/strict';
import test from 'node:test';
import { layoutCall, splitArguments, width } from './layoutCall.ts';

const place = (before: string, after = ';', widest = 60) => ({ before, after, widest });

test('a call that fits stays on one line', () => {
  const args = ['n', 'sizeof(*p)', 'GFP_KERNEL'];
  assert.equal(layoutCall('kcalloc', args, place('\tp = ')).text, 'kcalloc(n, sizeof(*p), GFP_KERNEL)');
});

test('a longer one is broken between arguments and aligned to the open parenthesis', () => {
  const args = ['adapter->number_of_rings', 'sizeof(*adapter->rings)', 'GFP_KERNEL'];
  const { text } = layoutCall('kmalloc_array', args, place('\t\tadapter->rings = '));
  assert.equal(
    text,
    'kmalloc_array(adapter->number_of_rings,\n\t\t\t\t\t       sizeof(*adapter->rings),\n\t\t\t\t\t       GFP_KERNEL)',
  );
});

test('where only that helps, it is broken behind the =', () => {
  const args = ['vk->a_rather_long_member_name', 'sizeof(*vk->another_long_member_name)', 'GFP_KERNEL'];
  const laid = layoutCall('kmalloc_array', args, place('\tvk->another_long_member_name.and_more = '));
  assert.equal(laid.shift, '\n\t\t');
  assert.ok(laid.text.split('\n').every((line, index) => width(index === 0 ? `\t\t${line}` : line) <= 80));
});

test('a call that was wider than 80 columns may stay so', () => {
  const before = '\t\tdescriptor->something_long = ';
  const args = ['descriptor_count', 'sizeof(u32)', 'GFP_KERNEL'];
  assert.doesNotMatch(layoutCall('kcalloc', args, place(before, ';', 95)).text, /\n/);
  assert.match(layoutCall('kcalloc', args, place(before, ';', 70)).text, /\n/);
});

test('columns count tabs to the next eight, and arguments are split outside parentheses only', () => {
  assert.equal(width('\tab\tc'), 17);
  assert.deepEqual(splitArguments('a, f(b, c), d[e, 1]'), ['a', 'f(b, c)', 'd[e, 1]']);
});
