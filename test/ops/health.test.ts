import { createHealth } from '../../src/ops/health';

test('the process is live even when the database is not there', async () => {
  const health = createHealth(() => Promise.reject(new Error('gone')));
  expect(health.live()).toEqual({ status: 200, body: { status: 'ok' } });
  expect(await health.ready()).toEqual({ status: 503, body: { status: 'database unavailable' } });
});

test('it is ready while the database answers, and not any more once it drains', async () => {
  const asked: string[] = [];
  const health = createHealth((sql) => Promise.resolve(asked.push(sql)));
  expect(await health.ready()).toEqual({ status: 200, body: { status: 'ok' } });
  health.drain();
  expect(await health.ready()).toEqual({ status: 503, body: { status: 'draining' } });
  expect(health.live().status).toBe(200);
  expect(asked).toEqual(['select 1']);
});

test('a database that hangs is not asked again and again', async () => {
  let questions = 0;
  let letGo: (value: unknown) => void = () => undefined;
  const health = createHealth(() => {
    questions++;
    return new Promise((resolve) => (letGo = resolve));
  }, 10);
  const answers = await Promise.all([health.ready(), health.ready()]);
  expect([...answers, await health.ready()].map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(questions).toBe(1);
  letGo(undefined);
  await new Promise(setImmediate);
  void health.ready();
  expect(questions).toBe(2);
});
