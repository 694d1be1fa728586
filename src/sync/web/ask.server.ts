/** Asks the server for what commands of other devices are about, by the name of the procedure. */
import type { Procedure } from '../../platform/contract.ts';
import { call } from '../../shell/api.ts';

const contracts = Object.values(import.meta.glob<Readonly<Record<string, Readonly<Record<string, Procedure>>>>>('../../modules/*/*.contract.ts', { eager: true }));
const reads = new Map(contracts.flatMap((found) => Object.values(found)).flatMap((contract) => Object.values(contract)).filter(({ method }) => method === 'GET').map((procedure) => [procedure.name, procedure]));

export async function askServer(name: string, input: unknown): Promise<unknown> {
  const procedure = reads.get(name);
  return procedure && call(procedure, input);
}
