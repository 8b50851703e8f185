import { defaultLimits } from '../../src/graphql/limits';
import { post, sendTo, startToy, type ToyServer } from './toy';

describe('other settings', () => {
  const withToy = async (changes: Parameters<typeof startToy>[0], act: (other: ToyServer) => Promise<void>) => {
    const other = await startToy(changes);
    await act(other).finally(() => other.close());
  };

  test('introspection can be refused', () =>
    withToy({ introspection: false }, async ({ url }) => {
      expect((await post(url, { query: '{ __schema { types { name } } }' })).errors[0]?.extensions.code).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
      expect((await post(url, { query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
    }));

  test('limits can be set', () =>
    withToy({ limits: { ...defaultLimits, cost: 3 } }, async ({ url }) => {
      expect((await post(url, { query: '{ sources(first: 3) { nodes { id } } }' })).errors[0]?.extensions.rule).toBe(
        'limit.cost',
      );
    }));

  test('a page of a configured origin may ask, and no other', () =>
    withToy({ corsOrigins: ['https://cpc.example'] }, async ({ url }) => {
      const asking = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
      const preflight = await sendTo(url, { method: 'OPTIONS', headers: { ...asking, origin: 'https://cpc.example' } });
      expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, 'https://cpc.example']);
      const answer = await post(url, { query: '{ echo }' }, { origin: 'https://cpc.example' });
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://cpc.example');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      expect(answer.headers.get('vary')).toBe('Origin');
      for (const origin of ['https://evil.example', 'null', 'https://cpc.example.evil.example']) {
        const other = await post(url, { query: '{ echo }' }, { origin });
        expect(other.headers.get('access-control-allow-origin')).toBeNull();
      }
    }));

  test('with every place taken, callers wait; with the queue full they are told to come back', () =>
    withToy({ maxInFlight: 1 }, async ({ url, slow }) => {
      const running = post(url, { query: '{ slow }' });
      await slow.begun;
      let told = 0;
      const waiting = Array.from({ length: 102 }, async () => {
        const answer = await post(url, { query: '{ echo }' });
        if (answer.status === 503) told += 1;
        // The place is given back only when all that came too late have been told so.
        if (told === 2) slow.letGo();
        return answer;
      });
      const answers = await Promise.all([running, ...waiting]);
      const refused = answers.filter(({ status }) => status === 503);
      expect(refused.length).toBe(2);
      expect(refused[0]?.headers.get('retry-after')).toBe('2');
      expect(refused[0]?.errors[0]?.extensions).toEqual({ code: 'UNAVAILABLE' });
      expect(answers.filter(({ status }) => status === 200).length).toBe(101);
    }));

  test('stopping lets what runs finish and refuses the rest', () =>
    withToy({}, async ({ url, handler, slow }) => {
      const running = post(url, { query: '{ slow }' });
      await slow.begun;
      const stopped = handler.stop();
      expect((await post(url, { query: '{ echo }' })).status).toBe(503);
      slow.letGo();
      expect((await running).data).toEqual({ slow: 'done' });
      await stopped;
    }));

  test('an answer is not sent when its context cannot be ended', () =>
    withToy({ contextFor: async () => ({ end: () => Promise.reject(new Error('commit failed')) }) }, async ({ url, lines }) => {
      const answer = await post(url, { query: '{ echo }' });
      expect([answer.status, answer.errors[0]?.extensions]).toEqual([500, { code: 'INTERNAL_SERVER_ERROR' }]);
      expect(lines).toMatchObject([{ message: 'commit failed' }]);
    }));

  test('a database that is away when the caller signs in is 503', () => {
    const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' }));
    return withToy({ contextFor: away }, async ({ url }) => {
      const answer = await post(url, { query: '{ echo }' });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
      expect(answer.text).not.toContain('10.0.0.1');
    });
  });
});
