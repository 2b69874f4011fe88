/** One contestant of E1 and E2 in a process of its own: serves two routes, and tells its CPU time. */
import { createAdaptorServer } from "@hono/node-server";
import { accountAt, capacityOf, equityOf } from "@comity/domain/equity/rules";
import { type EquityPolicy, TransferDraft } from "@comity/domain/equity/schema";
import { layer as sqliteFile } from "@comity/store/node";
import { openWorkspace } from "@comity/workspace";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";

const [contestant = "", file = ""] = process.argv.slice(2);

interface Row {
  readonly policy: string;
  readonly policy_version: number;
  readonly at: number;
  readonly mine_principal: number;
  readonly mine_interest: number;
  readonly gifts: number;
  readonly reserved: number;
  readonly learned: string;
  readonly last_ask: number | null;
}

const statementSql = `SELECT time_zone, policy_version, learned, accounts.*,
    coalesce(relationship_policies.policy, settings.policy) AS policy,
    (SELECT coalesce(sum(reserved), 0) FROM asks
      WHERE asks.partner_id = partners.id AND state = 'open' AND expires_at > ?1) AS reserved,
    (SELECT max(opened_at) FROM asks WHERE asks.partner_id = partners.id) AS last_ask
  FROM partners JOIN settings ON settings.id = 1
  LEFT JOIN relationship_policies ON relationship_policies.partner_id = partners.id
  LEFT JOIN accounts ON accounts.partner_id = partners.id
  WHERE partners.id = ?2`;

/** The statement of a partner: the same statement of SQL, the same arithmetic. */
const readingOf = (database: DatabaseSync) => {
  const statement = database.prepare(statementSql);
  return (partnerId: string) => {
    const atMs = Date.now();
    const row = statement.get(atMs, partnerId) as unknown as Row;
    const policy = JSON.parse(row.policy) as EquityPolicy;
    const kept = { principal: row.mine_principal, interest: row.mine_interest, atMs: row.at };
    const account = accountAt(kept, atMs, policy);
    return {
      partnerId,
      at: new Date(atMs).toISOString(),
      principal: account.principal,
      interest: account.interest,
      equity: equityOf(account),
      reserved: row.reserved,
      capacity: capacityOf(equityOf(account) - row.reserved, policy),
      gifts: row.gifts,
      firstAsk: row.last_ask === null,
      lastAskAt: null,
      trust: 0.5,
      policy,
      policyVersion: row.policy_version,
    };
  };
};

/** A gift written down: validated, and its three rows in one transaction. No rule, no undo, no audit. */
const writingOf = (database: DatabaseSync) => {
  const entry = database.prepare(`INSERT INTO entries
    (id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence)
    VALUES (?, ?, 'transfer', ?, ?, ?, 0, 1, ?, ?, 0, 0, 'estimated')`);
  const account = database.prepare(`UPDATE accounts SET at = ?, mine_principal = mine_principal + ?
    WHERE partner_id = ?`);
  const change = database.prepare(`INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
    SELECT coalesce(max(seq), 0) + 1, ?, 'me', 'entry.recorded', ?, ?, '' FROM changes`);
  return (draft: TransferDraft) => {
    const id = draft.id ?? "";
    const atMs = Date.now();
    const benefit = Number(draft.benefit);
    database.exec("BEGIN IMMEDIATE");
    entry.run(id, draft.to, atMs, atMs, benefit, benefit, Number(draft.cost));
    account.run(atMs, benefit, draft.to);
    change.run(atMs, id, JSON.stringify(draft));
    database.exec("COMMIT");
    return { ...draft, at: new Date(atMs).toISOString() };
  };
};

/** The least that answers the same: Hono, and a database opened with the same pragmas. */
const bare = () => {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  const read = readingOf(database);
  const write = writingOf(database);
  return new Hono()
    .get("/v1/partners/:partnerId/statement", (c) => c.json(read(c.req.param("partnerId"))))
    .post("/v1/entries", async (c) => c.json(write(TransferDraft.parse(await c.req.json())), 201))
    .fetch;
};

const ours = async () =>
  (
    await openWorkspace({
      database: sqliteFile(file),
      timeZone: "UTC",
      report: (error) => void process.stderr.write(String(error)),
    })
  ).fetch;

const fetch = contestant === "bare" ? bare() : await ours();
const server = createAdaptorServer({ fetch: (request) => fetch(request) });
server.listen(0, "127.0.0.1", () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicroseconds: user + system });
});
