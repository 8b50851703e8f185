import { callerOf } from '../../src/access/caller';
import { countRefusedSignIns, type SlowedDown } from '../../src/access/refusedSignIns';
import { type Refusal } from '../../src/kernel/errors';

const incoming = (remoteAddress: string | undefined, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});

test.each<[string, string | undefined, string | undefined, number, string]>([
  ['without a proxy the socket says it', '192.0.2.7', undefined, 0, '192.0.2.7'],
  ['and nobody can say otherwise', '192.0.2.7', '198.51.100.1', 0, '192.0.2.7'],
  ['behind one proxy, what it added last', '10.0.0.1', 'made up, 198.51.100.1', 1, '198.51.100.1'],
  ['behind two, what the first of them saw', '10.0.0.1', 'made up, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['a proxy that says nothing is itself the caller', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['IPv4 in IPv6 is IPv4', '::ffff:192.0.2.7', undefined, 0, '192.0.2.7'],
  ['a network of IPv6 counts as one', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['however it is written', '2001:DB8::1', undefined, 0, '2001:db8:0:0::/64'],
  ['and the machine itself too', '::1', undefined, 0, '0:0:0:0::/64'],
  ['a closed socket has none', undefined, undefined, 0, 'unknown'],
])('%s', (_, remoteAddress, forwarded, proxies, address) => {
  expect(callerOf(incoming(remoteAddress, forwarded), proxies).address).toBe(address);
});

function counting(limits = { perAddress: 5, perKey: 2 }) {
  const clock = { now: 0 };
  const slowed: SlowedDown[] = [];
  const signIns = countRefusedSignIns(
    limits,
    () => new Date(clock.now),
    (each) => slowed.push(each),
  );
  const refusedFor = (attempt: { address: string; keyId?: string }): number | undefined => {
    try {
      signIns.requireRoom(attempt);
    } catch (error) {
      return (error as Refusal).details.retryAfterSeconds;
    }
    return undefined;
  };
  const refuse = (times: number, attempt: { address: string; keyId?: string }) => {
    for (let time = 0; time < times; time += 1) signIns.count(attempt);
  };
  return { clock, slowed, refusedFor, refuse };
}

test('a key that is refused twice from one place waits there, and nowhere else, and nobody else does', () => {
  const { refuse, refusedFor, slowed } = counting();
  refuse(2, { address: 'a', keyId: 'k' });
  expect(refusedFor({ address: 'a', keyId: 'k' })).toBe(60);
  expect([
    refusedFor({ address: 'b', keyId: 'k' }),
    refusedFor({ address: 'a', keyId: 'l' }),
    refusedFor({ address: 'a' }),
  ]).toEqual([...[undefined, undefined, undefined]]);
  expect(slowed).toEqual([{ address: 'a', keyId: 'k', refused: 2 }]);
});

test('an address that is refused too often waits whatever it brings; others do not', () => {
  const { refuse, refusedFor, slowed } = counting();
  for (const keyId of ['k', 'l', 'm', 'n']) refuse(1, { address: 'a', keyId });
  expect(refusedFor({ address: 'a' })).toBeUndefined();
  refuse(1, { address: 'a' });
  expect(refusedFor({ address: 'a', keyId: 'another' })).toBe(60);
  expect(refusedFor({ address: 'b' })).toBeUndefined();
  expect(slowed).toEqual([{ address: 'a', refused: 5 }]);
});

test('after a minute it may try again', () => {
  const { refuse, refusedFor, clock } = counting();
  refuse(5, { address: 'a' });
  clock.now = 59_001;
  expect(refusedFor({ address: 'a' })).toBe(1);
  clock.now = 60_000;
  expect(refusedFor({ address: 'a' })).toBeUndefined();
  refuse(4, { address: 'a' });
  expect(refusedFor({ address: 'a' })).toBeUndefined();
});

test('a flood of addresses makes the oldest forgotten, and no more is kept than ten thousand', () => {
  const { refuse, refusedFor } = counting();
  refuse(5, { address: 'first' });
  for (let each = 0; each < 10_000; each += 1) refuse(1, { address: String(each) });
  expect(refusedFor({ address: 'first' })).toBeUndefined();
  refuse(5, { address: 'last' });
  expect(refusedFor({ address: 'last' })).toBe(60);
});
