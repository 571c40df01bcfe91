/**
 * An event of a case as it is read: with its instant and its place in it.
 */
/** An event with its instant. */
export interface ReadEvent {
  readonly type: string;
  readonly atMs: number;
  /** Its place within its instant; undefined where not all events of the instant carry one. */
  readonly seq: number | undefined;
  readonly person: string | undefined;
  /** All its members, as given. */
  readonly members: Readonly<Record<string, unknown>>;
}
