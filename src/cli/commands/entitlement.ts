/**
 * `ouvree entitlement`: may we help, for how long, and what else; in one line to read aloud.
 */

import {
  checkEntitlement,
  type Entitlement,
  type EntitlementOptions,
  type EntitlementRequest,
  isOuvreeError,
  type Register,
} from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { complain, readCaseFiles } from "../files/cases.ts";
import { readPolicy } from "../files/policies.ts";
import { type Flags, readFlags, readFormat, readInstantWord } from "../flags/flags.ts";
import { underReadings } from "../flags/readings.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree entitlement --help` prints. */
export const ENTITLEMENT_HELP = `ouvree entitlement CUSTOMER --policy P --register R [options]

May we help this customer, for how long, what is wanting on their side, what must follow, and who takes over what the
contract does not cover: in one line to read aloud.

  --policy P          a policy file, or the name of a preset: clip-industrie
  --reading C=R       another reading of a clause: allowance=contract-year
  --register R        the register (JSON or YAML): customers and their contracts
  --kind K            the kind of request; may be left out where one kind alone has an allowance
  --module M          what it is about; may be repeated
  --person P          who calls
  --remote-access     the technician may take over the screen
  --no-remote-access  … may not
  --fact NAME=VALUE   a fact that the policy goes by: priority=P1; may be repeated
  --used M=MINUTES    minutes used so far on a module: stock=12; may be repeated
  --history FILE      instead: a file of cases, from which they are counted; - is standard input; may be repeated
  --case ID           the case of the history that the call is about; unless given it is a new request
  --at T              the instant of the call; now unless given
  --zone Z            zone of times that have no offset
  --format F          text (default) or json

A customer whom the register does not list, or a module that neither it nor the policy does, is refused.

Exit codes: 0 covered, 1 not covered, 2 nothing could be answered (usage, policy, files).

Example: ouvree entitlement C017 --policy clip-industrie --register register.json --kind usage --module stock`;

/** Its flags. */
export const ENTITLEMENT_FLAGS = {
  policy: { type: "string" },
  reading: { type: "string", multiple: true },
  register: { type: "string" },
  kind: { type: "string" },
  module: { type: "string", multiple: true },
  person: { type: "string" },
  "remote-access": { type: "boolean" },
  "no-remote-access": { type: "boolean" },
  fact: { type: "string", multiple: true },
  used: { type: "string", multiple: true },
  history: { type: "string", multiple: true },
  case: { type: "string" },
  at: { type: "string" },
  zone: { type: "string" },
  format: { type: "string", values: ["text", "json"] },
  help: { type: "boolean", short: "h" },
} as const;

/** Runs the command. */
export function entitlement(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("entitlement", args, ENTITLEMENT_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${ENTITLEMENT_HELP}\n`);
    return EXIT.ok;
  }
  const [customer, ...more] = flags.words;
  if (customer === undefined) throw new CliProblem("say whose request it is: ouvree entitlement CUSTOMER");
  if (more.length > 0) throw new CliProblem(`entitlement takes one customer, not ${flags.words.length}`);
  const format = readFormat(flags, ["text", "json"]);
  const policy = underReadings(readPolicy(flags.one("policy"), terminal), flags);
  const files = readCaseFiles({ ...flags, words: flags.all("history") }, policy, terminal);
  const { register, cases } = files;
  if (register === undefined) throw new CliProblem("say who the customers are: --register FILE");
  const history = flags.has("history") ? { history: cases } : {};
  const options = { ...readOptions(flags, terminal), ...history };
  const answer = asFlags(() => checkEntitlement(policy, register, readRequest(customer, policy, flags), options));
  refuseUnknown(answer, register);
  complain(files, answer.issues, terminal);
  terminal.out(format === "json" ? `${shownJson(answer)}\n` : `${harmless(answer.text)}\n`);
  return answer.covered ? EXIT.ok : EXIT.broken;
}

/** A slip must neither grant a stranger's minutes nor send a customer away. */
function refuseUnknown({ customer, issues }: Entitlement, { customers }: Register): void {
  const ids = Array.isArray(customers)
    ? customers.flatMap((each) => (typeof each?.id === "string" ? each.id : []))
    : [];
  if (ids.length > 0 && !ids.includes(customer)) {
    const hint = didYouMean(customer, ids) || `; it lists ${ids.length} other${ids.length === 1 ? "" : "s"}`;
    throw new CliProblem(`${show(customer)} is no customer of the register${hint}`);
  }
  const slip = issues.find(({ code }) => code === "entitlement.unknown-module");
  if (slip !== undefined) throw new CliProblem(slip.message.replace(/^request\.modules: /, "--module: "));
}

function readRequest(customer: string, policy: ReadyPolicy, flags: Flags): EntitlementRequest {
  const [allows, denies] = [flags.has("remote-access"), flags.has("no-remote-access")];
  if (allows && denies) throw new CliProblem("give --remote-access or --no-remote-access, not both");
  const [person, caseId] = [flags.one("person"), flags.one("case")];
  const facts = readPairs("fact", "priority=P1", flags);
  return {
    customer,
    kind: flags.one("kind") ?? onlyKind(policy),
    modules: flags.all("module"),
    ...(person === undefined ? {} : { person }),
    ...(allows || denies ? { remoteAccess: allows } : {}),
    ...(facts.length === 0 ? {} : { facts: Object.fromEntries(facts) }),
    ...(caseId === undefined ? {} : { case: caseId }),
  };
}

/** The one kind that has an allowance: the question that is asked most. */
function onlyKind(policy: ReadyPolicy): string {
  const kinds = [
    ...new Set(policy.commitments.filter(({ kind }) => kind === "allowance").flatMap((each) => [...each.kinds])),
  ];
  if (kinds.length !== 1)
    throw new CliProblem(`say the kind of request: --kind ${[...policy.kinds.keys()].join(" | ")}`);
  return kinds[0]!;
}

function readOptions(flags: Flags, terminal: Terminal): EntitlementOptions {
  const used = readPairs("used", "stock=12", flags).map(([module, minutes]): [string, number] => {
    // A slip here would grant minutes that are used up.
    const modules = flags.all("module");
    if (!modules.includes(module))
      throw new CliProblem(`--used: no --module ${show(module)} is asked about${didYouMean(module, modules)}`);
    if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(minutes))
      throw new CliProblem(`--used: ${show(minutes)} is not minutes; write ${show(module).slice(1, -1)}=12`);
    return [module, Number(minutes)];
  });
  const at = flags.one("at");
  return {
    at: at === undefined ? terminal.nowMs() : readInstantWord(at, "--at", flags.one("zone"), terminal),
    ...(used.length === 0 ? {} : { usedSoFar: Object.fromEntries(used) }),
  };
}

/** `name=value` pairs of a flag, each name once. */
function readPairs(flag: string, example: string, flags: Flags): [string, string][] {
  const pairs = flags.all(flag).map((text): [string, string] => {
    const at = text.lastIndexOf("=");
    if (at < 1 || at === text.length - 1) throw new CliProblem(`--${flag}: ${show(text)} is no pair; write ${example}`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
  const names = pairs.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new CliProblem(`--${flag}: ${show(twice)} is given twice`);
  return pairs;
}

/** What the library refuses, by the flag that said it. */
function asFlags<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    const flag = (message: string): string =>
      message
        .replace(/^request\.modules(\[\d+\])?: /, "--module: ")
        .replace(/^request\.facts\.?/, "--fact ")
        .replace(/^request\.(kind|person|case): /, "--$1: ")
        .replace(/^usedSoFar/, "--used")
        .replace(/^(history|at): /, "--$1: ")
        .replace("give usedSoFar or history", "give --used or --history")
        .replace("give { history }", "give --history");
    throw new CliProblem(flag(error.message));
  }
}
