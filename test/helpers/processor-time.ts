/**
 * Processor time of this process: unlike a clock it stands still while others have the machine.
 *
 * For guards against hanging alone: no test says how fast something is.
 */

/** Milliseconds since the process began. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
