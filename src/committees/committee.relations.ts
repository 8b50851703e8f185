import { relation, rootList, toFewThrough, toMany, toOne } from '../api/relations';
import { AgencyType } from '../reference/agencyType.entity';
import { CouncilArea } from '../reference/councilArea.entity';
import { Agency } from './agency.entity';
import { Committee } from './committee.entity';
import { agencies, committees } from './committee.lists';
import { CommitteeSettings } from './committeeSettings.entity';
import { GuardAnswer, IdentifierKind } from './textGuard.enums';
import { TextGuardRule } from './textGuard.type';
import { CommitteeAgency, CommitteeCouncilArea } from './committeeLinks.entity';

const areasOf = { through: CommitteeCouncilArea, parent: 'committeeId', child: 'councilAreaId' };
const agenciesOf = { through: CommitteeAgency, parent: 'committeeId', child: 'agencyId' };

export const committeeRelations = [
  rootList('committees', committees, 'The committees you may see: your own.'),
  rootList('agencies', agencies, 'The agencies that work with your committee.'),
  relation(
    Committee,
    'councilAreas',
    toFewThrough(CouncilArea, areasOf, ['name'], 'The council areas it covers; some committees cover two.'),
  ),
  relation(Committee, 'agencies', toMany(agencies, agenciesOf, 'The agencies that work with it.')),
  relation(Committee, 'settings', {
    type: () => CommitteeSettings,
    description: 'What it has agreed about how it works here.',
    resolve: async (committee, ctx) => (await ctx.store.children(CommitteeSettings, 'committeeId', committee.id))[0],
  }),
  relation(CommitteeSettings, 'textGuard', {
    type: () => [TextGuardRule],
    description: 'What the guard on texts does with each kind of thing that could point at a person.',
    resolve: ({ warnedIdentifiers }) =>
      (Object.keys(IdentifierKind) as IdentifierKind[]).map((kind) => ({
        kind,
        answer: warnedIdentifiers.includes(kind) ? GuardAnswer.WARN : GuardAnswer.REFUSE,
      })),
  }),
  relation(
    Agency,
    'type',
    toOne(() => AgencyType, 'agencyTypeId', 'What kind of agency it is.'),
  ),
];
