/** What the API says of one error. */
export interface GraphqlProblem {
  readonly message: string;
  readonly path?: readonly (number | string)[];
  readonly extensions: {
    readonly code: string;
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
    readonly id?: string;
  };
}

export interface GraphqlAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphqlProblem[];
}

export type Variables = Readonly<Record<string, unknown>>;

/** One visitor or signed-in person before one API. */
export class GraphqlClient {
  constructor(
    readonly origin: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** What the API answers, errors included. */
  async send(query: string, variables: Variables = {}): Promise<GraphqlAnswer> {
    const response = await this.post(JSON.stringify({ query, variables }));
    return (await response.json()) as GraphqlAnswer;
  }

  /** The data of an operation. @throws Error where the API refuses any of it */
  async ask(query: string, variables?: Variables): Promise<Record<string, unknown>> {
    const { data, errors } = await this.send(query, variables);
    if (errors !== undefined || !data) throw new Error(`refused: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The first error of an operation that must be refused. */
  async refusal(query: string, variables?: Variables): Promise<GraphqlProblem> {
    const { data, errors } = await this.send(query, variables);
    const [error] = errors ?? [];
    if (error === undefined) throw new Error(`not refused: ${JSON.stringify(data)}`);
    return error;
  }

  /** Sends a body as it is. */
  post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers, ...headers },
      body,
    });
  }
}
