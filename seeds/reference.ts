import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { maintain, since } from '../src/store/maintenance';
import { agencyTypes, councilAreas, healthBoards, qualityFramework, qualityIndicators, themeGroups } from './referenceData';

/** The same uuid for the same name in every installation, so that ids of reference data can be kept. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(`golden-thread ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Row = Readonly<Record<string, unknown>>;

/** Loads what the service needs to run; run again, it brings labels up to date and touches nothing else. */
export async function loadReferenceData(dataSource: DataSource): Promise<void> {
  await maintain(dataSource, async (manager) => {
    const [known] = await manager.query<object[]>('select 1 from health_board limit 1');
    if (!known) await since(manager, '-infinity');
    for (const [table, rows] of referenceTables()) {
      const columns = Object.keys(rows[0] ?? {});
      const updates = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
      await manager.query(
        `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1)
         on conflict (id) do update set ${updates.join(', ')}`,
        [JSON.stringify(rows)],
      );
    }
  });
}

function referenceTables(): readonly (readonly [string, readonly Row[]])[] {
  const frameworkId = stableId(`framework ${qualityFramework.edition}`);
  return [
    ['health_board', healthBoards.map(([code, name]) => ({ id: stableId(`board ${code}`), code, name }))],
    [
      'council_area',
      councilAreas.map(([code, name, board, formerCodes = []]) => ({
        id: stableId(`council ${code}`),
        code,
        name,
        former_codes: formerCodes,
        health_board_id: stableId(`board ${boardCode(board)}`),
      })),
    ],
    [
      'agency_type',
      agencyTypes.map(([code, label, isVerified]) => ({
        id: stableId(`agency type ${code}`),
        code,
        label,
        is_verified: isVerified,
      })),
    ],
    [
      'theme',
      themeGroups.flatMap(({ group, themes }) =>
        themes.map(([code, label]) => ({ id: stableId(`theme ${code}`), committee_id: null, code, label, group_label: group })),
      ),
    ],
    ['quality_framework', [{ id: frameworkId, ...qualityFramework }]],
    [
      'quality_indicator',
      qualityIndicators.map(([code, title, domain, area, isVerified]) => ({
        id: stableId(`indicator ${qualityFramework.edition} ${code}`),
        framework_id: frameworkId,
        code,
        title,
        domain,
        area,
        is_verified: isVerified,
      })),
    ],
  ];
}

function boardCode(name: string): string {
  const found = healthBoards.find(([, board]) => board === name);
  if (!found) throw new Error(`No health board is called ${name}.`);
  return found[0];
}
