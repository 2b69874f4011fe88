import { type Problem, ProblemError, Unreachable } from "./problem.ts";

export interface ClientOptions {
  /** Where the API is, without `/v1`. Left out: the origin of the page. */
  readonly baseUrl?: string;
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** How often a request is tried when the API cannot be reached or is busy. */
  readonly attempts?: number;
  /** How long to wait before an attempt, in milliseconds. */
  readonly waitMs?: (attempt: number) => number;
}

export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly file?: Blob | string;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Answer<A> {
  readonly value: A;
  readonly etag: string | null;
}

export type Send = <A>(call: Call) => Promise<Answer<A>>;

const attemptsDefault = 4;
const waitMsMax = 10_000;

const backOffMs = (attempt: number): number => Math.min(250 * 2 ** attempt, waitMsMax);

/** A retry may succeed: the API was busy or out of reach for the moment. */
const isPassing = (status: number): boolean => status === 429 || status === 502 || status === 503;

const searchOf = (query: Call["query"]): string => {
  const said = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  if (said.length === 0) return "";
  return `?${new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()}`;
};

const requestOf = (call: Call): RequestInit => {
  const headers: Record<string, string> = { accept: "application/json" };
  // One key for all attempts, so that a retry of a write that did arrive does not write twice.
  if (call.method !== "GET") headers["idempotency-key"] = crypto.randomUUID();
  if (call.ifMatch !== undefined) headers["if-match"] = call.ifMatch;
  if (call.file !== undefined) headers["content-type"] = "text/csv";
  else if (call.body !== undefined) headers["content-type"] = "application/json";
  const body = call.file ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  return {
    method: call.method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  };
};

const waitFor = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const isJson = (response: Response): boolean =>
  /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "");

const answerOf = async <A>(response: Response): Promise<Answer<A>> => {
  if (response.status === 204) return { value: undefined as A, etag: null };
  // A sign-in page of a hotel network answers 200 as well, but not with JSON.
  if (!isJson(response)) throw new Unreachable("The answer did not come from the API.");
  if (!response.ok) throw new ProblemError((await response.json()) as Problem);
  return { value: (await response.json()) as A, etag: response.headers.get("etag") };
};

const isAborted = (error: unknown): boolean =>
  error instanceof Error && error.name === "AbortError";

/** Sends calls, and tries again where that is safe and may help. */
export const makeSend = (options: ClientOptions): Send => {
  const { baseUrl = "", attempts = attemptsDefault, waitMs = backOffMs } = options;
  const send = options.fetch ?? ((input, init) => fetch(input, init));

  const attempt = async (url: string, request: RequestInit): Promise<Response | Unreachable> => {
    try {
      return await send(url, request);
    } catch (error) {
      if (isAborted(error)) throw error;
      return new Unreachable("The API cannot be reached.", { cause: error });
    }
  };

  return async (call) => {
    const url = `${baseUrl}${call.path}${searchOf(call.query)}`;
    const request = requestOf(call);
    for (let tried = 1; ; tried++) {
      const response = await attempt(url, request);
      const isLast = tried >= attempts;
      if (response instanceof Unreachable) {
        if (isLast) throw response;
        await waitFor(waitMs(tried));
      } else if (isPassing(response.status) && !isLast) {
        const seconds = Number(response.headers.get("retry-after") ?? "");
        await waitFor(seconds > 0 ? Math.min(seconds * 1000, waitMsMax) : waitMs(tried));
      } else {
        return answerOf(response);
      }
    }
  };
};
