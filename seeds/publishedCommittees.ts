import type { DataSource } from 'typeorm';
import { proposeAction } from '../src/actions/action.service';
import { foundCommittee, type Founding } from '../src/store/founding';
import type { PublishedRecord } from './publishedRecord';
import { recordPublished, type Recorded } from './publishedSources';
import { recordSeries } from './publishedSeries';
import { Scribe } from './scribe';

type Area = Pick<Founding, 'name' | 'kind' | 'chiefOfficersBody' | 'councilCodes'>;

const area = (name: string, councilCode: string): Area => ({
  name: `${name} Child Protection Committee`,
  kind: 'CHILD_PROTECTION',
  chiefOfficersBody: 'Chief Officers Group',
  councilCodes: [councilCode],
});

/** The committees of the areas whose published inspections are shown, by the area's name in the record. */
const areas: Readonly<Record<string, Area>> = {
  'Aberdeen City': area('Aberdeen City', 'S12000033'),
  Fife: area('Fife', 'S12000047'),
  'Dundee City': area('Dundee City', 'S12000042'),
  Highland: area('Highland', 'S12000017'),
  'West Dunbartonshire': area('West Dunbartonshire', 'S12000039'),
  Midlothian: {
    name: 'East Lothian and Midlothian Public Protection Committee',
    kind: 'PUBLIC_PROTECTION',
    chiefOfficersBody: 'Critical Services Oversight Group',
    councilCodes: ['S12000010', 'S12000019'],
  },
  'Orkney Islands': {
    name: 'Orkney Public Protection Committee',
    kind: 'PUBLIC_PROTECTION',
    chiefOfficersBody: 'Chief Officers Group',
    councilCodes: ['S12000023'],
  },
};

/** Not a committee: the place where what was published for the whole country is kept. */
const national: Area = {
  name: 'Scotland: the national published record',
  kind: 'CHILD_PROTECTION',
  chiefOfficersBody: 'National Child Protection Leadership Group',
  councilCodes: [],
};

/** Inspections and progress reviews stand under their own committees, national reports and figures under one for the country. */
export async function loadPublishedCommittees(dataSource: DataSource, record: PublishedRecord, now: Date): Promise<void> {
  for (const [name, facts] of Object.entries(areas)) {
    const scribe = await scribeOf(dataSource, { ...facts, isInvented: false }, now);
    for (const source of record.sources.filter((each) => each.area === name)) await recordPublished(scribe, record, source);
  }
  const scribe = await scribeOf(dataSource, { ...national, isInvented: true }, now);
  const recorded: Recorded = new Map();
  for (const source of record.sources.filter((each) => each.area === null)) {
    for (const [key, id] of await recordPublished(scribe, record, source)) recorded.set(key, id);
  }
  await recordActions(scribe, record, recorded);
  await recordSeries(scribe);
}

async function scribeOf(dataSource: DataSource, facts: Area & { isInvented: boolean }, now: Date): Promise<Scribe> {
  const members = [
    { displayName: 'Lead officer', role: 'LEAD_OFFICER' as const },
    { displayName: 'Data analyst', role: 'DATA_ANALYST' as const },
  ];
  return new Scribe(dataSource, await foundCommittee(dataSource, { ...facts, agencies: [], members, serviceAccounts: [] }, now));
}

/** National actions as published. No committee approved them, so they stay proposed. */
async function recordActions(scribe: Scribe, record: PublishedRecord, recorded: Recorded): Promise<void> {
  for (const action of record.actions) {
    await scribe.say('LEAD_OFFICER', '2026-04-07', proposeAction, {
      visibility: 'PUBLIC',
      title: action.text.slice(0, 300),
      changeType: 'GOVERNANCE',
      origin: 'PLANNED_PRIORITY',
      originReason: `Published as a national action (${action.ref}).`,
      recommendationIds: action.recommendation_ids.flatMap((id) => recorded.get(id) ?? []),
      leadRole: action.owners.join('; ') || null,
      description: action.timescale_text ? `Timescale as published: ${action.timescale_text}.` : null,
      dueOn: action.due?.end ?? null,
    });
  }
}
