import { createLog, type WriteLine } from '../../src/ops/log';

const now = new Date('2026-09-15T10:00:00Z');

function logged(least: 'debug' | 'warn') {
  const lines: [string, unknown][] = [];
  const write: WriteLine = (level, line) => lines.push([level, JSON.parse(line)]);
  const log = createLog(least, () => now, write);
  log.debug('a.detail');
  log.error('request.failed', { requestId: 'r1', message: 'two\nlines' });
  return lines;
}

test('a line is one JSON object with its level, time and event', () => {
  const time = '2026-09-15T10:00:00.000Z';
  expect(logged('debug')).toEqual([
    ['debug', { level: 'debug', time, event: 'a.detail' }],
    ['error', { level: 'error', time, event: 'request.failed', requestId: 'r1', message: 'two\nlines' }],
  ]);
});

test('what is below the configured level is left out', () => {
  expect(logged('warn').map(([level]) => level)).toEqual(['error']);
});
