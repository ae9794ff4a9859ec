import { expect, test } from 'vitest';
import { mayConnect } from '../../src/probe/private-network.ts';

test.each([
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  '::ffff:0:7f00:1',
  '::127.0.0.1',
  'fec0::1',
])('%s 是内网或本机，设置允许才连', (address) => {
  expect([mayConnect(address, false), mayConnect(address, true)]).toEqual([false, true]);
});

test.each([
  '0.0.0.0',
  '169.254.169.254',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  '::ffff:100.100.100.200',
  'fd00:ec2::254',
  'fd20:ce::254',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::a9fe:a9fe',
  '64:ff9b::6464:64c8',
  '2002:a9fe:a9fe::1',
  '2001:0:7f00:1::5601:5601',
  '::169.254.169.254',
  '::ffff:0:a9fe:a9fe',
  'fe80::1',
  '224.0.0.1',
  '255.255.255.255',
  'ff02::1',
  '::',
])('%s 什么时候都不连', (address) => {
  expect([mayConnect(address, false), mayConnect(address, true)]).toEqual([false, false]);
});

test.each(['172.32.0.1', '8.8.8.8', '::ffff:8.8.8.8', '2400:3200::1'])('%s 是公网', (address) => {
  expect(mayConnect(address, false)).toBe(true);
});

test('不是地址的不连', () => {
  expect(mayConnect('www.example', true)).toBe(false);
});
