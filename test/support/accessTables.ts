import { readFileSync } from 'node:fs';
import type { Role } from '../../src/access/roles';

/** What docs/access.md says: who is expected to see and do what. */
export interface AccessTables {
  /** Roles by the name in the first column, for each kind of table: query field, type, field or mutation. */
  readonly expected: Readonly<Record<'query field' | 'type' | 'field' | 'mutation', ReadonlyMap<string, readonly Role[]>>>;
  readonly duties: ReadonlyMap<string, { readonly sentence: string; readonly mutations: readonly string[] }>;
}

const heads: Readonly<Record<string, Role>> = {
  ...{ Chair: 'CHAIR', 'Vice chair': 'VICE_CHAIR', 'Lead officer': 'LEAD_OFFICER', Member: 'MEMBER' },
  ...{ 'Subgroup chair': 'SUBGROUP_CHAIR', 'Action lead': 'ACTION_LEAD', 'Improvement adviser': 'IMPROVEMENT_ADVISER' },
  ...{ 'Data analyst': 'DATA_ANALYST', 'Chief officer': 'CHIEF_OFFICER', 'Partner viewer': 'PARTNER_VIEWER' },
  ...{ 'Privacy steward': 'PRIVACY_STEWARD', Auditor: 'AUDITOR', Admin: 'ADMIN' },
};

/** Reads the tables; what cannot be read as yes or no is a mistake in the document. */
export function readAccessTables(): AccessTables {
  const expected = { 'query field': new Map(), type: new Map(), field: new Map(), mutation: new Map() };
  const duties = new Map<string, { sentence: string; mutations: string[] }>();
  for (const [head = [], , ...rows] of tablesIn(readFileSync('docs/access.md', 'utf8'))) {
    const [what = '', ...columns] = head;
    for (const [first = '', ...cells] of rows) {
      const name = nameIn(first);
      if (what === 'rule') duties.set(name, { sentence: cells[0] ?? '', mutations: [] });
      else if (what === 'said of') dutyOf(duties, nameIn(cells[0])).mutations.push(name);
      else {
        const roles = columns.filter((_, index) => isYes(cells[index], first)).map((column) => roleOf(column));
        setOnce(expected[what as keyof typeof expected], name, roles);
      }
    }
  }
  return { expected, duties };
}

function tablesIn(text: string): string[][][] {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.startsWith('|'));
  return blocks.map((block) =>
    block
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );
}

/** One thing a row, so that the tables can be read. */
function nameIn(cell = ''): string {
  const [, name] = /^`([^`]+)`$/.exec(cell) ?? [];
  if (!name) throw new Error(`"${cell}" does not name one thing.`);
  return name;
}

function dutyOf<T>(duties: ReadonlyMap<string, T>, rule: string): T {
  const duty = duties.get(rule);
  if (!duty) throw new Error(`There is no rule ${rule}.`);
  return duty;
}

function isYes(cell: string | undefined, row: string): boolean {
  if (cell !== 'yes' && cell !== '–') throw new Error(`"${cell}" in the row of ${row} is neither yes nor –.`);
  return cell === 'yes';
}

function roleOf(column: string): Role {
  const role = heads[column];
  if (!role) throw new Error(`There is no role "${column}".`);
  return role;
}

function setOnce(table: Map<string, readonly Role[]>, name: string, roles: readonly Role[]): void {
  if (table.has(name)) throw new Error(`${name} has two rows.`);
  table.set(name, roles);
}
