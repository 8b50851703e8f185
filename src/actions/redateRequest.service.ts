import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { Work } from '../store/work';
import { Action } from './action.entity';
import { requireOtherDate } from './action.rules';
import type { DueDateChange } from './actionRecord.entity';
import { RedateRequest } from './redateRequest.entity';
import type { RefuseRedateInput, RequestRedateInput, WithdrawRedateInput } from './redateRequest.input';

export type RedateRequestChange = { redateRequest: RedateRequest };

export async function requestRedate(work: Work, input: RequestRedateInput): Promise<RedateRequestChange> {
  const action = await work.forChange(Action, input);
  requireOtherDate(action, input.dueOn);
  if (await waitingOf(work, action)) {
    throw ruleBroken(
      'redateRequest.one',
      'A request for a new date of this action waits already; withdraw it first.',
      'input.id',
    );
  }
  const facts = { actionId: action.id, requestedById: work.actor.id, wantedOn: input.dueOn, reason: input.reason };
  return { redateRequest: await work.add(RedateRequest, { ...facts, status: 'WAITING' }) };
}

export const refuseRedate = (work: Work, input: RefuseRedateInput): Promise<RedateRequestChange> =>
  settle(work, input, { status: 'REFUSED', settledReason: input.reason });

export const withdrawRedate = (work: Work, input: WithdrawRedateInput): Promise<RedateRequestChange> =>
  settle(work, input, { status: 'WITHDRAWN', settledReason: input.reason ?? null });

/** Whoever gives an action a new date has decided on the request that waits for it, whichever date was asked for. */
export async function grantWaiting(work: Work, action: Action, change: DueDateChange): Promise<void> {
  const waiting = await waitingOf(work, action);
  if (!waiting) return;
  const request = await work.lock(RedateRequest, waiting.globalId, 'input.id');
  Object.assign(request, {
    status: 'GRANTED',
    settledOn: work.today,
    settledById: change.approvedById,
    dueDateChangeId: change.id,
  });
  await work.save(RedateRequest, request);
}

/** Whoever lets an action go on as it is, or ends it, has decided on the request for another date too. */
export async function refuseWaiting(
  work: Work,
  action: Action,
  by: Pick<RedateRequest, 'settledById' | 'settledReason'>,
): Promise<void> {
  const waiting = await waitingOf(work, action);
  if (!waiting) return;
  const request = await work.lock(RedateRequest, waiting.globalId, 'input.id');
  await work.save(RedateRequest, Object.assign(request, { status: 'REFUSED', settledOn: work.today, ...by }));
}

/** The date that a waiting request asks for. @throws RULE_BROKEN when none waits */
export async function wantedDate(work: Work, { id }: { id: string }): Promise<LocalDate> {
  const waiting = await waitingOf(work, await work.store.get(Action, id, 'input.id'));
  if (waiting) return waiting.wantedOn;
  throw ruleBroken('decision.dueOn', 'Give the new due date; no request for one waits.', 'input.dueOn');
}

async function waitingOf(work: Work, { id }: Action): Promise<RedateRequest | undefined> {
  return (await work.store.children(RedateRequest, 'actionId', id)).find(({ status }) => status === 'WAITING');
}

async function settle(
  work: Work,
  input: RefuseRedateInput | WithdrawRedateInput,
  answer: Pick<RedateRequest, 'status' | 'settledReason'>,
): Promise<RedateRequestChange> {
  const request = await work.forChange(RedateRequest, input);
  Object.assign(request, answer, { settledOn: work.today, settledById: work.actor.id });
  return { redateRequest: await work.save(RedateRequest, request) };
}
