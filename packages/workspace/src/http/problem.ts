/** How refusals look over HTTP (RFC 9457). The domain itself knows nothing of status codes. */
import type { ContactConflict } from "@comity/domain/contact";
import type {
  AskConflict,
  AskNotCovered,
  AskNotFound,
  AskRefusedBefore,
  CatalogueFull,
  ConfirmationClosed,
  ConfirmationNotFound,
  EntryConflict,
  EntryNotConfirmable,
  EntryNotFound,
  KindConflict,
  KindNotFound,
  StaleChoice,
} from "@comity/domain/equity";
import { Coverage } from "@comity/domain/equity/schema";
import type { InputInvalid } from "@comity/domain/input";
import { orNull } from "@comity/domain/input/schema";
import type { CursorInvalid } from "@comity/domain/page";
import type {
  ExternalIdTaken,
  ImportConflict,
  ImportNotFound,
  ImportRunning,
  MergeBuried,
  MergeConflict,
  MergeNotFound,
  PartnerAmbiguous,
  PartnerConflict,
  PartnerInUse,
  PartnerNotFound,
  StaleVersion,
} from "@comity/domain/partner";
import type { StaleStrategy } from "@comity/domain/strategy";
import { instantOf } from "@comity/domain/time";
import { Instant } from "@comity/domain/time/schema";
import * as z from "zod";
import type { FileUnreadable, KeyReused } from "./errors.ts";

export const WayOut = z
  .object({
    title: z.string(),
    method: z.enum(["GET", "POST", "PATCH"]),
    path: z.string(),
    body: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "WayOut", description: "A request that leads on, ready to be sent." });
export type WayOut = z.infer<typeof WayOut>;

export const InputIssue = z
  .object({ pointer: z.string(), code: z.string(), message: z.string() })
  .meta({ id: "InputIssue", description: "What does not fit, and where (a JSON pointer)." });

export const Problem = z
  .object({
    type: z.string().meta({ examples: ["/problems/ask-not-covered"] }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "What to do next." }),
    errors: z.array(InputIssue).optional(),
    field: z.string().optional().meta({ description: "The field that differs." }),
    etag: z.string().optional().meta({ description: "The version that is current." }),
    coverage: Coverage.optional(),
    coveredFrom: orNull(Instant)
      .optional()
      .meta({ description: "When waiting alone would cover it. Null: never." }),
    waysOut: z.array(WayOut).optional(),
  })
  .meta({ id: "Problem", description: "What went wrong, and what to do about it (RFC 9457)." });
export type Problem = z.infer<typeof Problem>;

export type DomainError =
  | AskConflict
  | AskNotCovered
  | AskNotFound
  | AskRefusedBefore
  | CatalogueFull
  | ConfirmationClosed
  | ConfirmationNotFound
  | ContactConflict
  | CursorInvalid
  | EntryConflict
  | EntryNotConfirmable
  | EntryNotFound
  | ExternalIdTaken
  | FileUnreadable
  | ImportConflict
  | ImportNotFound
  | ImportRunning
  | InputInvalid
  | KeyReused
  | KindConflict
  | KindNotFound
  | MergeBuried
  | MergeConflict
  | MergeNotFound
  | PartnerAmbiguous
  | PartnerConflict
  | PartnerInUse
  | PartnerNotFound
  | StaleChoice
  | StaleStrategy
  | StaleVersion;

const waysOutMax = 10;

type Kind = { readonly status: number; readonly type: string; readonly title: string };

const notFound: Kind = { status: 404, type: "not-found", title: "Not found" };
const conflict: Kind = { status: 409, type: "conflict", title: "Conflict" };

const stale: Kind = { status: 412, type: "stale-version", title: "Changed since" };

/** One name for each refusal, from the domain to the wire (DESIGN ruling 12). */
const kinds = {
  AskNotCovered: { status: 409, type: "ask-not-covered", title: "Not earned yet" },
  AskRefusedBefore: { status: 409, type: "refused-before", title: "Refused before" },
  AskConflict: conflict,
  ContactConflict: conflict,
  EntryConflict: conflict,
  PartnerConflict: conflict,
  ImportConflict: conflict,
  KindConflict: conflict,
  MergeConflict: conflict,
  ExternalIdTaken: { status: 409, type: "external-id-taken", title: "Belongs to another" },
  PartnerAmbiguous: { status: 409, type: "ambiguous", title: "Several fit" },
  PartnerInUse: { status: 409, type: "partner-in-use", title: "In use" },
  MergeBuried: { status: 409, type: "merged-again", title: "Merged again since" },
  EntryNotConfirmable: { status: 409, type: "not-confirmable", title: "Cannot be confirmed" },
  CatalogueFull: { status: 409, type: "catalogue-full", title: "The catalogue is full" },
  ConfirmationClosed: { status: 409, type: "link-closed", title: "No longer open" },
  ImportRunning: { status: 409, type: "import-running", title: "Still running" },
  AskNotFound: notFound,
  EntryNotFound: notFound,
  PartnerNotFound: notFound,
  ImportNotFound: notFound,
  MergeNotFound: notFound,
  KindNotFound: notFound,
  ConfirmationNotFound: notFound,
  StaleVersion: stale,
  StaleChoice: stale,
  StaleStrategy: stale,
  InputInvalid: { status: 422, type: "invalid", title: "Does not fit" },
  FileUnreadable: { status: 422, type: "file-unreadable", title: "Cannot be read" },
  CursorInvalid: { status: 400, type: "invalid-cursor", title: "Not a cursor" },
  KeyReused: { status: 422, type: "idempotency-key-reused", title: "Key used before" },
} as const satisfies Record<DomainError["_tag"], Kind>;

export const problem = (
  kind: Kind,
  detail: string,
  more: Omit<Partial<Problem>, keyof Kind | "detail"> = {},
): Problem => ({
  type: `/problems/${kind.type}`,
  title: kind.title,
  status: kind.status,
  detail,
  ...more,
});

/** `isTried`: nothing is kept, so a way out cannot name what was refused. */
export const problemOf = (error: DomainError, isTried = false): Problem => {
  const said = problem(kinds[error._tag], error.message, detailsOf(error, isTried));
  return error._tag === "FileUnreadable" && error.isTooLarge ? { ...said, status: 413 } : said;
};

const detailsOf = (error: DomainError, isTried: boolean) => {
  switch (error._tag) {
    case "AskNotCovered":
      return {
        coverage: error.coverage,
        coveredFrom: error.coveredFromMs === null ? null : instantOf(error.coveredFromMs),
        waysOut: waysToEarn(error, isTried),
      };
    case "AskConflict":
    case "ContactConflict":
    case "EntryConflict":
    case "ImportConflict":
    case "KindConflict":
    case "PartnerConflict":
      return { field: error.field };
    case "PartnerNotFound":
      return waysToPartners(error.mergedInto == null ? [] : [error.mergedInto]);
    case "PartnerAmbiguous":
      return waysToPartners(error.partnerIds);
    case "ExternalIdTaken":
      return waysToPartners([error.partnerId]);
    case "PartnerInUse":
      return {
        waysOut: [
          {
            title: "Archive them",
            method: "POST" as const,
            path: `/v1/partners/${error.partnerId}/archive`,
          },
        ],
      };
    case "MergeBuried":
      return error.laterId === null
        ? {}
        : {
            waysOut: [
              {
                title: "Undo the later merge",
                method: "POST" as const,
                path: `/v1/merges/${error.laterId}/undo`,
              },
            ],
          };
    case "StaleVersion":
      return readAgain(error.version, `/v1/partners/${error.partnerId}`);
    case "StaleStrategy":
      return readAgain(error.version, "/v1/strategy");
    case "StaleChoice":
      return readAgain(error.version, error.path);
    case "InputInvalid":
      return { errors: error.issues.map((issue) => ({ ...issue })) };
    case "FileUnreadable":
      return { errors: [{ pointer: "", code: error.code, message: error.message }] };
    default:
      return {};
  }
};

const waysToPartners = (partnerIds: ReadonlyArray<string>) =>
  partnerIds.length === 0
    ? {}
    : {
        waysOut: partnerIds.slice(0, waysOutMax).map((partnerId) => ({
          title: "Read this partner",
          method: "GET" as const,
          path: `/v1/partners/${partnerId}`,
        })),
      };

const readAgain = (version: number, path: string) => ({
  etag: etagOf(version),
  waysOut: [{ title: "Read it again", method: "GET" as const, path }],
});

/** Three gifts that together earn the ask, and the override. */
const waysToEarn = (
  { askId, partnerId, what: asked, kindId, cost, offer, coverage }: AskNotCovered,
  isTried: boolean,
): Array<WayOut> => [
  ...coverage.gifts.map(({ what, cost: effort, benefit }) => ({
    title: what,
    method: "POST" as const,
    path: "/v1/entries",
    body: { from: "me", to: partnerId, cost: effort, benefit, note: what },
  })),
  {
    title: "Ask anyway, with a reason that is kept",
    method: "POST",
    path: "/v1/asks",
    body: {
      partnerId,
      what: asked,
      ...(kindId === null ? {} : { kindId }),
      cost,
      offer,
      ...(isTried ? {} : { overrides: askId }),
      overrideReason: "Why you ask before it is earned",
    },
  },
];

export const etagOf = (version: number): string => `"${version}"`;
