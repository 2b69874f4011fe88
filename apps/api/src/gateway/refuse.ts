import { type Problem, problem } from "@comity/workspace";

const answer = (said: Problem): Response =>
  Response.json(said, {
    status: said.status,
    headers: { "content-type": "application/problem+json" },
  });

/** What the gateway refuses before a workspace is reached. */
export const refuse = {
  host: () =>
    answer(
      problem(
        { status: 403, type: "forbidden-host", title: "Not this host" },
        "This server does not answer to that name. Use the address that it printed when it started.",
      ),
    ),
  origin: () =>
    answer(
      problem(
        { status: 403, type: "forbidden-origin", title: "Not from there" },
        "Pages of other sites may not use this API.",
      ),
    ),
  nothing: () =>
    answer(
      problem(
        { status: 404, type: "not-found", title: "Not found" },
        "There is nothing at this address.",
      ),
    ),
  unknown: () =>
    answer(
      problem(
        { status: 401, type: "no-credential", title: "Who are you?" },
        "This server keeps many workspaces, and the request does not say which. API keys come with a later version.",
      ),
    ),
};
