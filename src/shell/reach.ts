/** Every request of the app leaves here: one that finds no server is `shell.offline`. */
import { isAway, offlineProblem } from './api.problem.ts';
import { reportContact } from './contact.ts';

/** @throws ApiProblem of kind `offline` */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, { credentials: 'same-origin', ...init });
    reportContact(isAway(response) ? 'lost' : 'reached');
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    reportContact('lost');
    throw offlineProblem();
  }
}
