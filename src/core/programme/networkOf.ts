/**
 * The network that a peer belongs to, as one household, class or attacker has it: the /24 of an IPv4 address, the /64 of
 * an IPv6 one. What is no address is a network of its own.
 */
export const networkOf = (peer: string): string => {
  const bare = peer.replace(/%.*$/, '').toLowerCase();
  const mapped = /^(?:0*:)*:?ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(mapped ?? bare);
  if (four) return `${four.slice(1).map(Number).join('.')}.0/24`;
  const groups = groupsOf(bare);
  return groups === undefined ? bare : `${groups.slice(0, 4).join(':')}::/64`;
};

/** The eight groups without leading zeros; undefined where it is no IPv6 address. */
const groupsOf = (address: string): readonly string[] | undefined => {
  if (!/^[\da-f:]+$/.test(address) || !address.includes(':')) return undefined;
  const [left = '', right, ...more] = address.split('::');
  if (more.length > 0) return undefined;
  const before = left === '' ? [] : left.split(':');
  const after = right === undefined || right === '' ? [] : right.split(':');
  const zeros = right === undefined ? 0 : 8 - before.length - after.length;
  if (zeros < 0 || before.length + zeros + after.length !== 8) return undefined;
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].map((group) =>
    Number.parseInt(group === '' ? '0' : group, 16).toString(16),
  );
};
