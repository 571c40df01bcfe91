/**
 * Questions about what a policy declares and nothing uses: kinds, facts, actors, conditions; and about pauses that nothing ends.
 */
import { show } from "../../issues/show.ts";
import type { Commitment, ReadyPolicy } from "../../policy/policy.ts";
import { commitmentsOf, type PolicyQuestion, placesOf } from "./places.ts";

/** The questions about declarations. */
export function unusedQuestions(policy: ReadyPolicy): PolicyQuestion[] {
  return [...kindQuestions(policy), ...eventQuestions(policy), ...factQuestions(policy), ...nameQuestions(policy)];
}

function kindQuestions({ kinds, versions }: ReadyPolicy): PolicyQuestion[] {
  const all = versions.flatMap(({ commitments }) => [...commitments.values()]);
  return [...kinds].flatMap(([kind, { stop }]): PolicyQuestion[] => {
    const own = all.filter((commitment) => concerns(commitment, kind));
    if (own.length === 0)
      return [{ path: ["kinds", kind], message: `no commitment holds for ${show(kind)}: its cases are not judged` }];
    const stops = own.flatMap((commitment) => ("stop" in commitment ? commitment.stop : []));
    if (stop === undefined || stops.length === 0 || stops.some(({ types }) => types.has(stop))) return [];
    const message = `no commitment of ${show(kind)} stops with ${show(stop)}, to which bare columns of a file belong: is that meant?`;
    return [{ path: ["kinds", kind, "stop"], message }];
  });
}

function concerns(commitment: Commitment, kind: string): boolean {
  return commitment.kinds.has(kind) || (commitment.kind === "detection" && commitment.caseKinds.has(kind));
}

function eventQuestions({ pause, resume }: ReadyPolicy): PolicyQuestion[] {
  if (pause.length > 0 && resume.length === 0)
    return [{ path: ["events", "pause"], message: "nothing resumes a clock that is paused: is resume missing?" }];
  if (pause.length === 0 && resume.length > 0)
    return [{ path: ["events", "resume"], message: "nothing pauses a clock that could be resumed: is pause missing?" }];
  return [];
}

function factQuestions({ facts, versions }: ReadyPolicy): PolicyQuestion[] {
  const used = new Set(
    versions.flatMap(({ rules, commitments }) => [
      ...rules.flatMap(({ when }) => [...when.keys()]),
      ...[...commitments.values()].flatMap((each) => ("target" in each && "by" in each.target ? each.target.by : [])),
    ]),
  );
  return [...facts.keys()].flatMap((name) =>
    used.has(name) ? [] : [{ path: ["facts", name], message: `no target and no rule goes by the fact ${show(name)}` }],
  );
}

/** Actors and conditions: what is made ready has what they ask for, not their names. */
function nameQuestions(policy: ReadyPolicy): PolicyQuestion[] {
  const { document } = policy;
  const written = placesOf(policy).flatMap(commitmentsOf);
  const actors = actorsIn([document.events, written.map((each) => each.written)]);
  const conditions = new Set(written.flatMap((each) => each.written.conditions ?? []));
  return [
    ...unnamed("actors", document.actors, actors, (name) => `no event is asked of the actor ${name}`),
    ...unnamed("conditions", document.conditions, conditions, (name) => `no commitment is under the condition ${name}`),
  ];
}

function unnamed(
  key: string,
  declared: object | undefined,
  used: ReadonlySet<string>,
  say: (name: string) => string,
): PolicyQuestion[] {
  return Object.keys(declared ?? {}).flatMap((name) =>
    used.has(name) ? [] : [{ path: [key, name], message: say(show(name)) }],
  );
}

/** Every actor that an event names, however deep it stands. */
function actorsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (key === "actor" && typeof member === "string") found.add(member);
    else actorsIn(member, found);
  }
  return found;
}
