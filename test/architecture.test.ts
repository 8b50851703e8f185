import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(root, 'src', name), 'utf8') }));

test('imports follow the rules of .dependency-cruiser.cjs', () => {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const what = ['src', 'migrations', 'seeds', 'ormconfig.ts', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [cruiser, ...what], { cwd: root, encoding: 'utf8' });
  expect(status === 0 ? '' : stdout + stderr).toBe('');
}, 60_000);

test('only the store sends SQL: a feature says what it wants, and the committee is added for it', () => {
  const outside = sources.filter(({ name }) => !/^(store\/|ops\/|main\.ts)/.test(name));
  expect(outside.filter(({ text }) => /\.query(<[^>]*>)?\(/.test(text)).map(({ name }) => name)).toEqual([]);
});

test('who may do and see what is said in policies: nothing that carries it out names a role', () => {
  const carryOut = sources.filter(({ name }) => /\.(verbs|service|relations|reading|resolver)\.ts$/.test(name));
  const role =
    /'(VICE_CHAIR|CHAIR|LEAD_OFFICER|SUBGROUP_CHAIR|ACTION_LEAD|IMPROVEMENT_ADVISER|DATA_ANALYST|CHIEF_OFFICER|PARTNER_VIEWER|PRIVACY_STEWARD|AUDITOR|ADMIN)'/;
  expect(carryOut.filter(({ text }) => role.test(text)).map(({ name }) => name)).toEqual([]);
});

test('no source file is longer than 200 lines', () => {
  expect(sources.filter(({ text }) => text.trimEnd().split('\n').length > 200).map(({ name }) => name)).toEqual([]);
});

test('there is no any', () => {
  const any = /\bas any\b|<any\b|: any\b|\bany\[\]/;
  const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/'[^'\n]*'/g, "''");
  expect(sources.filter(({ text }) => any.test(code(text))).map(({ name }) => name)).toEqual([]);
});

test('no file is a grab bag: each is named after what it holds', () => {
  const forbidden = /(^|\/)(index|utils?|helpers?|common|manager|base)\.ts$/i;
  expect(sources.filter(({ name }) => forbidden.test(name)).map(({ name }) => name)).toEqual([]);
});
