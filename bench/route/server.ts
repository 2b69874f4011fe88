/** One contestant of E1 in a process of its own: serves the statement route, and tells its CPU time. */
import { createAdaptorServer } from "@hono/node-server";
import { accountAt, capacityOf, equityOf } from "@comity/domain/equity/rules";
import type { EquityPolicy } from "@comity/domain/equity/schema";
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
  readonly has_asked: number;
}

/** The least that answers the same: Hono, the same statement of SQL, the same arithmetic. */
const bare = () => {
  const statement = new DatabaseSync(file)
    .prepare(`SELECT time_zone, policy, policy_version, accounts.*,
      (SELECT coalesce(sum(reserved), 0) FROM asks
        WHERE asks.partner_id = partners.id AND state = 'open') AS reserved,
      EXISTS (SELECT 1 FROM asks WHERE asks.partner_id = partners.id) AS has_asked
    FROM partners JOIN settings ON settings.id = 1
    LEFT JOIN accounts ON accounts.partner_id = partners.id
    WHERE partners.id = ?`);
  return new Hono().get("/v1/partners/:partnerId/statement", (c) => {
    const partnerId = c.req.param("partnerId");
    const row = statement.get(partnerId) as unknown as Row;
    const policy = JSON.parse(row.policy) as EquityPolicy;
    const atMs = Date.now();
    const kept = { principal: row.mine_principal, interest: row.mine_interest, atMs: row.at };
    const account = accountAt(kept, atMs, policy);
    return c.json({
      partnerId,
      at: new Date(atMs).toISOString(),
      principal: account.principal,
      interest: account.interest,
      equity: equityOf(account),
      reserved: row.reserved,
      capacity: capacityOf(equityOf(account) - row.reserved, policy),
      gifts: row.gifts,
      firstAsk: row.has_asked === 0,
      trust: 0.5,
      policy,
      policyVersion: row.policy_version,
    });
  }).fetch;
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
