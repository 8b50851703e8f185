import type { Role } from '../../src/access/roles';
import { answered, type Answer, type Shown, type TestCommittee } from '../support/api';
import type { MadeMeeting } from '../support/make';

const SEAL = `mutation Seal($input: SealPackInput!) {
  sealPack(input: $input) { pack {
    id number asAt format marking sha256 headSeq headHash isWhole address canonicalText since { id } sealedBy { role }
    changes { kind happenedOn sentence subject { id typeName ref title } from to reason approvedBy eventSeqs }
  } }
}`;

export const seal = (committee: TestCommittee, { id, version }: MadeMeeting, role: Role = 'LEAD_OFFICER'): Promise<Answer> =>
  committee.as(role)(SEAL, { input: { id, version } });

/** A pack that must be sealed, with its text taken apart. */
export async function sealed(committee: TestCommittee, meeting: MadeMeeting): Promise<Shown> {
  const { pack } = (await answered(seal(committee, meeting))).sealPack;
  return { ...pack, content: JSON.parse(pack.canonicalText as string) };
}

/** The meeting of the demonstration on a day. */
export async function meetingOn(committee: TestCommittee, day: string): Promise<MadeMeeting> {
  const { meetings } = await answered(committee.as('CHAIR')('{ meetings(first: 50) { nodes { id version meetsOn } } }'));
  return meetings.nodes.find((each: { meetsOn: string }) => each.meetsOn === day) as MadeMeeting;
}
