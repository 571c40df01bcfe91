/**
 * Results of customers, of staff and of the service as a whole.
 *
 * Source: docs/promises.md, "What they have in common".
 */
import type { Commitment } from "../../policy/policy.ts";
import { judgeConditions } from "../cases/conditions.ts";
import type { ReadCustomer, ReadDated, ReadRegister, ReadStaff } from "../cases/read-register.ts";
import { beyondReachIs } from "../instants.ts";
import { asResult, type RegisterResult, type Result, type ResultMembers } from "../result.ts";
import { notApplicable, unmeasurable } from "../targets/target.ts";
import { judgeAvailability } from "./availability.ts";
import { judgeCadence } from "./cadence.ts";
import { type DetectedCase, judgeDetection } from "./detection.ts";
import type { JudgementDay } from "./judgement-day.ts";
import { judgeSurveys } from "./share.ts";
import { judgeStanding } from "./standing.ts";

/** What the cases say of subjects. */
export interface FromCases {
  readonly detected: readonly DetectedCase[];
  /** The earliest event that is seen, in ms; infinite if there is none. */
  readonly firstEventMs: number;
}

/** Results of everybody in the register for whom there is a commitment, and of the service. */
export function subjectResults(register: ReadRegister, cases: FromCases, on: JudgementDay): RegisterResult[] {
  const commitments = [...on.version.commitments.values()];
  const results = (
    subject: RegisterResult["subject"],
    id: string,
    judge: (commitment: Commitment) => ResultMembers | undefined,
  ): RegisterResult[] => {
    const judged = commitments.flatMap((commitment): [string, Result][] => {
      const result = beyondReachIs(unmeasurable("beyond-reach", undefined), () => judge(commitment));
      return result === undefined ? [] : [[commitment.id, asResult(result)]];
    });
    return judged.length === 0 ? [] : [{ subject, id, commitments: Object.fromEntries(judged) }];
  };
  const byCustomer = groupedByCustomer(cases.detected);
  return [
    ...[...register.customers.values()].flatMap((customer) =>
      results("customer", customer.id, (each) => ofCustomer(each, customer, byCustomer.get(customer.id) ?? [], on)),
    ),
    ...register.staff.flatMap((staff) => results("staff", staff.id, (each) => ofStaff(each, staff, on))),
    ...results("service", on.policy.name, (each) => ofService(each, register, cases.firstEventMs, on)),
  ];
}

function ofCustomer(
  commitment: Commitment,
  customer: ReadCustomer,
  detected: readonly DetectedCase[],
  on: JudgementDay,
): ResultMembers | undefined {
  const judge = judgeOfCustomer(commitment, customer, detected, on);
  if (judge === undefined) return undefined;
  const { applies, excuses } = judgeConditions(
    commitment.conditions,
    { customer, startDay: on.day, start: undefined },
    [],
  );
  if (!applies) return notApplicable(undefined);
  const result = judge();
  return excuses && result.outcome === "missed" ? { ...result, outcome: "excused" } : result;
}

function judgeOfCustomer(
  commitment: Commitment,
  customer: ReadCustomer,
  detected: readonly DetectedCase[],
  on: JudgementDay,
): (() => ResultMembers) | undefined {
  if (commitment.kind === "cadence" && commitment.of === "customers.surveys")
    return () => judgeCadence(commitment, daysOf(customer.surveys), customer.contract?.fromDay, on);
  if (commitment.kind === "share" && commitment.of === undefined) return () => judgeSurveys(commitment, customer, on);
  if (commitment.kind !== "detection") return undefined;
  const own = detected.filter((each) => each.commitment === commitment.id);
  return () => judgeDetection(commitment, own, customer, on);
}

function ofStaff(commitment: Commitment, staff: ReadStaff, on: JudgementDay): ResultMembers | undefined {
  if (commitment.kind !== "cadence") return undefined;
  if (commitment.of === "staff.trainings") return judgeCadence(commitment, daysOf(staff.trainings), staff.fromDay, on);
  if (commitment.of === "staff.assessments")
    return judgeCadence(commitment, daysOf(staff.assessments), staff.fromDay, on);
  return undefined;
}

function ofService(
  commitment: Commitment,
  register: ReadRegister,
  firstEventMs: number,
  on: JudgementDay,
): ResultMembers | undefined {
  switch (commitment.kind) {
    case "cadence":
      if (commitment.of !== "publications") return undefined;
      return judgeCadence(commitment, daysOf(register.publications), undefined, on);
    case "standing":
      return judgeStanding(
        register.evidence.filter(({ promise }) => promise === commitment.promise),
        on,
      );
    case "availability":
      return judgeAvailability(commitment, register, firstEventMs, on);
    default:
      return undefined;
  }
}

function daysOf(dated: readonly ReadDated[]): number[] {
  return dated.map(({ day }) => day);
}

function groupedByCustomer(detected: readonly DetectedCase[]): ReadonlyMap<string, readonly DetectedCase[]> {
  const groups = new Map<string, DetectedCase[]>();
  for (const each of detected) {
    const group = groups.get(each.customer);
    if (group === undefined) groups.set(each.customer, [each]);
    else group.push(each);
  }
  return groups;
}
