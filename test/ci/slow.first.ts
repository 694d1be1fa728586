/**
 * Files that mostly wait (for servers that start, are killed, start again) or that take long begin first, so that no
 * worker is left alone with one of them at the end. The others keep the order of vitest: large files first.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const slow = ['figures/test/acts', 'imports/test/import.sample', 'postgres/test/supervisor', 'test/crash/', 'src/cli/test/', 'generate/test/', 'jobs/test/loop', 'reorganisation.server', 'postgres/test/backup', 'journeys/pages.'];

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = await super.sort(files);
    return order.toSorted((a, b) => place(a) - place(b));
  }
}

function place({ moduleId }: TestSpecification): number {
  const found = slow.findIndex((part) => moduleId.includes(part));
  return found < 0 ? slow.length : found;
}
