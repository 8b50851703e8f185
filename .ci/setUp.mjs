// Plain Node without dependencies: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const LEAST_NODE = [20, 19];

requireNode();
install();
if (process.argv.includes('build')) build();

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  stop(`Node ${LEAST_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
}

/** npm ci removes node_modules first, so its stamp is only there after an installation that ended well. */
function install() {
  const stamp = join(root, 'node_modules', '.installed-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  refuseLink();
  say('Installing the locked dependencies (once) ...');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'], 'The dependencies');
  writeFileSync(stamp, wanted);
}

/** npm ci empties the folder, and through a link it would empty somebody else's. */
function refuseLink() {
  const isLink = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (isLink)
    stop(
      'node_modules is a link to another folder, whose packages do not match package-lock.json: install there, or remove the link.',
    );
}

function build() {
  say('Building ...');
  const migrations = join(root, 'dist', 'migrations');
  if (existsSync(migrations)) readdirSync(migrations).forEach((name) => removeStale(migrations, name));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  run(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], 'The build');
}

/** A migration that was deleted or renamed must not live on as compiled code and be applied. */
function removeStale(folder, name) {
  const source = name.replace(/\.(js|js\.map|d\.ts)$/, '.ts');
  if (!existsSync(join(root, 'migrations', source))) rmSync(join(folder, name));
}

function run(command, args, what) {
  // On Windows npm is a script, which needs a shell; all arguments are constants.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell });
  if (error) stop(`${what} failed: ${error.message}`);
  if (status !== 0) stop(`${what} failed: see above.`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function stop(line) {
  say(line);
  process.exit(1);
}
