/**
 * The shape of a mapping: what `readMapping` checks, and what its JSON Schema says.
 */
import { at, type Place } from "../../issues/expect.ts";
import { makeIssue } from "../../issues/issue.ts";
import { anyText, constant, count, either, list, object, record, type Shape, text, YES_OR_NO } from "./shape.ts";

const COLUMN_NAME = text("a column, or the path of a member", '"Opened"');
const COLUMN: Shape = either(COLUMN_NAME, list(COLUMN_NAME));
const TEXT = text("a text", '"Closed"');
const TEXTS: Shape = either(TEXT, list(TEXT));
const EVENT = text("a type of event", '"opened"');
const COLUMNS_BY_MEMBER = record(COLUMN, "members of the event");

/** Lines that may stand above a header. */
const MOST_SKIPPED = 1000;

const READ = object("read", "{ format: csv }", {
  format: text("a format", "csv", ["auto", "csv", "json", "jsonl", "xlsx", "ods", "xes"]),
  encoding: text("an encoding", "utf-8", ["auto", "utf-8", "utf-16", "windows-1252", "iso-8859-1", "iso-8859-15"]),
  delimiter: text("a delimiter", '";"', ["auto", ",", ";", "\t", "|"]),
  skip: count(MOST_SKIPPED),
  sheet: text("the name of a sheet", '"Tickets"'),
  list: text("the path of the list of records", '"issues"'),
  quotes: text("how quotes are written", "double", ["double", "backslash"]),
});
const VALUES = record(either(text("a text", '"P1"'), constant(null, "null")), "texts of the column");

const SOURCE: Shape = object(
  "a source",
  '{ from: "Type" }',
  { from: COLUMN, join: list(COLUMN_NAME), values: VALUES, optional: YES_OR_NO },
  oneOf("from", "join"),
);
const COLUMN_OR_SOURCE = either(COLUMN, SOURCE);

// Nothing is a text that a column can have, too.
const WANTED: Shape = either(anyText(), list(anyText()), YES_OR_NO);
const NOT = object("a condition", '{ not: "…" }', { "not!": WANTED });
const WHERE = record(either(WANTED, NOT), "columns");

const TIME_SOURCE = object("the time of an event", '{ at: "Opened" }', {
  "at!": COLUMN,
  with: COLUMNS_BY_MEMBER,
  optional: YES_OR_NO,
});

const STATES = object(
  "states",
  '{ from: "State", at: "Changed" }',
  { from: COLUMN, join: list(COLUMN_NAME), "at!": COLUMN, seq: COLUMN, begins: EVENT },
  oneOf("from", "join"),
);

const LOG = object("log", '{ each: "histories", at: "created", to: "toString" }', {
  each: COLUMN_NAME,
  "at!": COLUMN,
  items: COLUMN_NAME,
  where: WHERE,
  from: COLUMN,
  "to!": COLUMN,
  seq: COLUMN,
  begins: EVENT,
});

const EVENT_ROWS = object("event", '{ type: { from: "Action", values: { … } }, at: "Time" }', {
  each: COLUMN_NAME,
  "type!": SOURCE,
  "at!": COLUMN,
  where: WHERE,
  with: COLUMNS_BY_MEMBER,
});

const SAME = object("another column of the case", '{ same: "requester_id" }', { "same!": COLUMN_NAME });
const SIDE = either(TEXTS, SAME);
const MESSAGES_ONE = object("messages", '{ at: "created_at", side: { from: "author_role", desk: [agent] } }', {
  each: COLUMN_NAME,
  "at!": COLUMN,
  where: WHERE,
  "side!": object("side", '{ from: "author_role", desk: [agent] }', {
    "from!": COLUMN,
    customer: SIDE,
    desk: SIDE,
    nobody: SIDE,
  }),
  public: object("public", '{ from: "public", is: [true] }', {
    "from!": COLUMN,
    "is!": list(either(anyText(), YES_OR_NO)),
  }),
  with: COLUMNS_BY_MEMBER,
});

const PARTS = {
  where: WHERE,
  events: record(either(COLUMN, TIME_SOURCE), "types of event"),
  event: EVENT_ROWS,
  states: STATES,
  log: LOG,
  messages: either(MESSAGES_ONE, list(MESSAGES_ONE)),
  current: object("current", '{ from: "Status" }', { "from!": COLUMN, optional: YES_OR_NO }),
  facts: record(COLUMN_OR_SOURCE, "facts"),
};

const JOINED = object("another file", '{ case: { id: "ticket_id" }, messages: { … } }', {
  read: READ,
  "case!": object("case", '{ id: "ticket_id" }', { "id!": COLUMN_OR_SOURCE }),
  ...PARTS,
});

/** The shape of a mapping. */
export const MAPPING: Shape = object(
  "a mapping",
  '{ import: "my-desk", case: { id: "ID", kind: "request" }, events: { opened: "Opened" } }',
  {
    $schema: text("the address of a schema", '"node_modules/ouvree/schema/import.schema.json"'),
    "import!": text("a name", '"my-desk"'),
    title: TEXT,
    read: READ,
    zone: text("a zone", '"Europe/Paris"'),
    times: either(text("a form of times", '"dd/MM/yyyy HH:mm"'), list(text("a form of times", '"dd/MM/yyyy HH:mm"'))),
    language: text("a language", '"fr"'),
    // NULL in YAML is null.
    empty: list(either(TEXT, constant(null, "null"))),
    "case!": object("case", '{ id: "ID", kind: "request" }', {
      "id!": COLUMN_OR_SOURCE,
      "kind!": either(text("a kind", '"request"'), SOURCE),
      customer: COLUMN_OR_SOURCE,
    }),
    is: record(TEXTS, "classes of states"),
    cannotTell: list(EVENT),
    files: record(JOINED, "patterns of file names"),
    ...PARTS,
  },
  (value, place) => {
    needsEvents(value, place);
    needsClasses(value, place);
  },
);

/** A rule: one of two members is there, and not both. */
function oneOf(a: string, b: string): (value: Readonly<Record<string, unknown>>, place: Place) => void {
  return (value, place) => {
    if ((value[a] === undefined) !== (value[b] === undefined)) return;
    const cure =
      value[a] === undefined ? `it has neither ${a} nor ${b}; write ${a}: "…"` : `it has both ${a} and ${b}; keep one`;
    place.issues.push(makeIssue("import.missing-key", at(place, a).path, `${a} or ${b}`, undefined, cure));
  };
}

const TELLING = ["events", "event", "states", "log", "messages"] as const;

function needsEvents(value: Readonly<Record<string, unknown>>, place: Place): void {
  if (TELLING.some((part) => value[part] !== undefined)) return;
  const cure = `the mapping has none of ${TELLING.join(", ")}: no case would have an event; write events: { opened: "Opened" }`;
  place.issues.push(makeIssue("import.missing-key", [...place.path, "events"], TELLING.join(", "), undefined, cure));
}

/** States mean something only by their classes. */
function needsClasses(value: Readonly<Record<string, unknown>>, place: Place): void {
  const files = Object.values((value["files"] as Record<string, object> | undefined) ?? {}) as Record<
    string,
    unknown
  >[];
  const hasStates = [value, ...files].some((part) =>
    ["states", "log", "current"].some((name) => part?.[name] !== undefined),
  );
  if (!hasStates || value["is"] !== undefined) return;
  const cure =
    'the mapping reads states and does not say what they are; write is: { waiting: ["Pending"], resolved: ["Solved"], open: "*" }';
  place.issues.push(makeIssue("import.missing-key", [...place.path, "is"], "classes of states", undefined, cure));
}
