import { LinkRow, type Derivation } from '../store/row';
import { answeringFacts, carryingFacts, threadSources } from './answering.rules';

/** The sources that anything on the thread leads back to. */
class ThreadSource extends LinkRow {
  static derived(): Derivation {
    return { sql: threadSources, properties: ['committeeId', 'rowId', 'sourceId'] };
  }
}

/** The actions tied to a finding, and those that superseded them. */
class AnsweringAction extends LinkRow {
  static derived(): Derivation {
    const sql = `with recursive ${answeringFacts} select committee_id, finding_id, action_id from answering`;
    return { sql, properties: ['committeeId', 'findingId', 'actionId'] };
  }
}

/** The actions tied to a recommendation, and those that superseded them. */
class CarryingAction extends LinkRow {
  static derived(): Derivation {
    const sql = `with recursive ${carryingFacts} select committee_id, recommendation_id, action_id from carrying`;
    return { sql, properties: ['committeeId', 'recommendationId', 'actionId'] };
  }
}

export const sourcesOfRow = { through: ThreadSource, parent: 'rowId', child: 'sourceId' };
export const actionsAnswering = { through: AnsweringAction, parent: 'findingId', child: 'actionId' };
export const actionsCarryingOut = { through: CarryingAction, parent: 'recommendationId', child: 'actionId' };
