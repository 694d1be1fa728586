/** How a procedure and its input become an HTTP request: `:keys` in the path, the rest as query or body. */
export interface Endpoint {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

export interface ApiRequest {
  readonly url: string;
  readonly body?: string;
}

type Input = Readonly<Record<string, unknown>>;

export function requestOf(endpoint: Endpoint, input: unknown): ApiRequest {
  const { path, rest } = filledPath(endpoint, (input ?? {}) as Input);
  if (endpoint.method === 'POST') return { url: path, body: JSON.stringify(rest) };
  const query = queryOf(rest);
  return { url: query ? `${path}?${query}` : path };
}

function filledPath({ name, path }: Endpoint, input: Input): { path: string; rest: Input } {
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, key: string) => {
    const value = rest[key];
    delete rest[key];
    if (value === undefined || value === null || value === '') throw new Error(`${name} needs "${key}" for its path`);
    return encodeURIComponent(String(value));
  });
  return { path: filled, rest };
}

function queryOf(input: Input): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) query.append(key, String(one));
    }
  }
  return query.toString();
}
