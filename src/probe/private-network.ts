/** 内网地址: which network addresses a visit may not reach. Checked on the very address that is connected to. */
import { BlockList, isIP } from 'node:net';

/** Where clouds keep their secrets: link-local, and what 阿里云, Azure and Oracle use. Never, whatever the settings say. */
const secrets = new BlockList();
secrets.addSubnet('169.254.0.0', 16);
for (const address of ['100.100.100.200', '168.63.129.16', '192.0.0.192'])
  secrets.addAddress(address);

/** Never either: where AWS and Google keep them in IPv6, link-local, multicast, reserved. */
const never = new BlockList();
never.addSubnet('0.0.0.0', 8);
never.addSubnet('224.0.0.0', 4);
never.addSubnet('240.0.0.0', 4);
never.addAddress('::', 'ipv6');
never.addSubnet('fd00:ec2::', 32, 'ipv6');
never.addSubnet('fd20:ce::', 32, 'ipv6');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');

/** Only where the settings allow: this machine and the networks of offices (RFC 1918, 4193, 6598). */
const inside = new BlockList();
inside.addSubnet('10.0.0.0', 8);
inside.addSubnet('100.64.0.0', 10);
inside.addSubnet('127.0.0.0', 8);
inside.addSubnet('172.16.0.0', 12);
inside.addSubnet('192.0.0.0', 24);
inside.addSubnet('192.168.0.0', 16);
inside.addSubnet('198.18.0.0', 15);

/** All that IANA has given to the internet in IPv6, but for what carries an IPv4 address within (Teredo, 6to4) or is for examples. */
const world = new BlockList();
world.addSubnet('2000::', 3, 'ipv6');
const carrier = new BlockList();
carrier.addSubnet('2001::', 32, 'ipv6');
carrier.addSubnet('2001:db8::', 32, 'ipv6');
carrier.addSubnet('2002::', 16, 'ipv6');

/** True when `address` (an IP address without brackets) may be connected to. IPv4 inside IPv6 counts as IPv4. */
export function mayConnect(address: string, privateAddresses: boolean): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  if (never.check(address, kind) || secrets.check(address, kind)) return false;
  if (family === 6 && carriedIn(address).some((one) => secrets.check(one))) return false;
  const isPublic =
    kind === 'ipv4' || isMapped(address)
      ? !inside.check(address, kind)
      : world.check(address, kind) && !carrier.check(address, kind);
  return privateAddresses || isPublic;
}

/** IPv4 written as IPv6 (::ffff:0:0/96). */
function isMapped(address: string): boolean {
  return /^::ffff:[0-9a-f]{1,4}:[0-9a-f]{1,4}$/u.test(shortest(address));
}

/** The IPv4 addresses that a way from IPv6 to IPv4 may read out of an address: NAT64, 6to4, Teredo, the old compatible form. */
function carriedIn(address: string): string[] {
  const [before = '', behind] = shortest(address).split('::');
  const [head, tail] = [before, behind ?? ''].map((part) => part.split(':').filter(Boolean));
  const gap = Array.from({ length: 8 - (head?.length ?? 0) - (tail?.length ?? 0) }, () => '0');
  const groups = [...(head ?? []), ...gap, ...(tail ?? [])].map((group) =>
    Number.parseInt(group, 16),
  );
  const dotted = (at: number, flipped = 0): string =>
    [groups[at] ?? 0, groups[at + 1] ?? 0]
      .map((group) => group ^ flipped)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  const [first, second] = groups;
  if (first === 0x20_02) return [dotted(1)];
  if (first === 0x20_01 && second === 0) return [dotted(6, 0xff_ff)];
  return first === 0 || (first === 0x64 && second === 0xff_9b) ? [dotted(6)] : [];
}

/** An IPv6 address in its one short form, without its zone. */
function shortest(address: string): string {
  return new URL(`http://[${address.replace(/%.*$/u, '')}]/`).hostname.slice(1, -1);
}
