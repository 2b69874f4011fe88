/** A typed client of the Comity API: retries with the same key, walks pages, and needs nothing but `fetch`. */
import type { Change } from "@comity/domain/change/schema";
import type { Contact, ContactDraft } from "@comity/domain/contact/schema";
import type {
  Ask,
  AskDraft,
  AskQuestion,
  AskState,
  Breach,
  BreachDraft,
  ConfirmationAnswer,
  ConfirmationDraft,
  ConfirmationLink,
  ConfirmationPage,
  ConfirmDraft,
  Coverage,
  Entry,
  EquityPolicy,
  GrantDraft,
  Kind,
  KindChange,
  KindDraft,
  MoveList,
  Opening,
  OpeningCard,
  OpeningDraft,
  OpeningProgress,
  PolicyChoice,
  PolicyReading,
  Projection,
  ProjectionQuestion,
  RelationshipReading,
  Reversal,
  ReversalDraft,
  Standing,
  Statement,
  StatementSeries,
  Transfer,
  TransferDraft,
} from "@comity/domain/equity/schema";
import type { MessageDraft, MessageVerdict } from "@comity/domain/outreach/schema";
import type {
  Acquaintance,
  AcquaintanceKind,
  BulkDraft,
  BulkResult,
  CircleCount,
  ColumnMapping,
  DuplicateCandidate,
  DuplicatePair,
  FileReading,
  Import,
  ImportPreview,
  ImportSource,
  Merge,
  MergeDraft,
  MergePreview,
  Partner,
  PartnerChange,
  PartnerDraft,
  PartnerSort,
  TagCount,
} from "@comity/domain/partner/schema";
import type { Plain } from "@comity/domain/input/plain";
import type { Strategy, StrategyChange } from "@comity/domain/strategy/schema";
import type { Snooze, SnoozeDraft, Today } from "@comity/domain/today/schema";
import { type Call, type ClientOptions, makeSend } from "./send.ts";

export { type Problem, ProblemError, Unreachable, type WayOut } from "./problem.ts";
export type { ClientOptions } from "./send.ts";

export interface Page<A> {
  readonly data: ReadonlyArray<A>;
  readonly nextCursor: string | null;
}

interface List<A> {
  readonly data: ReadonlyArray<A>;
}

/** Someone, as far as you know by now. */
export interface DescribedPartner {
  readonly name: string;
  readonly kind?: "person" | "organisation";
  readonly organisation?: string;
  readonly emails?: ReadonlyArray<string>;
  readonly phones?: ReadonlyArray<string>;
  readonly links?: ReadonlyArray<string>;
  /** The partner that is being edited. */
  readonly except?: string;
}

export interface PageQuery {
  readonly limit?: number;
  readonly cursor?: string;
}

export type PartnerWithStanding = Partner & {
  readonly standing: Standing;
  /** When the two of you were last in touch, by a gift or without; null: never. */
  readonly lastContactAt: string | null;
};

/** What a list of partners is narrowed to. */
export interface PartnerFilterQuery {
  readonly search?: string;
  readonly tag?: string;
  /** This circle and those within it. */
  readonly circle?: "5" | "15" | "50" | "150" | "none";
  readonly kind?: "person" | "organisation";
  readonly organisation?: string;
  /** Those put away, instead of those in use. */
  readonly archived?: boolean;
}

export interface PartnerQuery extends PageQuery, PartnerFilterQuery {
  readonly sort?: PartnerSort;
}

/** How a file is to be read; what is left out, its content says. */
export interface ImportQuery {
  readonly source?: ImportSource;
  readonly mapping?: Plain<ColumnMapping>;
}

const asParameters = ({ mapping, ...query }: ImportQuery) => ({
  ...query,
  ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
});

export type AskWithPartner = Ask & {
  readonly partner: Pick<Partner, "id" | "name" | "organisation">;
};

export interface WorkspaceSettings {
  readonly timeZone: string;
  readonly policy: EquityPolicy;
  readonly policyVersion: number;
}

const valueOf = async <A>(answer: Promise<{ readonly value: A }>): Promise<A> =>
  (await answer).value;

/** Walks all pages of a list. */
async function* itemsOf<A>(page: (cursor?: string) => Promise<Page<A>>): AsyncGenerator<A> {
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await page(cursor);
    yield* data;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

const policyPath = (partnerId: string | null): string =>
  partnerId === null ? "/v1/policy" : `/v1/partners/${partnerId}/policy`;

export const comity = (options: ClientOptions = {}) => {
  const send = makeSend(options);

  const get = <A>(path: string, query: Call["query"] = {}, signal?: AbortSignal) =>
    valueOf(send<A>({ method: "GET", path, query, signal }));

  const post = <A>(path: string, body?: unknown) =>
    valueOf(send<A>({ method: "POST", path, ...(body === undefined ? {} : { body }) }));

  const put = <A>(path: string, body?: unknown) =>
    valueOf(send<A>({ method: "PUT", path, ...(body === undefined ? {} : { body }) }));

  const remove = (path: string) => valueOf(send<void>({ method: "DELETE", path }));

  const partners = {
    list: (query: PartnerQuery = {}, signal?: AbortSignal) =>
      get<Page<PartnerWithStanding>>("/v1/partners", { ...query }, signal),
    all: (query: PartnerFilterQuery & { readonly sort?: PartnerSort } = {}) =>
      itemsOf((cursor) =>
        partners.list({ ...query, limit: 100, ...(cursor === undefined ? {} : { cursor }) }),
      ),
    count: async (query: PartnerFilterQuery = {}, signal?: AbortSignal) =>
      (await get<{ readonly count: number }>("/v1/partners/count", { ...query }, signal)).count,
    byId: (partnerId: string, signal?: AbortSignal) =>
      get<Partner>(`/v1/partners/${partnerId}`, {}, signal),
    add: (draft: Plain<PartnerDraft>) => post<Partner>("/v1/partners", draft),
    /** Changes the partner if it still is at the version that was read. */
    change: (partner: Pick<Partner, "id" | "version">, change: Plain<PartnerChange>) =>
      valueOf(
        send<Partner>({
          method: "PATCH",
          path: `/v1/partners/${partner.id}`,
          body: change,
          ifMatch: `"${partner.version}"`,
        }),
      ),
    /** Forgets a partner with whom nothing is written down. */
    remove: (partnerId: string) => remove(`/v1/partners/${partnerId}`),
    archive: (partnerId: string) => post<Partner>(`/v1/partners/${partnerId}/archive`),
    restore: (partnerId: string) => post<Partner>(`/v1/partners/${partnerId}/restore`),
    tags: async (signal?: AbortSignal) => (await get<List<TagCount>>("/v1/tags", {}, signal)).data,
    circles: async (signal?: AbortSignal) =>
      (await get<List<CircleCount>>("/v1/circles", {}, signal)).data,
    /** Many at once, at most 500; parts of a longer list come under one id, and are undone together. */
    bulk: (draft: Plain<BulkDraft>) => post<BulkResult>("/v1/partners/bulk", draft),
    undoBulk: (bulkId: string) => post<BulkResult>(`/v1/partners/bulk/${bulkId}/undo`),
    /** Whom a partner knows, of your partners. */
    acquaintances: async (partnerId: string, signal?: AbortSignal) =>
      (await get<List<Acquaintance>>(`/v1/partners/${partnerId}/acquaintances`, {}, signal)).data,
    relate: (partnerId: string, kind: AcquaintanceKind, otherId: string) =>
      put<List<Acquaintance>>(`/v1/partners/${partnerId}/acquaintances/${kind}/${otherId}`),
    unrelate: (partnerId: string, kind: AcquaintanceKind, otherId: string) =>
      remove(`/v1/partners/${partnerId}/acquaintances/${kind}/${otherId}`),
  };

  const duplicates = {
    /** Pairs that may be one, the likeliest first. */
    list: (limit?: number, signal?: AbortSignal) =>
      get<List<DuplicatePair> & { readonly total: number }>("/v1/duplicates", { limit }, signal),
    /** Who may be the one described. Keeps nothing. */
    check: async (described: DescribedPartner) =>
      (await post<List<DuplicateCandidate>>("/v1/duplicates/check", described)).data,
    tellApart: (oneId: string, otherId: string) =>
      put<void>(`/v1/partners/${oneId}/distinct/${otherId}`),
    untell: (oneId: string, otherId: string) => remove(`/v1/partners/${oneId}/distinct/${otherId}`),
    preview: (partnerId: string, otherId: string, signal?: AbortSignal) =>
      get<MergePreview>(`/v1/partners/${partnerId}/merge/${otherId}`, {}, signal),
    /** The first one stays, with the ledgers of both. */
    merge: (partnerId: string, draft: Plain<MergeDraft>) =>
      post<Merge>(`/v1/partners/${partnerId}/merge`, draft),
    undo: (mergeId: string) => post<Merge>(`/v1/merges/${mergeId}/undo`),
    merges: async (partnerId: string, signal?: AbortSignal) =>
      (await get<List<Merge>>(`/v1/partners/${partnerId}/merges`, {}, signal)).data,
  };

  const entries = {
    record: (draft: Plain<TransferDraft>) => post<Transfer>("/v1/entries", draft),
    reverse: (entryId: string, draft: Plain<ReversalDraft> = {}) =>
      post<Reversal>(`/v1/entries/${entryId}/reverse`, draft),
    /** What a gift meant, in the receiver's own words. The guess is taken back. */
    confirm: (entryId: string, draft: Plain<ConfirmDraft>) =>
      post<Transfer>(`/v1/entries/${entryId}/confirm`, draft),
    list: (partnerId: string, query: PageQuery = {}, signal?: AbortSignal) =>
      get<Page<Entry>>(`/v1/partners/${partnerId}/entries`, { ...query }, signal),
  };

  const breaches = {
    record: (draft: Plain<BreachDraft>) => post<Breach>("/v1/breaches", draft),
  };

  const contacts = {
    /** That the two of you were in touch, without a gift. */
    record: (draft: Plain<ContactDraft>) => post<Contact>("/v1/contacts", draft),
    list: (partnerId: string, query: PageQuery = {}, signal?: AbortSignal) =>
      get<Page<Contact>>(`/v1/partners/${partnerId}/contacts`, { ...query }, signal),
    /** Recorded again with its id, it is back. */
    remove: (contactId: string) => remove(`/v1/contacts/${contactId}`),
  };

  const asks = {
    /** May I ask this? Keeps nothing. */
    check: (question: Plain<AskQuestion>) => post<Coverage>("/v1/asks/check", question),
    /** If this is given now, when may that be asked? Keeps nothing. */
    project: (question: Plain<ProjectionQuestion>) =>
      post<Projection>("/v1/asks/project", question),
    /** Opens the ask; throws a `ProblemError` of type `/problems/ask-not-covered` when it is not earned. */
    open: (draft: Plain<AskDraft>) => post<Ask>("/v1/asks", draft),
    byId: (askId: string) => get<Ask>(`/v1/asks/${askId}`),
    grant: (askId: string, draft: Plain<GrantDraft> = {}) =>
      post<Ask>(`/v1/asks/${askId}/grant`, draft),
    decline: (askId: string) => post<Ask>(`/v1/asks/${askId}/decline`),
    /** A no, or the taking back, was a slip. */
    reopen: (askId: string) => post<Ask>(`/v1/asks/${askId}/reopen`),
    withdraw: (askId: string) => post<Ask>(`/v1/asks/${askId}/withdraw`),
    /** To everybody, the newest first. */
    all: (query: PageQuery & { readonly state?: AskState } = {}, signal?: AbortSignal) =>
      get<Page<AskWithPartner>>("/v1/asks", { ...query }, signal),
    list: (
      partnerId: string,
      query: PageQuery & { readonly state?: AskState } = {},
      signal?: AbortSignal,
    ) => get<Page<Ask>>(`/v1/partners/${partnerId}/asks`, { ...query }, signal),
  };

  const statement = {
    at: (partnerId: string, at?: string, signal?: AbortSignal) =>
      get<Statement>(`/v1/partners/${partnerId}/statement`, { at }, signal),
    series: (
      partnerId: string,
      window: { readonly from?: string; readonly to?: string; readonly samples?: number } = {},
      signal?: AbortSignal,
    ) => get<StatementSeries>(`/v1/partners/${partnerId}/statement/series`, { ...window }, signal),
  };

  const relationships = {
    /** Both directions, rhythm, trust and tenure. */
    byId: (partnerId: string, signal?: AbortSignal) =>
      get<RelationshipReading>(`/v1/partners/${partnerId}/relationship`, {}, signal),
    /** What is worth doing now, best first. */
    moves: (
      query: { readonly budget?: number; readonly limit?: number } = {},
      signal?: AbortSignal,
    ) => get<MoveList>("/v1/moves", { ...query }, signal),
  };

  const messages = {
    /** Before you send: what a message asks for, and whether that is earned. Keeps nothing. */
    check: (draft: Plain<MessageDraft>) => post<MessageVerdict>("/v1/messages/check", draft),
  };

  const catalogue = {
    list: async (signal?: AbortSignal) =>
      (await get<{ readonly data: ReadonlyArray<Kind> }>("/v1/catalogue", {}, signal)).data,
    byId: (kindId: string) => get<Kind>(`/v1/catalogue/${kindId}`),
    add: (draft: Plain<KindDraft>) => post<Kind>("/v1/catalogue", draft),
    change: (kind: Pick<Kind, "id" | "version">, change: Plain<KindChange>) =>
      valueOf(
        send<Kind>({
          method: "PATCH",
          path: `/v1/catalogue/${kind.id}`,
          body: change,
          ifMatch: `"${kind.version}"`,
        }),
      ),
    /** Removes a kind of your own; a standard one gets its usual words and sizes back. */
    remove: (kind: Pick<Kind, "id" | "version">) =>
      valueOf(
        send<void>({
          method: "DELETE",
          path: `/v1/catalogue/${kind.id}`,
          ifMatch: `"${kind.version}"`,
        }),
      ),
  };

  /** Of the workspace (null), or of one relationship. */
  const policy = {
    read: (partnerId: string | null = null, signal?: AbortSignal) =>
      get<PolicyReading>(policyPath(partnerId), {}, signal),
    choose: (
      partnerId: string | null,
      { version }: Pick<PolicyReading, "version">,
      choice: Plain<PolicyChoice>,
    ) =>
      valueOf(
        send<PolicyReading>({
          method: "PUT",
          path: policyPath(partnerId),
          body: choice,
          ifMatch: `"${version}"`,
        }),
      ),
    clear: (partnerId: string, { version }: Pick<PolicyReading, "version">) =>
      valueOf(
        send<PolicyReading>({
          method: "DELETE",
          path: policyPath(partnerId),
          ifMatch: `"${version}"`,
        }),
      ),
  };

  const openings = {
    list: (query: PageQuery = {}, signal?: AbortSignal) =>
      get<Page<OpeningCard>>("/v1/openings", { ...query }, signal),
    progress: (signal?: AbortSignal) => get<OpeningProgress>("/v1/openings/progress", {}, signal),
    /** Taken back like any entry, which brings the card back. */
    answer: (draft: Plain<OpeningDraft>) => post<Opening>("/v1/openings", draft),
    skip: (partnerId: string) => post<OpeningProgress>("/v1/openings/skip", { partnerId }),
    unskip: (partnerId: string) => post<OpeningProgress>("/v1/openings/unskip", { partnerId }),
  };

  const confirmations = {
    link: (entryId: string, draft: Plain<ConfirmationDraft>) =>
      post<ConfirmationLink>(`/v1/entries/${entryId}/confirmation-link`, draft),
    page: (token: string, signal?: AbortSignal) =>
      get<ConfirmationPage>(`/v1/confirmations/${token}`, {}, signal),
    answer: (token: string, answer: Plain<ConfirmationAnswer>) =>
      post<ConfirmationPage>(`/v1/confirmations/${token}`, answer),
  };

  const imports = {
    /** What a file is, with samples of its columns. Keeps nothing. */
    inspect: (file: Blob | string, source?: ImportSource) =>
      valueOf(
        send<FileReading>({
          method: "POST",
          path: "/v1/imports/inspect",
          query: { source },
          file,
        }),
      ),
    /** What a file would bring, row by row. Keeps nothing. */
    preview: (file: Blob | string, query: ImportQuery = {}) =>
      valueOf(
        send<ImportPreview>({
          method: "POST",
          path: "/v1/imports/preview",
          query: asParameters(query),
          file,
        }),
      ),
    /** With an id of your own, the same file sent again is the same import, and undone as one. */
    commit: (file: Blob | string, id?: string, query: ImportQuery = {}) =>
      valueOf(
        send<Import>({
          method: "POST",
          path: "/v1/imports",
          query: { ...asParameters(query), id },
          file,
        }),
      ),
    undo: (importId: string) => post<Import>(`/v1/imports/${importId}/undo`),
    byId: (importId: string) => get<Import>(`/v1/imports/${importId}`),
  };

  /** One short list: what is worth doing, and why. */
  const today = {
    read: (
      query: { readonly budget?: number; readonly limit?: number } = {},
      signal?: AbortSignal,
    ) => get<Today>("/v1/today", { ...query }, signal),
    /** Puts a card off until a day; done is until tomorrow. */
    snooze: (key: string, draft: Plain<SnoozeDraft>) =>
      put<Snooze>(`/v1/today/snoozes/${key}`, draft),
    unsnooze: (key: string) => remove(`/v1/today/snoozes/${key}`),
  };

  /** Your answers to the six questions about yourself. */
  const strategy = {
    read: (signal?: AbortSignal) => get<Strategy>("/v1/strategy", {}, signal),
    change: ({ version }: Pick<Strategy, "version">, change: Plain<StrategyChange>) =>
      valueOf(
        send<Strategy>({
          method: "PATCH",
          path: "/v1/strategy",
          body: change,
          ifMatch: `"${version}"`,
        }),
      ),
  };

  const changes = {
    list: (query: { readonly after?: number; readonly limit?: number } = {}) =>
      get<Page<Change>>("/v1/changes", { ...query }),
  };

  const workspace = {
    read: () => get<WorkspaceSettings>("/v1/workspace"),
  };

  return {
    partners,
    duplicates,
    entries,
    breaches,
    contacts,
    asks,
    statement,
    relationships,
    messages,
    catalogue,
    policy,
    openings,
    confirmations,
    imports,
    today,
    strategy,
    changes,
    workspace,
  };
};

export type Comity = ReturnType<typeof comity>;
