import { Int } from 'type-graphql';
import { ChangeIdea } from '../aims/changeIdea.entity';
import { changeIdeas } from '../aims/changeIdea.lists';
import { relation, rootList, toMany, toOne } from '../api/relations';
import { Agency } from '../committees/agency.entity';
import { Finding } from '../findings/finding.entity';
import { findings } from '../findings/finding.lists';
import { Measure } from '../measures/measure.entity';
import { measures } from '../measures/measure.lists';
import { Member } from '../members/member.entity';
import { Outcome } from '../plans/plan.entity';
import { Recommendation } from '../recommendations/recommendation.entity';
import { recommendations } from '../recommendations/recommendation.lists';
import { Action } from './action.entity';
import { actions } from './action.lists';
import { isOverdue } from './action.rules';
import { ActionChangeIdea, ActionDependency, ActionFinding, ActionMeasure, ActionRecommendation } from './actionLinks.entity';
import { DueDateChange } from './actionRecord.entity';

/** Both ways along a table that joins actions to something else. */
const along = (
  through:
    typeof ActionFinding | typeof ActionRecommendation | typeof ActionMeasure | typeof ActionChangeIdea | typeof ActionDependency,
  key: string,
) => ({
  out: { through, parent: 'actionId', child: key },
  back: { through, parent: key, child: 'actionId' },
});

const finding = along(ActionFinding, 'findingId');
const recommendation = along(ActionRecommendation, 'recommendationId');
const measure = along(ActionMeasure, 'measureId');
const changeIdea = along(ActionChangeIdea, 'changeIdeaId');
const dependency = along(ActionDependency, 'dependsOnId');

const thread = [
  relation(Action, 'findings', toMany(findings, finding.out, 'The findings it answers.')),
  relation(Finding, 'actions', toMany(actions, finding.back, 'The actions that answer it.')),
  relation(Action, 'recommendations', toMany(recommendations, recommendation.out, 'The recommendations it carries out.')),
  relation(Recommendation, 'actions', toMany(actions, recommendation.back, 'The actions that carry it out.')),
  relation(Action, 'measures', toMany(measures, measure.out, 'The measures that show whether it succeeds.')),
  relation(Measure, 'actions', toMany(actions, measure.back, 'The actions it shows the success of.')),
  relation(Action, 'changeIdeas', toMany(changeIdeas, changeIdea.out, 'The change ideas it tests or carries out.')),
  relation(ChangeIdea, 'actions', toMany(actions, changeIdea.back, 'The actions that test it or carry it out.')),
  relation(Action, 'dependsOn', toMany(actions, dependency.out, 'The actions that must be done first.')),
  relation(Action, 'neededBy', toMany(actions, dependency.back, 'The actions that wait for it.')),
];

const around = [
  relation(
    Action,
    'outcome',
    toOne(() => Outcome, 'outcomeId', 'The outcome of a plan that it serves.', 'nullable'),
  ),
  relation(Outcome, 'actions', toMany(actions, { by: 'outcomeId' }, 'The actions that serve it.')),
  relation(
    Action,
    'leadAgency',
    toOne(() => Agency, 'leadAgencyId', 'The agency that leads it.', 'nullable'),
  ),
  relation(Agency, 'ledActions', toMany(actions, { by: 'leadAgencyId' }, 'The actions it leads for your committee.')),
  relation(
    Action,
    'lead',
    toOne(() => Member, 'leadMemberId', 'The member who leads it.', 'nullable'),
  ),
  relation(
    Action,
    'completedBy',
    toOne(() => Member, 'completedById', 'The member who said that it was done.', 'nullable'),
  ),
  relation(Member, 'ledActions', toMany(actions, { by: 'leadMemberId' }, 'The actions this member leads.')),
  relation(
    Action,
    'supersededBy',
    toOne(() => Action, 'supersededById', 'The action that replaced it.', 'nullable'),
  ),
];

const computed = [
  relation(Action, 'isOverdue', {
    type: () => Boolean,
    description: 'Approved, not yet done, and past its due date. Computed, never set.',
    resolve: (action, ctx) => isOverdue(action, ctx.today),
  }),
  relation(Action, 'redateCount', {
    type: () => Int,
    description: 'How often its due date was changed.',
    resolve: async (action, ctx) => (await ctx.store.children(DueDateChange, 'actionId', action.id)).length,
  }),
];

export const actionRelations = [
  rootList('actions', actions, 'Your committee’s improvement actions.'),
  ...thread,
  ...around,
  ...computed,
];
