import type { IncomingHttpHeaders } from 'node:http';
import { isIPv6 } from 'node:net';

/** Where a request comes from, and what it brings. */
export interface Caller {
  readonly headers: IncomingHttpHeaders;
  /** The network address, as far as it can be believed. */
  readonly address: string;
}

interface Incoming {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * What a caller writes into X-Forwarded-For can be made up; what our own proxies add at its end cannot.
 * @param proxies how many proxies of ours stand before the service
 */
export function callerOf({ headers, socket }: Incoming, proxies: number): Caller {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const chain = [...forwarded.map((each) => each.trim()).filter(Boolean), socket.remoteAddress ?? 'unknown'];
  return { headers, address: networkOf(chain[Math.max(0, chain.length - 1 - proxies)] ?? 'unknown') };
}

/** One subscriber has a whole /64 of IPv6, so its addresses count as one. An address that is none is kept short. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain.slice(0, 45);
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const whole = [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':').filter(Boolean)];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
