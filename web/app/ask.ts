import type { ProblemShape } from '../../contract/problem.ts';

/** What a route answered instead of data: in words, with the reference to quote. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly reference: string | undefined;

  constructor(problem: { code: string; detail: string; status: number; instance?: string | undefined }) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.reference = problem.instance;
  }
}

export interface Asked {
  /** Slug of the business the request is about. */
  business?: string | undefined;
  /** undefined and '' are left out; null is sent as empty. */
  parameters?: Record<string, string | number | null | undefined> | undefined;
  /** Sends a change with this body. */
  change?: Record<string, unknown> | undefined;
  /** Of a request without a body that is no question: DELETE. */
  method?: 'DELETE' | undefined;
  signal?: AbortSignal | undefined;
}

/** Asks a REST route under /api/v1; throws a Problem that says what to do. */
export async function ask<T>(path: string, asked: Asked = {}): Promise<T> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked.parameters ?? {}))
    if (value !== undefined && value !== '') query.set(name, value === null ? '' : String(value));
  const headers: Record<string, string> = { accept: 'application/json' };
  if (asked.business !== undefined) headers['x-throughline-business'] = asked.business;
  if (asked.change !== undefined) headers['content-type'] = 'application/json';
  const response = await send(`/api/v1${path}${query.size > 0 ? `?${query}` : ''}`, {
    headers,
    method: asked.method ?? (asked.change === undefined ? 'GET' : 'POST'),
    ...(asked.change === undefined ? {} : { body: JSON.stringify(asked.change) }),
    ...(asked.signal === undefined ? {} : { signal: asked.signal }),
  });
  const text = await response.text();
  if (!response.ok) throw readProblem(text, response.status);
  const data: T = text === '' ? null : JSON.parse(text);
  return data;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({
      code: 'no_answer',
      status: 0,
      detail: 'Throughline does not answer. It may have been stopped: start it again with "throughline start" and try once more.',
    });
  }
}

/** What the server said was wrong, or that it did not say it. */
export function readProblem(text: string, status: number): Problem {
  try {
    const problem: ProblemShape = JSON.parse(text);
    if (typeof problem.detail === 'string') return new Problem(problem);
  } catch {
    // Not ours: something between us and the server answered.
  }
  return new Problem({ code: 'unreadable_answer', status, detail: `The answer could not be read (status ${status}). Try again.` });
}
