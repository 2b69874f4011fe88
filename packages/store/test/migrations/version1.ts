/**
 * A file as version 1 kept it, frozen: what it holds as SQL, and what was read of it then. A later version
 * reads the same. Never to be edited: files like this one are out there.
 */

/** When it was closed. */
export const closedAt = "2026-03-10T22:00:00.000Z";

/** SHA-256 over the statements that made its tables, by name: a migration that has landed is not edited. */
export const schemaHash = "6261467dd0f20af837a7613c891ca27f6d6463c8d9da2910a0d1c5ee8a82c23b";

export const rows: ReadonlyArray<string> = [
  `INSERT INTO settings (id, time_zone, policy, policy_version)
  VALUES (1, 'Europe/Lisbon', '{"preset":"partner","halfLifeDays":365,"interestRatio":0.5,"askWeight":2,"breachWeight":5,"q":{"observed":1,"stated":1,"estimated":1},"overdraft":0,"slack":1,"grace":0.001,"giftsBeforeFirstAsk":2,"trustHalfLifeDays":365}', 1)`,
  `INSERT INTO partners (pk, id, name, name_folded, organisation, role, emails, links, notes, known_since, created_at, updated_at, version, salt)
  VALUES (1, '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'Ana Conceição 🌱', 'ana conceicao', 'Mar & Filhos', 'Chair', '["ana@mar.example"]', '["https://www.linkedin.com/in/ana-c"]', 'Met in Porto.
Likes "quotes"; it''s 日本語.', '2021-05-04', 1772442000000, 1772445601234, 2, 'f60493bfa9b1bfd1a1097b5537d5383e')`,
  `INSERT INTO partners (pk, id, name, name_folded, organisation, role, emails, links, notes, known_since, created_at, updated_at, version, salt)
  VALUES (2, '019cae34-8124-7001-b617-4728652e6e06', 'Ben Okafor', 'ben okafor', 'Okafor Ltd', 'Editor', '["ben@okafor.example"]', '["https://www.linkedin.com/in/ben-o"]', '', '2024-03-12', 1772449202468, 1772449202468, 1, 'b941533196a73c1f4b48aef63b3d3f1b')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked email:ana@mar.example', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked email:ben@okafor.example', '019cae34-8124-7001-b617-4728652e6e06')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked name:ana conceicao|mar filhos', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked name:ben okafor|okafor', '019cae34-8124-7001-b617-4728652e6e06')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linkedin:ana-c', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linkedin:ben-o', '019cae34-8124-7001-b617-4728652e6e06')`,
  `INSERT INTO partner_said (partner_id, said)
  VALUES ('019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', '{"row":3,"name":"Ana Conceição","organisation":"Mar & Filhos SA","role":"Chair","links":["https://www.linkedin.com/in/ana-c"]}')`,
  `INSERT INTO partner_said (partner_id, said)
  VALUES ('019cae34-8124-7001-b617-4728652e6e06', '{"row":2,"name":"Ben Okafor","organisation":"Okafor Ltd","role":"Editor","links":["https://www.linkedin.com/in/ben-o"],"emails":["ben@okafor.example"],"knownSince":"2024-03-12"}')`,
  `INSERT INTO imports (id, source, state, file_digest, counts, started_at, ended_at, kept)
  VALUES ('019cae34-8124-7000-98f1-d219e78ba468', 'linkedin', 'done', 'e76c35bb293fd4f3b0268820141988da16520cb47446bb4c54395f10d7d01caa', '{"new":1,"updated":0,"unchanged":1,"duplicate":0,"skipped":1}', 1772449202468, 1772449202468, 0)`,
  `INSERT INTO imports (id, source, state, file_digest, counts, started_at, ended_at, kept)
  VALUES ('019cae6b-7476-7000-930f-7477581ad331', 'linkedin', 'undone', 'ddc20e6fd003de00efd735b87946d8376cbf9ab36d7630598c18ded67114ab9a', '{"new":1,"updated":0,"unchanged":0,"duplicate":0,"skipped":0}', 1772452803702, 1772456404936, 0)`,
  `INSERT INTO import_rows (import_id, row, partner_id, outcome, before, after, said, said_before)
  VALUES ('019cae34-8124-7000-98f1-d219e78ba468', 2, '019cae34-8124-7001-b617-4728652e6e06', 'new', 'null', '{"id":"019cae34-8124-7001-b617-4728652e6e06","name":"Ben Okafor","organisation":"Okafor Ltd","role":"Editor","emails":["ben@okafor.example"],"links":["https://www.linkedin.com/in/ben-o"],"notes":"","knownSince":"2024-03-12","createdAt":"2026-03-02T11:00:02.468Z","updatedAt":"2026-03-02T11:00:02.468Z","version":1}', '{"row":2,"name":"Ben Okafor","organisation":"Okafor Ltd","role":"Editor","links":["https://www.linkedin.com/in/ben-o"],"emails":["ben@okafor.example"],"knownSince":"2024-03-12"}', 'null')`,
  `INSERT INTO import_rows (import_id, row, partner_id, outcome, before, after, said, said_before)
  VALUES ('019cae34-8124-7000-98f1-d219e78ba468', 3, '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'unchanged', '{"id":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","name":"Ana Conceição 🌱","organisation":"Mar & Filhos","role":"Chair","emails":["ana@mar.example"],"links":["https://www.linkedin.com/in/ana-c"],"notes":"","knownSince":"2021-05-04","createdAt":"2026-03-02T09:00:00.000Z","updatedAt":"2026-03-02T10:00:01.234Z","version":2}', '{"id":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","name":"Ana Conceição 🌱","organisation":"Mar & Filhos","role":"Chair","emails":["ana@mar.example"],"links":["https://www.linkedin.com/in/ana-c"],"notes":"","knownSince":"2021-05-04","createdAt":"2026-03-02T09:00:00.000Z","updatedAt":"2026-03-02T10:00:01.234Z","version":2}', '{"row":3,"name":"Ana Conceição","organisation":"Mar & Filhos SA","role":"Chair","links":["https://www.linkedin.com/in/ana-c"]}', 'null')`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, ask_id, reverses)
  VALUES (1, '019cb3c8-c89a-7000-ab88-1eb2028bd441', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'transfer', 1763640000000, 1772542806170, 81, 0, 1, 81, 27, 0, 0, 'observed', NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, ask_id, reverses)
  VALUES (2, '019cb8ef-296c-7000-9969-844dea74b087', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'transfer', 1772629207404, 1772629207404, 27, 0, 1, 27, 3, 0, 0, 'estimated', NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, ask_id, reverses)
  VALUES (3, '019cb95d-0b3e-7000-9ac7-ea3b79aa684e', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'reversal', 1772629207404, 1772636408638, -27, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '019cb8ef-296c-7000-9969-844dea74b087')`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, ask_id, reverses)
  VALUES (4, '019cbe83-6c10-7000-b1d2-36bbf8504904', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'transfer', 1772722809872, 1772722809872, -6, 9, 0, 9, 3, 1, 0, 'estimated', NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, ask_id, reverses)
  VALUES (5, '019cc3a9-cce2-7000-9981-d97ba62f2a5a', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'transfer', 1772809211106, 1772809211106, 0, 0, 1, 40.25, 2.5, 0, 1, 'stated', NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, ask_id, reverses)
  VALUES (6, '019cc3a9-cce2-7001-864a-db5385158bff', '019cae34-8124-7001-b617-4728652e6e06', 'transfer', 1772809211106, 1772809211106, 9, 0, 1, 9, 3, 0, 0, 'estimated', NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, ask_id, reverses)
  VALUES (7, '01a1f2c0-0000-7000-8000-00000000b4ea', '019cae34-8124-7001-b617-4728652e6e06', 'breach', 1772820012340, 1772820012340, 0, -6, 0, NULL, NULL, NULL, NULL, NULL, 3, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, ask_id, reverses)
  VALUES (8, '019ccf40-38ce-7000-9103-c13585b919a7', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'transfer', 1773003618510, 1773003618510, -18, 27, 0, 27, 9, 1, 0, 'observed', NULL, '019cca19-d7fc-7000-a335-0eb1349b7fa1', NULL)`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cb3c8-c89a-7000-ab88-1eb2028bd441', 'Introduced a publisher', '1005fde61fc83e8fc61d772299b2e94e')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cb95d-0b3e-7000-9ac7-ea3b79aa684e', 'Written down for the wrong partner', '8ad434d7a491a016dba3a032c967cf75')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cbe83-6c10-7000-b1d2-36bbf8504904', 'Read a draft', 'ac80321e29d0e02d5a0f741cfe55a98d')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cc3a9-cce2-7001-864a-db5385158bff', 'A word to the board', 'a8128ae29a7707f9d132306f20a6ff76')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019ccf40-38ce-7000-9103-c13585b919a7', 'She wrote the same day', '61896000f8416b0e35db677f0de87146')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('01a1f2c0-0000-7000-8000-00000000b4ea', 'Did not come', 'fbdce4a9ad3b2c3a896a25dc3cfa505f')`,
  `INSERT INTO accounts (partner_id, at, mine_principal, mine_interest, theirs_principal, theirs_interest, gifts)
  VALUES ('019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 1773003618510, 41.97004557928333, 6.76638521557832, 35.94462263682895, 0.02760332154332012, 1)`,
  `INSERT INTO accounts (partner_id, at, mine_principal, mine_interest, theirs_principal, theirs_interest, gifts)
  VALUES ('019cae34-8124-7001-b617-4728652e6e06', 1772820012340, 8.997863596960062, 0.001068074726103875, -6, 0, 1)`,
  `INSERT INTO asks (id, partner_id, state, cost, offer, reserved, opened_at, closed_at, coverage, policy_version, seq, overrides, entry_id)
  VALUES ('019cc9ab-f158-7000-879f-4dcb16c994cc', '019cae34-8124-7001-b617-4728652e6e06', 'withdrawn', 27, 0, 54, 1772910014808, 1772913616042, '{"verdict":"not-yet","equity":8.99002971679108,"reserved":0,"offered":0,"needed":54,"after":-45.00997028320892,"shortfall":45.00997028320892,"reasons":["balance","few-gifts","shortfall"],"gifts":[{"what":"A sincere word about their work","cost":1,"benefit":1},{"what":"Introduce them to someone they want to meet","cost":3,"benefit":27},{"what":"Introduce them to someone they want to meet","cost":3,"benefit":27}],"waitDays":null}', 1, 20, '019cc974-fe06-7000-a2d7-26d60738879d', NULL)`,
  `INSERT INTO asks (id, partner_id, state, cost, offer, reserved, opened_at, closed_at, coverage, policy_version, seq, overrides, entry_id)
  VALUES ('019cca19-d7fc-7000-a335-0eb1349b7fa1', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'granted', 9, 0, 18, 1772917217276, 1773003618510, '{"verdict":"early","equity":66.80623611662695,"reserved":0,"offered":0,"needed":18,"after":48.80623611662695,"shortfall":0,"reasons":["balance","few-gifts"],"gifts":[],"waitDays":0}', 1, 22, NULL, '019ccf40-38ce-7000-9103-c13585b919a7')`,
  `INSERT INTO asks (id, partner_id, state, cost, offer, reserved, opened_at, closed_at, coverage, policy_version, seq, overrides, entry_id)
  VALUES ('019ccf40-38ce-7001-a97c-48aff7ddf745', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'declined', 3, 0, 6, 1773003618510, 1773090019744, '{"verdict":"earned","equity":48.73643079486165,"reserved":0,"offered":0,"needed":6,"after":42.73643079486165,"shortfall":0,"reasons":["balance"],"gifts":[],"waitDays":0}', 1, 25, NULL, NULL)`,
  `INSERT INTO asks (id, partner_id, state, cost, offer, reserved, opened_at, closed_at, coverage, policy_version, seq, overrides, entry_id)
  VALUES ('019cd466-99a0-7000-9e7b-9bd54f8aab90', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'expired', 3, 0, 6, 1773090019744, 1773176420978, '{"verdict":"earned","equity":48.683741409722465,"reserved":0,"offered":0,"needed":6,"after":42.683741409722465,"shortfall":0,"reasons":["balance"],"gifts":[],"waitDays":0}', 1, 27, NULL, NULL)`,
  `INSERT INTO asks (id, partner_id, state, cost, offer, reserved, opened_at, closed_at, coverage, policy_version, seq, overrides, entry_id)
  VALUES ('019cd98c-fa72-7000-b32c-bf19cde24e9d', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', 'open', 4, 2, 8, 1773176420978, NULL, '{"verdict":"earned","equity":48.63107652419735,"reserved":0,"offered":1,"needed":8,"after":41.63107652419735,"shortfall":0,"reasons":["balance","offer"],"gifts":[],"waitDays":0}', 1, 29, NULL, NULL)`,
  `INSERT INTO ask_texts (ask_id, what, override_reason, salt)
  VALUES ('019cc9ab-f158-7000-879f-4dcb16c994cc', 'A seat on the board', 'He offered it', '1bb8620c2a6dae0d652e646eee019209')`,
  `INSERT INTO ask_texts (ask_id, what, override_reason, salt)
  VALUES ('019cca19-d7fc-7000-a335-0eb1349b7fa1', 'An introduction to Zoë', NULL, '1976d86b515d6629c3465ef22976c2bf')`,
  `INSERT INTO ask_texts (ask_id, what, override_reason, salt)
  VALUES ('019ccf40-38ce-7001-a97c-48aff7ddf745', 'A quote', NULL, '9c2edb6da8301eec5fb3571cb09a29b5')`,
  `INSERT INTO ask_texts (ask_id, what, override_reason, salt)
  VALUES ('019cd466-99a0-7000-9e7b-9bd54f8aab90', 'A look at the plan', NULL, '294c33d5107dda34bbb18b7c7fc12789')`,
  `INSERT INTO ask_texts (ask_id, what, override_reason, salt)
  VALUES ('019cd98c-fa72-7000-b32c-bf19cde24e9d', 'A reference', NULL, '91b9a963edd18328fe6b132ac87a0cd0')`,
  `INSERT INTO refused_asks (id, partner_id, cost, offer, coverage, policy_version, seq)
  VALUES ('019cc974-fe06-7000-a2d7-26d60738879d', '019cae34-8124-7001-b617-4728652e6e06', 27, 0, '{"verdict":"not-yet","equity":8.99038590675849,"reserved":0,"offered":0,"needed":54,"after":-45.00961409324151,"shortfall":45.00961409324151,"reasons":["balance","few-gifts","shortfall"],"gifts":[{"what":"A sincere word about their work","cost":1,"benefit":1},{"what":"Introduce them to someone they want to meet","cost":3,"benefit":27},{"what":"Introduce them to someone they want to meet","cost":3,"benefit":27}],"waitDays":null}', 1, 19)`,
  `INSERT INTO idempotency (key, fingerprint, at, status, headers, body)
  VALUES ('key-1', 'f00d', 1773176420978, 201, '{"etag":"\\"1\\""}', '{"id":"x"}')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (1, 1772442000000, 'me', 'partner.added', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', '{"personal":{"name":"a0b826b8db0e93a3478d2f4bfd9f7ca0eba871e5cf6243dc57c659cb5180903e","organisation":"7c4edd9fc460f0eb45680e0b5f1344753dbbc9cbf3143c8adb1860cb94e47ecf","role":"1f87156e7cf8bbf4ea424d4bdc927ad770ed4e8ab523325b14afe20e86427910","emails":"bf5365077584d67059fd947a619cc649e4c0bb4d470c9ca47674fc5fb6828926","links":"30a3e226e83e66d988ecbc144a5ee5b4a88a2d03359ce66fc994baa045a4735b","notes":"d21a237acb6aefa065256408d3f3822f6feb91ddc59b25b2b0a2cefa3bed5596","knownSince":"870be3b21fffaf224f97cb1126ae25fd10bccf051a3a1998c0c81d16ab5c4b48"}}', 'c284048413d0d5254e7ce07cc737bc5a976c5d363012c35aa9f08e27ee555b43')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (2, 1772445601234, 'me', 'partner.changed', '019cadc6-9a80-7000-b3b4-50f0c4e8a5b2', '{"version":{"old":1,"new":2},"personal":{"role":{"old":"1f87156e7cf8bbf4ea424d4bdc927ad770ed4e8ab523325b14afe20e86427910","new":"862980851dab4b4dbe5c49cf5f63c54de34c3dd226ba5263a8d1d91e6095cd73"}}}', 'ac60388b315fa3a23141c981d1f62b215812a8e60ef55e63d1de00fc3f00334f')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (3, 1772449202468, 'me', 'import.started', '019cae34-8124-7000-98f1-d219e78ba468', '{"source":"linkedin","state":{"old":null,"new":"running"},"counts":{"new":0,"updated":0,"unchanged":0,"duplicate":0,"skipped":1},"kept":0}', '495ae3ff24b4a484a1f30fde75c1a4d0f9e25dc0fce09d7c76b5cc6646e9bc09')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (4, 1772449202468, 'me', 'partner.added', '019cae34-8124-7001-b617-4728652e6e06', '{"personal":{"name":"f45e868439b430720305f81bc2195dfd39f46e237c943276d197c38678b93905","organisation":"4fb52c2e18bacc8e0b1103a08e1354d91a4f67b95d6c4b72d68376dc67cedbc2","role":"6cb7615c331c836f871a49b67ec03f0378cc9682b4268174d75f5b38c397bcd3","emails":"e98f6f79c57c75cf332903f43d1e97c5fe9f1b488ad0e89122883a397c3682a2","links":"ff88fc50140164c2a3edf41ab6d6c1b344d8a25e778c7c9f45f8d4fefac15018","knownSince":"82a32fde82c5602c3b011546af53195313125863bbd59ffb4fcd02d092e6b791"}}', '9a57371b8d59694b4df7fce9c7fb47fdc35a2c42f82f53e7bbe4af1ef3c34588')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (5, 1772449202468, 'me', 'import.done', '019cae34-8124-7000-98f1-d219e78ba468', '{"source":"linkedin","state":{"old":"running","new":"done"},"counts":{"new":1,"updated":0,"unchanged":1,"duplicate":0,"skipped":1},"kept":0}', '33ca29ba3b5d39f8c039af1cd3cea9013e86f1fe1607ef8d777fbf1b47661a32')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (6, 1772452803702, 'me', 'import.started', '019cae6b-7476-7000-930f-7477581ad331', '{"source":"linkedin","state":{"old":null,"new":"running"},"counts":{"new":0,"updated":0,"unchanged":0,"duplicate":0,"skipped":0},"kept":0}', 'acdfdf434d4113342a8e66d64ed3072f41e45b6240dd2c760d848dad1531dc07')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (7, 1772452803702, 'me', 'partner.added', '019cae6b-7476-7001-9054-f2a0bfc57111', '{"personal":{"name":"cc7331b60d3da698a51ddfbd3d603761e5ed0dc4420e8a9c21bd9626d0ff8a99","organisation":"255dff4e771ce67e9616090baa91a8865eace5ce391f9a613d411b2824f60262"}}', '915f767d7914051b4b686daad03b582d7fc9adb63ac2ac054769f1eb96282356')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (8, 1772452803702, 'me', 'import.done', '019cae6b-7476-7000-930f-7477581ad331', '{"source":"linkedin","state":{"old":"running","new":"done"},"counts":{"new":1,"updated":0,"unchanged":0,"duplicate":0,"skipped":0},"kept":0}', '73c98a7ae150ae7a3c7d2296eb896acffa048e546d3e73708af8a6689a74319b')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (9, 1772456404936, 'me', 'import.undoing', '019cae6b-7476-7000-930f-7477581ad331', '{"source":"linkedin","state":{"old":"done","new":"undoing"},"counts":{"new":1,"updated":0,"unchanged":0,"duplicate":0,"skipped":0},"kept":0}', 'f326d86e382a933f03804f2493dd2491fed1f66b8f1107a1afe2ddab24200585')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (10, 1772456404936, 'me', 'partner.removed', '019cae6b-7476-7001-9054-f2a0bfc57111', '{"version":1}', '74eb6b95c45f3ba5aa7513dfa830d524cd30c57972b332db5e02ce5cbb3b8839')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (11, 1772456404936, 'me', 'import.undone', '019cae6b-7476-7000-930f-7477581ad331', '{"source":"linkedin","state":{"old":"undoing","new":"undone"},"counts":{"new":1,"updated":0,"unchanged":0,"duplicate":0,"skipped":0},"kept":0}', 'a64a8d66c7c7633b7b74552291d9de003bc9d1012819be6ccf19eea2bca8a357')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (12, 1772542806170, 'me', 'entry.recorded', '019cb3c8-c89a-7000-ab88-1eb2028bd441', '{"at":"2025-11-20T12:00:00.000Z","from":"me","to":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","benefit":81,"cost":27,"asked":false,"strings":false,"evidence":"observed","askId":null,"kind":"transfer","partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","posting":{"mine":81,"theirs":0},"personal":{"note":"e5797503ae26592de852ab6c2e36da9ba3d0e108fd1a2c9d93b09ee2f99eb022"}}', 'e1e636db80a92456793e6cbf33975177d583f21be7cd2ee099f54b1c800e9685')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (13, 1772629207404, 'me', 'entry.recorded', '019cb8ef-296c-7000-9969-844dea74b087', '{"at":"2026-03-04T13:00:07.404Z","from":"me","to":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","benefit":27,"cost":3,"asked":false,"strings":false,"evidence":"estimated","askId":null,"kind":"transfer","partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","posting":{"mine":27,"theirs":0},"personal":{"note":"0b4b5dea4117f785f5deeb6358d34691d509670afa2627ad00474323dda3b87c"}}', '5975091088dc831e954ce804a122669cb8e8eea3225d3c1156adbd5329f1c4b6')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (14, 1772636408638, 'me', 'entry.reversed', '019cb95d-0b3e-7000-9ac7-ea3b79aa684e', '{"at":"2026-03-04T13:00:07.404Z","reverses":"019cb8ef-296c-7000-9969-844dea74b087","kind":"reversal","partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","posting":{"mine":-27,"theirs":0},"personal":{"note":"9297845b136a70a650bc3c1ee9707cf2cecee8e744e799c9162b3906d502ef18"}}', 'e71309c4fb8b81d8e88d1f5bce4ece1e24ca35a787ae1b3a0a26cf0fe61fe183')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (15, 1772722809872, 'me', 'entry.recorded', '019cbe83-6c10-7000-b1d2-36bbf8504904', '{"at":"2026-03-05T15:00:09.872Z","from":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","to":"me","benefit":9,"cost":3,"asked":true,"strings":false,"evidence":"estimated","askId":null,"kind":"transfer","partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","posting":{"mine":-6,"theirs":9},"personal":{"note":"f254d64354de0e036c218b750f171b3825da67263ff2278ffb5103d2607878e9"}}', '14a1e2172e6964baf712e7b8daab1e42b8dd6fd187a3ca8dd4d934415978fa36')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (16, 1772809211106, 'me', 'entry.recorded', '019cc3a9-cce2-7000-9981-d97ba62f2a5a', '{"at":"2026-03-06T15:00:11.106Z","from":"me","to":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","benefit":40.25,"cost":2.5,"asked":false,"strings":true,"evidence":"stated","askId":null,"kind":"transfer","partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","posting":{"mine":0,"theirs":0},"personal":{"note":null}}', '7f8f81c89cc000865a1e6bc81f80ef76d1ec200e0bec454401f330c8e9a96cd5')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (17, 1772809211106, 'me', 'entry.recorded', '019cc3a9-cce2-7001-864a-db5385158bff', '{"at":"2026-03-06T15:00:11.106Z","from":"me","to":"019cae34-8124-7001-b617-4728652e6e06","benefit":9,"cost":3,"asked":false,"strings":false,"evidence":"estimated","askId":null,"kind":"transfer","partnerId":"019cae34-8124-7001-b617-4728652e6e06","posting":{"mine":9,"theirs":0},"personal":{"note":"871e553cf31f236503430ea088dae108a391232cfc7d5d1aeaa533ec70d75397"}}', '1b0c89bb1d6e818caa7c2dce1a9245f59d7e36e32805a1b003321df726645ad6')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (18, 1772820012340, 'me', 'entry.recorded', '01a1f2c0-0000-7000-8000-00000000b4ea', '{"at":"2026-03-06T18:00:12.340Z","from":"019cae34-8124-7001-b617-4728652e6e06","to":"me","size":3,"kind":"breach","partnerId":"019cae34-8124-7001-b617-4728652e6e06","posting":{"mine":0,"theirs":-6},"personal":{"note":"333d07e88fa160b33ab64b14623a33b9eb996663b62345992129612c90f74b49"}}', '3279597535f0dddb3f5e7b906e77de6491ee71f60d02711fc7147d61ea6b520c')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (19, 1772906413574, 'me', 'ask.refused', '019cc974-fe06-7000-a2d7-26d60738879d', '{"partnerId":"019cae34-8124-7001-b617-4728652e6e06","cost":27,"offer":0,"shortfall":45.00961409324151,"policyVersion":1}', '4da43911820e9d2b262c18493d119ce307efff000ff37b3d4e67e495bdb44142')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (20, 1772910014808, 'me', 'ask.opened', '019cc9ab-f158-7000-879f-4dcb16c994cc', '{"partnerId":"019cae34-8124-7001-b617-4728652e6e06","cost":27,"offer":0,"reserved":54,"verdict":"not-yet","policyVersion":1,"overrides":"019cc974-fe06-7000-a2d7-26d60738879d","personal":{"what":"9112992774f758afbdea27de3c495451c03ed2e424273c4eac9bf9c006ea6bf1","overrideReason":"14eaa600ea6baa10a830b875610a81e47cf104fe91e3e7fceb03676064f79c21"}}', '0e0649fd5a75c7e09ab36c9cd1e27b393cb2b758be863994e3f24f2c01bc5733')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (21, 1772913616042, 'me', 'ask.withdrawn', '019cc9ab-f158-7000-879f-4dcb16c994cc', '{"partnerId":"019cae34-8124-7001-b617-4728652e6e06","state":{"old":"open","new":"withdrawn"},"entryId":null}', '3436d17fe718ab42819997b4a6091db57c67449abfec441f6da4c6d17a110bea')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (22, 1772917217276, 'me', 'ask.opened', '019cca19-d7fc-7000-a335-0eb1349b7fa1', '{"partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","cost":9,"offer":0,"reserved":18,"verdict":"early","policyVersion":1,"overrides":null,"personal":{"what":"ffab4d9c881c64a09b9fcebc5d0b694e7ba74815a0d9e3482cee75b12e9a2bc9","overrideReason":null}}', '0b5d6bd11f5fe8e97017f07d12f0770e5f5a389943ef418786d4629a1e9f6c31')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (23, 1773003618510, 'me', 'entry.recorded', '019ccf40-38ce-7000-9103-c13585b919a7', '{"at":"2026-03-08T21:00:18.510Z","from":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","to":"me","benefit":27,"cost":9,"asked":true,"strings":false,"evidence":"observed","askId":"019cca19-d7fc-7000-a335-0eb1349b7fa1","kind":"transfer","partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","posting":{"mine":-18,"theirs":27},"personal":{"note":"1fcd5bc36424bae96cffde2f15133effcfc0185dc3c2314454e826af07fadf94"}}', '82947f92a50ad2ce08a5c3dea524bcbb89ead4d7302e48f0b08496bcad9bf942')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (24, 1773003618510, 'me', 'ask.granted', '019cca19-d7fc-7000-a335-0eb1349b7fa1', '{"partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","state":{"old":"open","new":"granted"},"entryId":"019ccf40-38ce-7000-9103-c13585b919a7"}', '61f67185e6387addf733fe1ba6d9f792a29bb9a58bdd8674124aecd97bb59635')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (25, 1773003618510, 'me', 'ask.opened', '019ccf40-38ce-7001-a97c-48aff7ddf745', '{"partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","cost":3,"offer":0,"reserved":6,"verdict":"earned","policyVersion":1,"overrides":null,"personal":{"what":"45b326cf7c3a0d6f5b48c290e9499299ec97dd59a270f55bf04339257c7e9122","overrideReason":null}}', 'f4ed97684a6882d6fc0d89062afd944eae1a857379999aeedf0abddec42d7619')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (26, 1773090019744, 'me', 'ask.declined', '019ccf40-38ce-7001-a97c-48aff7ddf745', '{"partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","state":{"old":"open","new":"declined"},"entryId":null}', '020365118506ef5b4c1715bc69b0f878ebdf89b199100d040ee96c0625ae36fa')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (27, 1773090019744, 'me', 'ask.opened', '019cd466-99a0-7000-9e7b-9bd54f8aab90', '{"partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","cost":3,"offer":0,"reserved":6,"verdict":"earned","policyVersion":1,"overrides":null,"personal":{"what":"79ecc21c5b54f76f0c0a7486f02851ee86939946511b8679af61678dd3e29f43","overrideReason":null}}', 'c0169284be72aa08d5fa6cc74e2d095cdcce3443d7a67fcb7e746be008d67536')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (28, 1773176420978, 'me', 'ask.expired', '019cd466-99a0-7000-9e7b-9bd54f8aab90', '{"partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","state":{"old":"open","new":"expired"},"entryId":null}', '9ac859e716dd2cb9b00a06deff84b1b62f061c08f402e7e6e51808720c2ab571')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (29, 1773176420978, 'me', 'ask.opened', '019cd98c-fa72-7000-b32c-bf19cde24e9d', '{"partnerId":"019cadc6-9a80-7000-b3b4-50f0c4e8a5b2","cost":4,"offer":2,"reserved":8,"verdict":"earned","policyVersion":1,"overrides":null,"personal":{"what":"a693e84a1118db7ce4bfb9d646cdf2ed917718e7e3bdbf79220e88b6f24eb83d","overrideReason":null}}', 'adbab2535d140138c458545a0967fc35901b3e14ab6528f8014c87d6d072682a')`,
  `INSERT INTO partner_search (rowid, words) VALUES (1, 'ana conceicao mar filhos chair')`,
  `INSERT INTO partner_search (rowid, words) VALUES (2, 'ben okafor okafor ltd editor')`,
];

export const partners = [
  {
    id: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    name: "Ana Conceição 🌱",
    organisation: "Mar & Filhos",
    role: "Chair",
    emails: ["ana@mar.example"],
    links: ["https://www.linkedin.com/in/ana-c"],
    notes: 'Met in Porto.\nLikes "quotes"; it\'s 日本語.',
    knownSince: "2021-05-04",
    createdAt: "2026-03-02T09:00:00.000Z",
    updatedAt: "2026-03-02T10:00:01.234Z",
    version: 2,
  },
  {
    id: "019cae34-8124-7001-b617-4728652e6e06",
    name: "Ben Okafor",
    organisation: "Okafor Ltd",
    role: "Editor",
    emails: ["ben@okafor.example"],
    links: ["https://www.linkedin.com/in/ben-o"],
    notes: "",
    knownSince: "2024-03-12",
    createdAt: "2026-03-02T11:00:02.468Z",
    updatedAt: "2026-03-02T11:00:02.468Z",
    version: 1,
  },
];

export const imports = [
  {
    id: "019cae34-8124-7000-98f1-d219e78ba468",
    source: "linkedin",
    state: "done",
    fileDigest: "e76c35bb293fd4f3b0268820141988da16520cb47446bb4c54395f10d7d01caa",
    counts: { new: 1, updated: 0, unchanged: 1, duplicate: 0, skipped: 1 },
    startedAt: "2026-03-02T11:00:02.468Z",
    endedAt: "2026-03-02T11:00:02.468Z",
    kept: 0,
  },
  {
    id: "019cae6b-7476-7000-930f-7477581ad331",
    source: "linkedin",
    state: "undone",
    fileDigest: "ddc20e6fd003de00efd735b87946d8376cbf9ab36d7630598c18ded67114ab9a",
    counts: { new: 1, updated: 0, unchanged: 0, duplicate: 0, skipped: 0 },
    startedAt: "2026-03-02T12:00:03.702Z",
    endedAt: "2026-03-02T13:00:04.936Z",
    kept: 0,
  },
];

/** Of each partner, the newest first. */
export const entries = [
  {
    kind: "transfer",
    id: "019ccf40-38ce-7000-9103-c13585b919a7",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    at: "2026-03-08T21:00:18.510Z",
    recordedAt: "2026-03-08T21:00:18.510Z",
    note: "She wrote the same day",
    posting: { mine: -18, theirs: 27 },
    from: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    to: "me",
    benefit: 27,
    cost: 9,
    asked: true,
    strings: false,
    evidence: "observed",
    askId: "019cca19-d7fc-7000-a335-0eb1349b7fa1",
  },
  {
    kind: "transfer",
    id: "019cc3a9-cce2-7000-9981-d97ba62f2a5a",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    at: "2026-03-06T15:00:11.106Z",
    recordedAt: "2026-03-06T15:00:11.106Z",
    note: "",
    posting: { mine: 0, theirs: 0 },
    from: "me",
    to: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    benefit: 40.25,
    cost: 2.5,
    asked: false,
    strings: true,
    evidence: "stated",
    askId: null,
  },
  {
    kind: "transfer",
    id: "019cbe83-6c10-7000-b1d2-36bbf8504904",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    at: "2026-03-05T15:00:09.872Z",
    recordedAt: "2026-03-05T15:00:09.872Z",
    note: "Read a draft",
    posting: { mine: -6, theirs: 9 },
    from: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    to: "me",
    benefit: 9,
    cost: 3,
    asked: true,
    strings: false,
    evidence: "estimated",
    askId: null,
  },
  {
    kind: "reversal",
    id: "019cb95d-0b3e-7000-9ac7-ea3b79aa684e",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    at: "2026-03-04T13:00:07.404Z",
    recordedAt: "2026-03-04T15:00:08.638Z",
    note: "Written down for the wrong partner",
    posting: { mine: -27, theirs: 0 },
    reverses: "019cb8ef-296c-7000-9969-844dea74b087",
  },
  {
    kind: "transfer",
    id: "019cb8ef-296c-7000-9969-844dea74b087",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    at: "2026-03-04T13:00:07.404Z",
    recordedAt: "2026-03-04T13:00:07.404Z",
    note: "",
    posting: { mine: 27, theirs: 0 },
    from: "me",
    to: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    benefit: 27,
    cost: 3,
    asked: false,
    strings: false,
    evidence: "estimated",
    askId: null,
  },
  {
    kind: "transfer",
    id: "019cb3c8-c89a-7000-ab88-1eb2028bd441",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    at: "2025-11-20T12:00:00.000Z",
    recordedAt: "2026-03-03T13:00:06.170Z",
    note: "Introduced a publisher",
    posting: { mine: 81, theirs: 0 },
    from: "me",
    to: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    benefit: 81,
    cost: 27,
    asked: false,
    strings: false,
    evidence: "observed",
    askId: null,
  },
  {
    kind: "breach",
    id: "01a1f2c0-0000-7000-8000-00000000b4ea",
    partnerId: "019cae34-8124-7001-b617-4728652e6e06",
    at: "2026-03-06T18:00:12.340Z",
    recordedAt: "2026-03-06T18:00:12.340Z",
    note: "Did not come",
    posting: { mine: 0, theirs: -6 },
    from: "019cae34-8124-7001-b617-4728652e6e06",
    to: "me",
    size: 3,
  },
  {
    kind: "transfer",
    id: "019cc3a9-cce2-7001-864a-db5385158bff",
    partnerId: "019cae34-8124-7001-b617-4728652e6e06",
    at: "2026-03-06T15:00:11.106Z",
    recordedAt: "2026-03-06T15:00:11.106Z",
    note: "A word to the board",
    posting: { mine: 9, theirs: 0 },
    from: "me",
    to: "019cae34-8124-7001-b617-4728652e6e06",
    benefit: 9,
    cost: 3,
    asked: false,
    strings: false,
    evidence: "estimated",
    askId: null,
  },
];

/** Of each partner, the newest first. */
export const asks = [
  {
    id: "019cd98c-fa72-7000-b32c-bf19cde24e9d",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    what: "A reference",
    cost: 4,
    offer: 2,
    state: "open",
    openedAt: "2026-03-10T21:00:20.978Z",
    closedAt: null,
    reserved: 8,
    coverage: { verdict: "earned" },
    policyVersion: 1,
    seq: 29,
    overrideReason: null,
    overrides: null,
    entryId: null,
  },
  {
    id: "019cd466-99a0-7000-9e7b-9bd54f8aab90",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    what: "A look at the plan",
    cost: 3,
    offer: 0,
    state: "expired",
    openedAt: "2026-03-09T21:00:19.744Z",
    closedAt: "2026-03-10T21:00:20.978Z",
    reserved: 6,
    coverage: { verdict: "earned" },
    policyVersion: 1,
    seq: 27,
    overrideReason: null,
    overrides: null,
    entryId: null,
  },
  {
    id: "019ccf40-38ce-7001-a97c-48aff7ddf745",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    what: "A quote",
    cost: 3,
    offer: 0,
    state: "declined",
    openedAt: "2026-03-08T21:00:18.510Z",
    closedAt: "2026-03-09T21:00:19.744Z",
    reserved: 6,
    coverage: { verdict: "earned" },
    policyVersion: 1,
    seq: 25,
    overrideReason: null,
    overrides: null,
    entryId: null,
  },
  {
    id: "019cca19-d7fc-7000-a335-0eb1349b7fa1",
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    what: "An introduction to Zoë",
    cost: 9,
    offer: 0,
    state: "granted",
    openedAt: "2026-03-07T21:00:17.276Z",
    closedAt: "2026-03-08T21:00:18.510Z",
    reserved: 18,
    coverage: { verdict: "early" },
    policyVersion: 1,
    seq: 22,
    overrideReason: null,
    overrides: null,
    entryId: "019ccf40-38ce-7000-9103-c13585b919a7",
  },
  {
    id: "019cc9ab-f158-7000-879f-4dcb16c994cc",
    partnerId: "019cae34-8124-7001-b617-4728652e6e06",
    what: "A seat on the board",
    cost: 27,
    offer: 0,
    state: "withdrawn",
    openedAt: "2026-03-07T19:00:14.808Z",
    closedAt: "2026-03-07T20:00:16.042Z",
    reserved: 54,
    coverage: { verdict: "not-yet" },
    policyVersion: 1,
    seq: 20,
    overrideReason: "He offered it",
    overrides: "019cc974-fe06-7000-a2d7-26d60738879d",
    entryId: null,
  },
];

/** On 20 March 2026, at noon UTC. */
export const statements = [
  {
    partnerId: "019cadc6-9a80-7000-b3b4-50f0c4e8a5b2",
    principal: 41.05367296290934,
    interest: 7.071795668219624,
    equity: 48.12546863112896,
    reserved: 8,
    gifts: 1,
  },
  {
    partnerId: "019cae34-8124-7001-b617-4728652e6e06",
    principal: 8.765957322099892,
    interest: 0.11548642065881008,
    equity: 8.881443742758702,
    reserved: 0,
    gifts: 1,
  },
];

export const refusedAskId = "019cc974-fe06-7000-a2d7-26d60738879d";

/** How many lines the log has. */
export const changes = 29;

export const answer = {
  fingerprint: "f00d",
  status: 201,
  headers: { etag: '"1"' },
  body: '{"id":"x"}',
};
