/**
 * Words by which columns and states are known, in English, French and German: of headers and states as help desks write them.
 */

/** What a column may be. */
export type Role =
  | "id"
  | "opened"
  | "replied"
  | "resolved"
  | "closed"
  | "changed"
  | "waiting"
  | "resumed"
  | "status"
  | "priority"
  | "kind"
  | "customer"
  | "event";

/** A text without accents, signs and letter case. */
export function bareWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[_.\-/:()]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** By role, from the surest pattern to the least sure one. */
const COLUMN_WORDS: Readonly<Record<Role, readonly RegExp[]>> = {
  id: [
    /^(ticket|issue|case|incident|request|call|demande|dossier|conversation|vorgang|anfrage)s? ?(id|key|number|no|n°|numero|nummer|ref|reference|#)$/,
    /^(id|n°|#|key|number|numero|nummer|ref|reference|no)$/,
    /^(ticket|issue|case|incident|dossier|vorgang|demande)$/,
    /\b(id|number|numero|nummer|reference)$/,
  ],
  opened: [
    /\b(opened|created|create date|creation date|date create|ouvert(ure|e)?|creation|cree|erstellt|eroffnet|submitted|received)\b/,
    /\b(open|reported|logged|registered|call(ed)?|appel|start(ed)?|eingang|begin)\b/,
  ],
  replied: [
    /\bfirst (response|reply|answer|contact|repl)/,
    /\b(erste antwort|premiere reponse|prise en (compte|charge))\b/,
    /\b(respon[ds]|responded|replied|answered|reponse|repondu|beantwortet)/,
  ],
  resolved: [
    /\b(resolved|resolution|resolu|solved|gelost|losung)/,
    /\b(completed|fixed|done|finished|fulfilled|termine|erledigt)/,
  ],
  closed: [/\b(closed|close|cloture|clos|ferme(ture)?|geschlossen)\b/],
  waiting: [
    /\b(entered|since|started|begin|began|depuis|debut).*\b(wait|pending|hold|attente)/,
    /\b(wait|waiting|pending|hold|attente)\b.*\b(since|started|entered|depuis|debut)\b/,
  ],
  resumed: [
    /\b(exited|left|ended|end of|fin).*\b(wait|pending|hold|attente)/,
    /\b(wait|waiting|pending|hold|attente)\b.*\b(exited|ended|left|until|fin)\b/,
  ],
  changed: [
    /\b(changed|change|updated|update|modified|modification|modifie|geandert|maj|mise a jour)\b/,
    /^(date|time|timestamp|date time|datetime|when|at|zeit|horodatage|occurred.*|event (date|time))$/,
  ],
  status: [
    /^(ticket |issue |new |to |current )?(status|state|statut|etat|stage|zustand)( name)?$/,
    /\b(status|state|statut|etat|stage)\b/,
  ],
  priority: [/^priorit/, /\bpriorit/, /\b(prio|severity|urgency|urgence|gravite|severite|dringlichkeit)\b/],
  kind: [/^(ticket|issue|request|case)? ?(type|kind|typ|art)$/, /\b(category|categorie|kategorie)$/],
  customer: [
    /^(customer|client|company|organi[sz]ation|account|societe|entreprise|kunde|firma)( name| id)?$/,
    /\b(customer|client|company|organi[sz]ation|kunde)\b/,
    /\b(requester|requestor|demandeur|caller|reporter|contact)\b/,
  ],
  event: [/^(event|action|activity|activite|evenement|ereignis|operation|what)( type| name)?$/],
};

/** How well a header says that a column is of a role: 0 not at all, else the more the surer. */
export function roleScore(header: string, role: Role): number {
  const words = bareWords(header);
  const patterns = COLUMN_WORDS[role];
  const found = patterns.findIndex((pattern) => pattern.test(words));
  return found < 0 ? 0 : patterns.length - found;
}

const STATE_WORDS: readonly (readonly [state: string, pattern: RegExp])[] = [
  // Who waits for the desk does not wait for the customer.
  [
    "open",
    /\b(wait|waiting|awaiting|pending|en attente)\b.*\b(us|support|agent|desk|team|approval|triage|assignment|technicien|du support)\b/,
  ],
  [
    "waiting",
    /\b(pending|wait|waiting|await|awaiting|hold|attente|suspend|pause|paused|wartet|warten|stalled|snoozed|deferred)/,
  ],
  ["cancelled", /\b(cancel|annul|withdrawn|declined|rejected|rejete|abandon|storniert|duplicate|spam|deleted|merged)/],
  ["resolved", /\b(resolved|solved|resolu|done|fixed|completed|complete|gelost|erledigt|termine|answered and closed)/],
  ["closed", /\b(closed|clos|cloture|ferme|geschlossen|archived|archive)/],
  [
    "open",
    /\b(reopen|rouvert|new|nouveau|nouvelle|open|ouvert|to do|todo|backlog|unassigned|neu|offen|wieder|received|triage)/,
  ],
  [
    "started",
    /\b(progress|en cours|active|assigned|attribue|working|in bearbeitung|work|review|processing|started|traitement|planifie)/,
  ],
];

/** The class of a state's text; undefined where no word tells it. */
export function stateClassOf(text: string): string | undefined {
  const words = bareWords(text);
  return STATE_WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}

const EVENT_WORDS: readonly (readonly [event: string, pattern: RegExp])[] = [
  ["reopened", /\b(reopen|rouvert|wieder)/],
  ["opened", /\b(created?|opened?|creat|ouvert|cree|new ticket|submitted|received|erstellt)/],
  ["resumed", /\b(resume|repris|unhold|off hold|customer repl)/],
  ["waiting", /\b(pending|wait|await|hold|attente|pause|suspend)/],
  ["resolved", /\b(resolved|solved|resolu|done|fixed|completed|gelost)/],
  ["closed", /\b(closed|clos|cloture|ferme|geschlossen)/],
  [
    "replied",
    /\b(agent (repl|respon|answer)|repl(y|ied) (to customer|sent)|respon|replied|answered|reponse|antwort|email sent|outbound)/,
  ],
  ["started", /\b(start|assigned|accept|progress|prise en|ubernommen)/],
  ["cancelled", /\b(cancel|annul|withdrawn|storniert)/],
];

/** The event of a text of a log; undefined where no word tells it. */
export function eventOf(text: string): string | undefined {
  const words = bareWords(text);
  return EVENT_WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}
