/**
 * A file as version 2 kept it, frozen: what it holds as SQL, and what was read of it then. A later version
 * reads the same. Never to be edited: files like this one are out there.
 */

/** When it was closed. */
export const closedAt = "2026-03-10T22:00:00.000Z";

/** SHA-256 over the statements that made its tables, by name: a migration that has landed is not edited. */
export const schemaHash = "22e673e6ae5d39510c672b484f3c8ffc61fcd7bf7aa7e715de8f3a4f6eaec4e5";

export const rows: ReadonlyArray<string> = [
  `INSERT INTO settings (id, time_zone, policy, policy_version, learned, chosen_version, chosen_at)
  VALUES (1, 'Europe/Zurich', '{"preset":"partner","halfLifeDays":365,"interestRatio":0.5,"askWeight":2,"breachWeight":5,"q":{"observed":1,"stated":1,"estimated":1},"overdraft":0,"slack":1,"grace":0.001,"giftsBeforeFirstAsk":2,"trustHalfLifeDays":365,"declinedAskShare":0,"daysBetweenAsks":14,"askExpiryDays":90,"cadenceDays":30,"answersBeforeLearning":5,"activeCircleMax":15,"newProspectShare":0.3333333333333333}', 3, '{"answers":1,"yes":1,"slack":0.9417645335842487,"confirmed":1,"logRatioSum":-0.7985076962177713}', 1, NULL)`,
  `INSERT INTO partners (pk, id, name, name_folded, organisation, role, emails, links, notes, known_since, created_at, updated_at, version, salt)
  VALUES (1, '019cadc6-9a80-7000-968a-0876157eb90d', 'Ana Conceição 🌱', 'ana conceicao', 'Mar & Filhos', 'Chair', '["ana@mar.example"]', '["https://www.linkedin.com/in/ana-c"]', 'Met in Porto.
Likes "quotes"; it''s 日本語.', '2021-05-04', 1772442000000, 1772445601234, 2, '74e9788ce780c855f1d84a143b557848')`,
  `INSERT INTO partners (pk, id, name, name_folded, organisation, role, emails, links, notes, known_since, created_at, updated_at, version, salt)
  VALUES (2, '019cade2-11c0-7000-9452-aa26cf1814a5', 'Søren Weiß', 'søren weiß', '', 'Composer', '[]', '[]', '', NULL, 1772443800000, 1772443800000, 1, 'd0be2e54385eb3facb2afca3e4850638')`,
  `INSERT INTO partners (pk, id, name, name_folded, organisation, role, emails, links, notes, known_since, created_at, updated_at, version, salt)
  VALUES (3, '019cadef-cd60-7000-9a19-291359dd6538', 'Cleo Vogt', 'cleo vogt', 'Vogt GmbH', 'Founder', '[]', '["https://www.linkedin.com/in/cleo"]', '', NULL, 1772444700000, 1772449202468, 2, '016279ba8d55c4c57c6746f3df5b8de7')`,
  `INSERT INTO partners (pk, id, name, name_folded, organisation, role, emails, links, notes, known_since, created_at, updated_at, version, salt)
  VALUES (4, '019cae34-8124-7001-83ff-1520181fb879', 'Ben Okafor', 'ben okafor', 'Okafor Ltd', 'Editor', '["ben@okafor.example"]', '["https://www.linkedin.com/in/ben-o"]', '', '2024-03-12', 1772449202468, 1772449202468, 1, 'c99537eb5640891db3fa77e2cc56bc71')`,
  `INSERT INTO partners (pk, id, name, name_folded, organisation, role, emails, links, notes, known_since, created_at, updated_at, version, salt)
  VALUES (5, '019cae34-8124-7002-a834-600550408047', 'Dan Roth', 'dan roth', '', '', '[]', '["https://www.linkedin.com/in/dan"]', '', NULL, 1772449202468, 1772449202468, 1, 'eadf27efa4ddda43973c8fc3ef9cb0e5')`,
  `INSERT INTO imports (id, source, state, file_digest, counts, started_at, ended_at, kept)
  VALUES ('019cae34-8124-7000-a24a-e151bd0bfb34', 'linkedin', 'done', 'f4576817074e722e537e43c90b8bcf184aea54c95a833a02a41bd5b48dfa1834', '{"new":2,"updated":1,"unchanged":1,"duplicate":0,"skipped":1}', 1772449202468, 1772449202468, 0)`,
  `INSERT INTO imports (id, source, state, file_digest, counts, started_at, ended_at, kept)
  VALUES ('019cae6b-7476-7000-be09-c914df44615f', 'linkedin', 'undone', '37f52f06ba0279eac309d16dc2873afc000005abb5cdae55787276cc9e6d8b8b', '{"new":1,"updated":0,"unchanged":0,"duplicate":0,"skipped":0}', 1772452803702, 1772456404936, 0)`,
  `INSERT INTO accounts (partner_id, at, mine_principal, mine_interest, theirs_principal, theirs_interest, gifts, entries, facts, openings, last_gift_at, last_contact_at, tallies)
  VALUES ('019cadc6-9a80-7000-968a-0876157eb90d', 1773003618510, 41.97004557928333, 6.76638521557832, 17.944622636828957, 0.02760332154332012, 1, 5, 3, 0, 1763640000000, 1773003618510, '{"given":65.9331273371693,"effort":21.97770911238977,"received":17.944622636828957,"unasked":0,"deposits":0.8139892263848062,"negatives":1.9938469596476618,"kept":0,"broken":0}')`,
  `INSERT INTO accounts (partner_id, at, mine_principal, mine_interest, theirs_principal, theirs_interest, gifts, entries, facts, openings, last_gift_at, last_contact_at, tallies)
  VALUES ('019cadef-cd60-7000-9a19-291359dd6538', 1772823600000, 12, 0, 6, 0, 2, 1, 1, 1, NULL, NULL, '{"given":9,"effort":0,"received":3,"unasked":0,"deposits":0,"negatives":0,"kept":0,"broken":0}')`,
  `INSERT INTO accounts (partner_id, at, mine_principal, mine_interest, theirs_principal, theirs_interest, gifts, entries, facts, openings, last_gift_at, last_contact_at, tallies)
  VALUES ('019cae34-8124-7001-83ff-1520181fb879', 1772820012340, -6.007087023446674, 0.0035421161930613916, 0, 0, 1, 4, 2, 0, 1772809211106, 1772809211106, '{"given":8.992912976553326,"effort":2.9976376588511084,"received":0,"unasked":0,"deposits":0.9992125529503695,"negatives":1,"kept":0,"broken":1}')`,
  `INSERT INTO ask_texts (ask_id, what, override_reason, salt)
  VALUES ('019cca19-d7fc-7000-8f8b-2e7be6ecda35', 'An introduction', NULL, 'ad289566830348f2f169f91a8c0aba5e')`,
  `INSERT INTO ask_texts (ask_id, what, override_reason, salt)
  VALUES ('019cd20a-0d00-7000-95a3-bf41b4af5287', 'A second look', NULL, 'a467c4bfacb34928c9379e3431833223')`,
  `INSERT INTO asks (id, partner_id, state, cost, offer, reserved, opened_at, closed_at, coverage, policy_version, seq, overrides, entry_id, kind_id, expires_at)
  VALUES ('019cca19-d7fc-7000-8f8b-2e7be6ecda35', '019cadc6-9a80-7000-968a-0876157eb90d', 'granted', 9, 0, 18, 1772917217276, 1773003618510, '{"verdict":"early","equity":66.80623611662693,"reserved":0,"offered":0,"needed":18,"after":48.806236116626934,"shortfall":0,"reasons":["balance","few-gifts"],"gifts":[],"waitDays":0,"windowDays":1020.6709041761421,"offerNeeded":0}', 3, 30, NULL, '019ccf40-38ce-7000-bf84-fb19c8e735ca', NULL, 1780693217276)`,
  `INSERT INTO asks (id, partner_id, state, cost, offer, reserved, opened_at, closed_at, coverage, policy_version, seq, overrides, entry_id, kind_id, expires_at)
  VALUES ('019cd20a-0d00-7000-95a3-bf41b4af5287', '019cadc6-9a80-7000-968a-0876157eb90d', 'open', 4, 0, 8, 1773050400000, NULL, '{"verdict":"earned","equity":48.70789937110997,"reserved":0,"offered":0,"needed":8,"after":40.70789937110997,"shortfall":0,"reasons":["balance","recent-ask"],"gifts":[],"waitDays":0,"windowDays":1340.9794118411946,"offerNeeded":0}', 3, 33, NULL, NULL, NULL, 1780826400000)`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (1, 1772442000000, 'me', 'partner.added', '019cadc6-9a80-7000-968a-0876157eb90d', '{"personal":{"name":"c07c0a377617657832022181b20d2c310e183fcbbd257a9498e832d9678a7460","organisation":"985050ffb1f4489f4c6737aaab6fb26634b2d30249b0d66180df23fc7d177bdb","role":"badaa6c3ef0c3490a843d2cd02f8a6e188c26f0c19e27296d02ba87948f1766f","emails":"b81d2eee7432711a65ee0d4f0b9ad3051bda0142a7b38a585bd429c3d2917a6a","links":"d60ad5c0e1890fa962da215215834b874849c81545655c1cfb7e21bab9773292","notes":"2f7dd253fab82834d2b358f7626723d4cffed50862a9be8a32945c86c4ef048e","knownSince":"c4b13c93812c0ebf8efda5f9d93df0a4151a41739e47cf1cbd0c9a39f9d85242"}}', 'a51063f7488a56d86db32f06d83290bf40d6bed44fde19f009ccb720a6076981')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (2, 1772443800000, 'me', 'partner.added', '019cade2-11c0-7000-9452-aa26cf1814a5', '{"personal":{"name":"ae349e43808b43c0e0db76b253444e3b22bff2ae970a18afe2a48573eb409d64","role":"9e93e147cd1732116cba391e45b357865bebf6a349001a0b6807de145d4ce9c4"}}', 'e43fd16f42cb99910d47bd03a423b9711ab32096aa7f2ceea4494c15e08809b7')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (3, 1772444700000, 'me', 'partner.added', '019cadef-cd60-7000-9a19-291359dd6538', '{"personal":{"name":"627496e66c6bb680b16f31e5392e1001a804674c3ffd45b10f76861c58baab70","links":"7f095d4cbc2777d00c25f7a480c0c84b34c72fbf878c4241fed2181402cfd0a2"}}', '3b2c39111cd7862ed19f87fad08d3ea716be1aa60555d3ade6ebedf086d6a529')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (4, 1772445601234, 'me', 'partner.changed', '019cadc6-9a80-7000-968a-0876157eb90d', '{"version":{"old":1,"new":2},"personal":{"notes":{"old":"2f7dd253fab82834d2b358f7626723d4cffed50862a9be8a32945c86c4ef048e","new":"9ea30707f82ddc929c39fa651aaca9d53d22adedb8fceb630e84dfc49afe8c6b"}}}', 'e86ab868966653e090136e4a6f68813967b37fb065e242b10ce88111a19ad8c0')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (5, 1772449202468, 'me', 'import.started', '019cae34-8124-7000-a24a-e151bd0bfb34', '{"source":"linkedin","state":{"old":null,"new":"running"},"counts":{"new":0,"updated":0,"unchanged":0,"duplicate":0,"skipped":1},"kept":0}', '6c86c07f51b607eccb1ed415c82654808fddeeb7f6aaa8045a24ad9239922f89')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (6, 1772449202468, 'me', 'partner.added', '019cae34-8124-7001-83ff-1520181fb879', '{"personal":{"name":"281e4866f6b538044e9c6ab4b3a69221efedf641b5b05022986f3f39ecc49388","organisation":"0081080a686cabbb142dd5b7ab6aaf8917d12261b3d4192d81dbf9b41f7f87c4","role":"c82bab7197af93c51313252a1236636eba18e4569582f237535a3c3ec135105b","emails":"00d1e0f145474b9788702c4dc4c63eadd645fee8d1e24f5ab04a15556b18e4aa","links":"8daa3aa29370eb71db3b54fea8770e65e7ac6a9169f18d6cd273fbfe707a1e63","knownSince":"68c51e35b8718abd611c46832f7cd7fd22123b903668ac6a841c09e46329ce66"}}', '0468ed45d4d1010c5404cf9d3e584256cb1c8edfd968db713d9658ddde896469')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (7, 1772449202468, 'me', 'partner.added', '019cae34-8124-7002-a834-600550408047', '{"personal":{"name":"72265f9de3fc027101a954519a4a0ea3c2e3731b6206c92dded2f581036411f0","links":"d2eaffa147c3683025d856d97588a4ad73cefd26359c23dd29c80f8a1de3e559"}}', '9b199a65de32b368329bbb5f8122759838bc6570d34db8cea0134ba047d088a9')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (8, 1772449202468, 'me', 'partner.changed', '019cadef-cd60-7000-9a19-291359dd6538', '{"version":{"old":1,"new":2},"personal":{"organisation":{"old":"22c6817fd1debbeb1870cb08cce4563e68529d60f18ead826d0c27d36094aff1","new":"c2b675bfa3fa073043cc7fc75baf0f741f431686025e255b877d4cdcd9e576c2"},"role":{"old":"22c6817fd1debbeb1870cb08cce4563e68529d60f18ead826d0c27d36094aff1","new":"686fd46af29a09a4a0630dbb987549e1ba1f00d08f7bf2ce62243a25138aef46"}}}', '1f21a2e949cf759fa3d6eea0850f7855feea32bcc9c8a6ee2cf8fef85a22b25a')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (9, 1772449202468, 'me', 'import.done', '019cae34-8124-7000-a24a-e151bd0bfb34', '{"source":"linkedin","state":{"old":"running","new":"done"},"counts":{"new":2,"updated":1,"unchanged":1,"duplicate":0,"skipped":1},"kept":0}', '247fad96c5c8138cb785d26b436667e5cf84618ffe6058a72cc56c59a3a77c75')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (10, 1772452803702, 'me', 'import.started', '019cae6b-7476-7000-be09-c914df44615f', '{"source":"linkedin","state":{"old":null,"new":"running"},"counts":{"new":0,"updated":0,"unchanged":0,"duplicate":0,"skipped":0},"kept":0}', '6c829c66e6d09ff258b599847c36b8d8e7722ea6c7a48e8d0cc23caa375d74b7')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (11, 1772452803702, 'me', 'partner.added', '019cae6b-7476-7001-ad65-71b24ace27e9', '{"personal":{"name":"db7135a825830dc6813e6566cf93fc9b8da090313800d3fca714ca1473232785","organisation":"9197c25ac8eb8afbf2bc6520b9fdf00c76310a206ce418735295ac1bf5c99a88","links":"350d055325bb0faab4c9d89366b25f524517190341d9acc3c840aeaca2077620"}}', '75d0b4ba549182930d390d461dd065d86e16ad70d77b6f0f57aef8016f3a1176')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (12, 1772452803702, 'me', 'import.done', '019cae6b-7476-7000-be09-c914df44615f', '{"source":"linkedin","state":{"old":"running","new":"done"},"counts":{"new":1,"updated":0,"unchanged":0,"duplicate":0,"skipped":0},"kept":0}', '03991b368e09befd57edf0b25cd46c0002104a322f23604ff440341fbf85d457')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (13, 1772456404936, 'me', 'import.undoing', '019cae6b-7476-7000-be09-c914df44615f', '{"source":"linkedin","state":{"old":"done","new":"undoing"},"counts":{"new":1,"updated":0,"unchanged":0,"duplicate":0,"skipped":0},"kept":0}', '92350de05c2485f80433789c5026448734594304cb6a4b710b4a874f8cad6579')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (14, 1772456404936, 'me', 'partner.removed', '019cae6b-7476-7001-ad65-71b24ace27e9', '{"version":1}', 'c7e93347b847aa83d8f35989016c66b53be575c6e6c47eeb696dc1b324085cee')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (15, 1772456404936, 'me', 'import.undone', '019cae6b-7476-7000-be09-c914df44615f', '{"source":"linkedin","state":{"old":"undoing","new":"undone"},"counts":{"new":1,"updated":0,"unchanged":0,"duplicate":0,"skipped":0},"kept":0}', '53fd363f0c471817c66e6894d68c42a28bd970bbb30dfe7da704776973c7e026')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (16, 1772460000000, 'me', 'policy.chosen', '019cae34-8124-7001-83ff-1520181fb879', '{"policy":{"preset":"cautious","halfLifeDays":110,"interestRatio":0.5,"askWeight":2,"breachWeight":5,"q":{"observed":1,"stated":1,"estimated":0.75},"overdraft":0,"slack":1,"grace":0.001,"giftsBeforeFirstAsk":2,"trustHalfLifeDays":365,"declinedAskShare":0,"daysBetweenAsks":14,"askExpiryDays":90,"cadenceDays":30,"answersBeforeLearning":5,"activeCircleMax":15,"newProspectShare":0.3333333333333333},"version":2}', 'c43d3dbd715d163045c66254c65a07dcf2a19777cac265c516126832bb5ef5bc')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (17, 1772463600000, 'me', 'kind.added', '019caf10-3180-7000-a5e9-ddfd07e0456a', '{"use":"deposit","cost":{"old":null,"new":3},"benefit":{"old":null,"new":20},"version":1}', '4aaf76163f2243553183bb86144d747ffbfabbc1ee19629468c0e3a9c54adbf2')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (18, 1772542806170, 'me', 'entry.recorded', '019cb3c8-c89a-7000-8f38-e3463b8146d3', '{"at":"2025-11-20T12:00:00.000Z","recordedAt":"2026-03-03T13:00:06.170Z","from":"me","to":"019cadc6-9a80-7000-968a-0876157eb90d","benefit":81,"cost":27,"asked":false,"strings":false,"evidence":"observed","kindId":null,"askId":null,"corrects":null,"kind":"transfer","partnerId":"019cadc6-9a80-7000-968a-0876157eb90d","posting":{"mine":81,"theirs":0},"personal":{"note":"7459c6337da512be36f41494157bf0083a170c02d7b02af49cd03376bde649ac"}}', '59b4ec60d7b9e88afeb217ddc0d7291538271738d8766b2152aa2a24a7033cf8')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (19, 1772629207404, 'me', 'entry.recorded', '019cb8ef-296c-7000-99f9-6bb2fc8b166a', '{"at":"2026-03-04T13:00:07.404Z","recordedAt":"2026-03-04T13:00:07.404Z","from":"me","to":"019cadc6-9a80-7000-968a-0876157eb90d","benefit":27,"cost":3,"asked":false,"strings":false,"evidence":"estimated","kindId":null,"askId":null,"corrects":null,"kind":"transfer","partnerId":"019cadc6-9a80-7000-968a-0876157eb90d","posting":{"mine":27,"theirs":0},"personal":{"note":null}}', 'bc674e74f396bb6de3e7102c68a05f2b100e18509072bc3be056eccfb0a084ae')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (20, 1772636408638, 'me', 'entry.reversed', '019cb95d-0b3e-7000-b414-e848e7045336', '{"at":"2026-03-04T13:00:07.404Z","recordedAt":"2026-03-04T15:00:08.638Z","reverses":"019cb8ef-296c-7000-99f9-6bb2fc8b166a","kind":"reversal","partnerId":"019cadc6-9a80-7000-968a-0876157eb90d","posting":{"mine":-27,"theirs":0},"personal":{"note":"b65059790f832f008811968b04fcc2e17227f791e770c967f3a2d9037494155b"}}', '660ed5831fedbfbfb9728588505cd354954e72b86db787cb449bb668d4fa74f3')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (21, 1772722809872, 'me', 'entry.recorded', '019cbe83-6c10-7000-bae2-051350567fd8', '{"at":"2026-03-05T15:00:09.872Z","recordedAt":"2026-03-05T15:00:09.872Z","from":"019cadc6-9a80-7000-968a-0876157eb90d","to":"me","benefit":9,"cost":3,"asked":true,"strings":false,"evidence":"estimated","kindId":null,"askId":null,"corrects":null,"kind":"transfer","partnerId":"019cadc6-9a80-7000-968a-0876157eb90d","posting":{"mine":-6,"theirs":9},"personal":{"note":"b2ccc90e4cf093f34b3c953e811fda5d00dea0b270d41b58b184e7f0ecb1308b"}}', '5b612d509d546ae2250abab8db3dc5c4c3c097b269cc2ccaf69ab797f24e16bd')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (22, 1772809211106, 'me', 'entry.recorded', '019cc3a9-cce2-7000-8889-b60af72cb18a', '{"at":"2026-03-06T15:00:11.106Z","recordedAt":"2026-03-06T15:00:11.106Z","from":"me","to":"019cae34-8124-7001-83ff-1520181fb879","benefit":20,"cost":3,"asked":false,"strings":false,"evidence":"estimated","kindId":"019caf10-3180-7000-a5e9-ddfd07e0456a","askId":null,"corrects":null,"kind":"transfer","partnerId":"019cae34-8124-7001-83ff-1520181fb879","posting":{"mine":15,"theirs":0},"personal":{"note":"37f5a1ce280197a86dd72bea4bf13872d45749c02c4d7f9dd4fe18be4f51e0b5"}}', 'f8992cbbf0044074f13073569bd5714ad809da427d3c55c1163c4ed3d55c9c27')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (23, 1772812800000, 'me', 'entry.reversed', '019cc3e0-9000-7001-beaa-708d0b911dc1', '{"at":"2026-03-06T15:00:11.106Z","recordedAt":"2026-03-06T16:00:00.000Z","reverses":"019cc3a9-cce2-7000-8889-b60af72cb18a","kind":"reversal","partnerId":"019cae34-8124-7001-83ff-1520181fb879","posting":{"mine":-15,"theirs":0},"personal":{"note":null}}', '3a62f08841b3bbda7c0f41216d8033c4bdbad8d7b2a521a289f90ea021852b86')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (24, 1772812800000, 'me', 'entry.recorded', '019cc3e0-9000-7000-aa27-eaf4644ad6c3', '{"at":"2026-03-06T15:00:11.106Z","recordedAt":"2026-03-06T16:00:00.000Z","from":"me","to":"019cae34-8124-7001-83ff-1520181fb879","benefit":9,"cost":3,"asked":false,"strings":false,"evidence":"stated","kindId":"019caf10-3180-7000-a5e9-ddfd07e0456a","askId":null,"corrects":"019cc3a9-cce2-7000-8889-b60af72cb18a","kind":"transfer","partnerId":"019cae34-8124-7001-83ff-1520181fb879","posting":{"mine":9,"theirs":0},"personal":{"note":"70226c012bc633ee5594808edeacec6e01e299082ef0f8382245594b82efc609"}}', 'b54f95a8ee324e72ea5f5b1bdbee61a660c6a84bc3ef13d774d075d21529ea8d')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (25, 1772812800000, 'me', 'policy.learned', 'workspace', '{"learned":{"answers":0,"yes":0,"slack":1,"confirmed":1,"logRatioSum":-0.7985076962177713},"version":3}', 'ed27a47594deba5195ae8cc4bfcc724707514311384f7446667132d0f88a5b88')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (26, 1772820012340, 'me', 'entry.recorded', '019cc44e-9d34-7000-a923-ef356c2fd6bc', '{"at":"2026-03-06T18:00:12.340Z","recordedAt":"2026-03-06T18:00:12.340Z","from":"me","to":"019cae34-8124-7001-83ff-1520181fb879","size":3,"kindId":null,"kind":"breach","partnerId":"019cae34-8124-7001-83ff-1520181fb879","posting":{"mine":-15,"theirs":0},"personal":{"note":"3af635ace2e616e3edce87e574ef21a2bf8b1e2112f74fe61bf0cc2cf0f0e435"}}', 'fda2068b1570c4fbcbdd004d52bef930924356d4be11ac3fdb84079020df360d')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (27, 1772823600000, 'me', 'entry.recorded', '019cc485-5b80-7000-a2a3-4bd9bf4e2251', '{"at":"2026-03-06T19:00:00.000Z","recordedAt":"2026-03-06T19:00:00.000Z","closeness":"friendly","given":9,"received":3,"kind":"opening","partnerId":"019cadef-cd60-7000-9a19-291359dd6538","posting":{"mine":12,"theirs":6},"personal":{"note":null}}', '4c9d38d45e9ff2bf7eb52ae0f24aadbe98f8432573c46abf3aba322efb035d11')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (28, 1772827200000, 'me', 'opening.skipped', '019cade2-11c0-7000-9452-aa26cf1814a5', '{}', '76bbf2e8dd1dcc869c6d78e0336ee10ff5b600ba1aaf816765f36aed3b1a6b3a')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (29, 1772877600000, 'me', 'ask.refused', '019cc7bd-5500-7000-ad04-d167dabd5ea2', '{"partnerId":"019cae34-8124-7001-83ff-1520181fb879","cost":27,"offer":0,"shortfall":59.97838294355898,"policyVersion":3}', 'ca7bdcc4691beebf7eedf6d4e37686351044c2dec380e6de7bda4e6aa20e37ec')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (30, 1772917217276, 'me', 'ask.opened', '019cca19-d7fc-7000-8f8b-2e7be6ecda35', '{"partnerId":"019cadc6-9a80-7000-968a-0876157eb90d","kindId":null,"cost":9,"offer":0,"reserved":18,"verdict":"early","policyVersion":3,"overrides":null,"personal":{"what":"a2cbe35e6ae541e4c1a90bc820a8077a97a4697ea248696b7134b161f4be641c","overrideReason":null}}', 'f7b0d2cfad2de672f30c107b441917b95218e9626981ba0ed99d3a356903f867')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (31, 1773003618510, 'me', 'entry.recorded', '019ccf40-38ce-7000-bf84-fb19c8e735ca', '{"at":"2026-03-08T21:00:18.510Z","recordedAt":"2026-03-08T21:00:18.510Z","from":"019cadc6-9a80-7000-968a-0876157eb90d","to":"me","benefit":9,"cost":9,"asked":true,"strings":false,"evidence":"observed","kindId":null,"askId":"019cca19-d7fc-7000-8f8b-2e7be6ecda35","corrects":null,"kind":"transfer","partnerId":"019cadc6-9a80-7000-968a-0876157eb90d","posting":{"mine":-18,"theirs":9},"personal":{"note":"b690045d67c5b5c47cc6c24d23e79eb9bd3e2b0ad8f5ce5bbbf8b6942b57980f"}}', '58572ba81e9147bfc5ad784ed14654ca3209ba9469dda939e78b52b227cf9289')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (32, 1773003618510, 'me', 'ask.granted', '019cca19-d7fc-7000-8f8b-2e7be6ecda35', '{"partnerId":"019cadc6-9a80-7000-968a-0876157eb90d","state":{"old":"open","new":"granted"},"entryId":"019ccf40-38ce-7000-bf84-fb19c8e735ca"}', 'aae8216acfa43ccc3d6d7dfe1f3c361561cbcaf3c0454e62af5086e4ab96a6a2')`,
  `INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
  VALUES (33, 1773050400000, 'me', 'ask.opened', '019cd20a-0d00-7000-95a3-bf41b4af5287', '{"partnerId":"019cadc6-9a80-7000-968a-0876157eb90d","kindId":null,"cost":4,"offer":0,"reserved":8,"verdict":"earned","policyVersion":3,"overrides":null,"personal":{"what":"bda2012529a91000f3427b4de07855b2b985162ba5cadb17d2655312dcba2273","overrideReason":null}}', 'a66d0c00cc79cec886019a15f82085d7212960b3f36994a8d35b2da81928fe97')`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (1, '019cb3c8-c89a-7000-8f38-e3463b8146d3', '019cadc6-9a80-7000-968a-0876157eb90d', 'transfer', 1763640000000, 1772542806170, 81, 0, 1, 81, 27, 0, 0, 'observed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (2, '019cb8ef-296c-7000-99f9-6bb2fc8b166a', '019cadc6-9a80-7000-968a-0876157eb90d', 'transfer', 1772629207404, 1772629207404, 27, 0, 1, 27, 3, 0, 0, 'estimated', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (3, '019cb95d-0b3e-7000-b414-e848e7045336', '019cadc6-9a80-7000-968a-0876157eb90d', 'reversal', 1772629207404, 1772636408638, -27, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '019cb8ef-296c-7000-99f9-6bb2fc8b166a', NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (4, '019cbe83-6c10-7000-bae2-051350567fd8', '019cadc6-9a80-7000-968a-0876157eb90d', 'transfer', 1772722809872, 1772722809872, -6, 9, 0, 9, 3, 1, 0, 'estimated', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (5, '019cc3a9-cce2-7000-8889-b60af72cb18a', '019cae34-8124-7001-83ff-1520181fb879', 'transfer', 1772809211106, 1772809211106, 15, 0, 1, 20, 3, 0, 0, 'estimated', NULL, '019caf10-3180-7000-a5e9-ddfd07e0456a', NULL, NULL, NULL, NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (6, '019cc3e0-9000-7001-beaa-708d0b911dc1', '019cae34-8124-7001-83ff-1520181fb879', 'reversal', 1772809211106, 1772812800000, -15, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '019cc3a9-cce2-7000-8889-b60af72cb18a', NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (7, '019cc3e0-9000-7000-aa27-eaf4644ad6c3', '019cae34-8124-7001-83ff-1520181fb879', 'transfer', 1772809211106, 1772812800000, 9, 0, 1, 9, 3, 0, 0, 'stated', NULL, '019caf10-3180-7000-a5e9-ddfd07e0456a', NULL, '019cc3a9-cce2-7000-8889-b60af72cb18a', NULL, NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (8, '019cc44e-9d34-7000-a923-ef356c2fd6bc', '019cae34-8124-7001-83ff-1520181fb879', 'breach', 1772820012340, 1772820012340, -15, 0, 1, NULL, NULL, NULL, NULL, NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (9, '019cc485-5b80-7000-a2a3-4bd9bf4e2251', '019cadef-cd60-7000-9a19-291359dd6538', 'opening', 1772823600000, 1772823600000, 12, 6, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'friendly', 9, 3)`,
  `INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit, cost, asked, strings, evidence, size, kind_id, ask_id, corrects, reverses, closeness, given, received)
  VALUES (10, '019ccf40-38ce-7000-bf84-fb19c8e735ca', '019cadc6-9a80-7000-968a-0876157eb90d', 'transfer', 1773003618510, 1773003618510, -18, 9, 0, 9, 9, 1, 0, 'observed', NULL, NULL, '019cca19-d7fc-7000-8f8b-2e7be6ecda35', NULL, NULL, NULL, NULL, NULL)`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cb3c8-c89a-7000-8f38-e3463b8146d3', 'Introduced a publisher', 'e96a8e3d2ba9df835576345f281f2be9')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cb95d-0b3e-7000-b414-e848e7045336', 'Wrong partner', '9d7479ab8e9466c687053f806a9951c3')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cbe83-6c10-7000-bae2-051350567fd8', 'Read a draft', '77bb25c525cd9ac682e93c20bd2f6ca1')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cc3a9-cce2-7000-8889-b60af72cb18a', 'A van for a week', '1ab007c27ddd1701ff76af3271058430')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cc3e0-9000-7000-aa27-eaf4644ad6c3', 'A van for a week', 'b483ff632c43175e197efb52ad9f5e41')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019cc44e-9d34-7000-a923-ef356c2fd6bc', 'Came late', 'db87c2ba216a653c532f86ca17571c56')`,
  `INSERT INTO entry_notes (entry_id, note, salt)
  VALUES ('019ccf40-38ce-7000-bf84-fb19c8e735ca', 'The same day', '40e7a9b6f1668f4334a2cc1bb5700c33')`,
  `INSERT INTO idempotency (key, fingerprint, at, status, headers, body)
  VALUES ('key-1', 'f00d', 1773172800000, 201, '{"etag":"\\"1\\""}', '{"id":"x"}')`,
  `INSERT INTO import_rows (import_id, row, partner_id, outcome, before, after, said, said_before)
  VALUES ('019cae34-8124-7000-a24a-e151bd0bfb34', 2, '019cae34-8124-7001-83ff-1520181fb879', 'new', 'null', '{"id":"019cae34-8124-7001-83ff-1520181fb879","name":"Ben Okafor","organisation":"Okafor Ltd","role":"Editor","emails":["ben@okafor.example"],"links":["https://www.linkedin.com/in/ben-o"],"notes":"","knownSince":"2024-03-12","createdAt":"2026-03-02T11:00:02.468Z","updatedAt":"2026-03-02T11:00:02.468Z","version":1}', '{"row":2,"name":"Ben Okafor","organisation":"Okafor Ltd","role":"Editor","links":["https://www.linkedin.com/in/ben-o"],"emails":["ben@okafor.example"],"knownSince":"2024-03-12"}', 'null')`,
  `INSERT INTO import_rows (import_id, row, partner_id, outcome, before, after, said, said_before)
  VALUES ('019cae34-8124-7000-a24a-e151bd0bfb34', 3, '019cadc6-9a80-7000-968a-0876157eb90d', 'unchanged', '{"id":"019cadc6-9a80-7000-968a-0876157eb90d","name":"Ana Conceição 🌱","organisation":"Mar & Filhos","role":"Chair","emails":["ana@mar.example"],"links":["https://www.linkedin.com/in/ana-c"],"notes":"","knownSince":"2021-05-04","createdAt":"2026-03-02T09:00:00.000Z","updatedAt":"2026-03-02T10:00:01.234Z","version":2}', '{"id":"019cadc6-9a80-7000-968a-0876157eb90d","name":"Ana Conceição 🌱","organisation":"Mar & Filhos","role":"Chair","emails":["ana@mar.example"],"links":["https://www.linkedin.com/in/ana-c"],"notes":"","knownSince":"2021-05-04","createdAt":"2026-03-02T09:00:00.000Z","updatedAt":"2026-03-02T10:00:01.234Z","version":2}', '{"row":3,"name":"Ana Conceição","organisation":"Mar & Filhos SA","role":"Chair","links":["https://www.linkedin.com/in/ana-c"]}', 'null')`,
  `INSERT INTO import_rows (import_id, row, partner_id, outcome, before, after, said, said_before)
  VALUES ('019cae34-8124-7000-a24a-e151bd0bfb34', 4, '019cadef-cd60-7000-9a19-291359dd6538', 'updated', '{"id":"019cadef-cd60-7000-9a19-291359dd6538","name":"Cleo Vogt","organisation":"","role":"","emails":[],"links":["https://www.linkedin.com/in/cleo"],"notes":"","knownSince":null,"createdAt":"2026-03-02T09:45:00.000Z","updatedAt":"2026-03-02T09:45:00.000Z","version":1}', '{"id":"019cadef-cd60-7000-9a19-291359dd6538","name":"Cleo Vogt","organisation":"Vogt GmbH","role":"Founder","emails":[],"links":["https://www.linkedin.com/in/cleo"],"notes":"","knownSince":null,"createdAt":"2026-03-02T09:45:00.000Z","updatedAt":"2026-03-02T11:00:02.468Z","version":2}', '{"row":4,"name":"Cleo Vogt","organisation":"Vogt GmbH","role":"Founder","links":["https://www.linkedin.com/in/cleo"]}', 'null')`,
  `INSERT INTO import_rows (import_id, row, partner_id, outcome, before, after, said, said_before)
  VALUES ('019cae34-8124-7000-a24a-e151bd0bfb34', 5, '019cae34-8124-7002-a834-600550408047', 'new', 'null', '{"id":"019cae34-8124-7002-a834-600550408047","name":"Dan Roth","organisation":"","role":"","emails":[],"links":["https://www.linkedin.com/in/dan"],"notes":"","knownSince":null,"createdAt":"2026-03-02T11:00:02.468Z","updatedAt":"2026-03-02T11:00:02.468Z","version":1}', '{"row":5,"name":"Dan Roth","organisation":"","links":["https://www.linkedin.com/in/dan"]}', 'null')`,
  `INSERT INTO kinds (added, id, use, what, received, cost, benefit, version)
  VALUES (1, '019caf10-3180-7000-a5e9-ddfd07e0456a', 'deposit', 'Lent a van', 'Got a van', 3, 20, 1)`,
  `INSERT INTO opening_skips (partner_id)
  VALUES ('019cade2-11c0-7000-9452-aa26cf1814a5')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked email:ana@mar.example', '019cadc6-9a80-7000-968a-0876157eb90d')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked name:ana conceicao|mar filhos', '019cadc6-9a80-7000-968a-0876157eb90d')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linkedin:ana-c', '019cadc6-9a80-7000-968a-0876157eb90d')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('plain name:søren weiß|@', '019cade2-11c0-7000-9452-aa26cf1814a5')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked name:cleo vogt|vogt', '019cadef-cd60-7000-9a19-291359dd6538')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linkedin:cleo', '019cadef-cd60-7000-9a19-291359dd6538')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked email:ben@okafor.example', '019cae34-8124-7001-83ff-1520181fb879')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked name:ben okafor|okafor', '019cae34-8124-7001-83ff-1520181fb879')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linkedin:ben-o', '019cae34-8124-7001-83ff-1520181fb879')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linked name:dan roth|@', '019cae34-8124-7002-a834-600550408047')`,
  `INSERT INTO partner_identities (key, partner_id)
  VALUES ('linkedin:dan', '019cae34-8124-7002-a834-600550408047')`,
  `INSERT INTO partner_said (partner_id, said)
  VALUES ('019cadc6-9a80-7000-968a-0876157eb90d', '{"row":3,"name":"Ana Conceição","organisation":"Mar & Filhos SA","role":"Chair","links":["https://www.linkedin.com/in/ana-c"]}')`,
  `INSERT INTO partner_said (partner_id, said)
  VALUES ('019cadef-cd60-7000-9a19-291359dd6538', '{"row":4,"name":"Cleo Vogt","organisation":"Vogt GmbH","role":"Founder","links":["https://www.linkedin.com/in/cleo"]}')`,
  `INSERT INTO partner_said (partner_id, said)
  VALUES ('019cae34-8124-7001-83ff-1520181fb879', '{"row":2,"name":"Ben Okafor","organisation":"Okafor Ltd","role":"Editor","links":["https://www.linkedin.com/in/ben-o"],"emails":["ben@okafor.example"],"knownSince":"2024-03-12"}')`,
  `INSERT INTO partner_said (partner_id, said)
  VALUES ('019cae34-8124-7002-a834-600550408047', '{"row":5,"name":"Dan Roth","organisation":"","links":["https://www.linkedin.com/in/dan"]}')`,
  `INSERT INTO partner_search (rowid, words)
  VALUES (1, 'ana conceicao mar filhos chair')`,
  `INSERT INTO partner_search (rowid, words)
  VALUES (2, 'søren weiß composer')`,
  `INSERT INTO partner_search (rowid, words)
  VALUES (3, 'cleo vogt vogt gmbh founder')`,
  `INSERT INTO partner_search (rowid, words)
  VALUES (4, 'ben okafor okafor ltd editor')`,
  `INSERT INTO partner_search (rowid, words)
  VALUES (5, 'dan roth')`,
  `INSERT INTO policy_versions (version, at, partner_id, policy, learned)
  VALUES (2, 1772460000000, '019cae34-8124-7001-83ff-1520181fb879', '{"preset":"cautious","halfLifeDays":110,"interestRatio":0.5,"askWeight":2,"breachWeight":5,"q":{"observed":1,"stated":1,"estimated":0.75},"overdraft":0,"slack":1,"grace":0.001,"giftsBeforeFirstAsk":2,"trustHalfLifeDays":365,"declinedAskShare":0,"daysBetweenAsks":14,"askExpiryDays":90,"cadenceDays":30,"answersBeforeLearning":5,"activeCircleMax":15,"newProspectShare":0.3333333333333333}', '{"answers":0,"yes":0,"slack":1,"confirmed":0,"logRatioSum":0}')`,
  `INSERT INTO policy_versions (version, at, partner_id, policy, learned)
  VALUES (3, 1772812800000, NULL, '{"preset":"partner","halfLifeDays":365,"interestRatio":0.5,"askWeight":2,"breachWeight":5,"q":{"observed":1,"stated":1,"estimated":1},"overdraft":0,"slack":1,"grace":0.001,"giftsBeforeFirstAsk":2,"trustHalfLifeDays":365,"declinedAskShare":0,"daysBetweenAsks":14,"askExpiryDays":90,"cadenceDays":30,"answersBeforeLearning":5,"activeCircleMax":15,"newProspectShare":0.3333333333333333}', '{"answers":0,"yes":0,"slack":1,"confirmed":1,"logRatioSum":-0.7985076962177713}')`,
  `INSERT INTO refused_asks (id, partner_id, cost, offer, coverage, policy_version, seq)
  VALUES ('019cc7bd-5500-7000-ad04-d167dabd5ea2', '019cae34-8124-7001-83ff-1520181fb879', 27, 0, '{"verdict":"not-yet","equity":-5.978382943558974,"reserved":0,"offered":0,"needed":54,"after":-59.97838294355898,"shortfall":59.97838294355898,"reasons":["balance","few-gifts","shortfall"],"gifts":[{"what":"A sincere word about their work","cost":1,"benefit":1},{"what":"Answer a question they asked in public","cost":3,"benefit":9},{"what":"Send them a client","cost":9,"benefit":81}],"waitDays":null,"windowDays":0,"offerNeeded":261.1237516209055}', 3, 29)`,
  `INSERT INTO relationship_policies (partner_id, policy, version, at)
  VALUES ('019cae34-8124-7001-83ff-1520181fb879', '{"preset":"cautious","halfLifeDays":110,"interestRatio":0.5,"askWeight":2,"breachWeight":5,"q":{"observed":1,"stated":1,"estimated":0.75},"overdraft":0,"slack":1,"grace":0.001,"giftsBeforeFirstAsk":2,"trustHalfLifeDays":365,"declinedAskShare":0,"daysBetweenAsks":14,"askExpiryDays":90,"cadenceDays":30,"answersBeforeLearning":5,"activeCircleMax":15,"newProspectShare":0.3333333333333333}', 2, 1772460000000)`,
];

export const partners = [
  {
    id: "019cadc6-9a80-7000-968a-0876157eb90d",
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
    id: "019cae34-8124-7001-83ff-1520181fb879",
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
  {
    id: "019cadef-cd60-7000-9a19-291359dd6538",
    name: "Cleo Vogt",
    organisation: "Vogt GmbH",
    role: "Founder",
    emails: [],
    links: ["https://www.linkedin.com/in/cleo"],
    notes: "",
    knownSince: null,
    createdAt: "2026-03-02T09:45:00.000Z",
    updatedAt: "2026-03-02T11:00:02.468Z",
    version: 2,
  },
  {
    id: "019cae34-8124-7002-a834-600550408047",
    name: "Dan Roth",
    organisation: "",
    role: "",
    emails: [],
    links: ["https://www.linkedin.com/in/dan"],
    notes: "",
    knownSince: null,
    createdAt: "2026-03-02T11:00:02.468Z",
    updatedAt: "2026-03-02T11:00:02.468Z",
    version: 1,
  },
  {
    id: "019cade2-11c0-7000-9452-aa26cf1814a5",
    name: "Søren Weiß",
    organisation: "",
    role: "Composer",
    emails: [],
    links: [],
    notes: "",
    knownSince: null,
    createdAt: "2026-03-02T09:30:00.000Z",
    updatedAt: "2026-03-02T09:30:00.000Z",
    version: 1,
  },
];

/** The first is done, the second was undone. */
export const imports = [
  {
    id: "019cae34-8124-7000-a24a-e151bd0bfb34",
    source: "linkedin",
    state: "done",
    fileDigest: "f4576817074e722e537e43c90b8bcf184aea54c95a833a02a41bd5b48dfa1834",
    counts: {
      new: 2,
      updated: 1,
      unchanged: 1,
      duplicate: 0,
      skipped: 1,
    },
    startedAt: "2026-03-02T11:00:02.468Z",
    endedAt: "2026-03-02T11:00:02.468Z",
    kept: 0,
  },
  {
    id: "019cae6b-7476-7000-be09-c914df44615f",
    source: "linkedin",
    state: "undone",
    fileDigest: "37f52f06ba0279eac309d16dc2873afc000005abb5cdae55787276cc9e6d8b8b",
    counts: {
      new: 1,
      updated: 0,
      unchanged: 0,
      duplicate: 0,
      skipped: 0,
    },
    startedAt: "2026-03-02T12:00:03.702Z",
    endedAt: "2026-03-02T13:00:04.936Z",
    kept: 0,
  },
];

export const entries = [
  {
    kind: "transfer",
    id: "019ccf40-38ce-7000-bf84-fb19c8e735ca",
    partnerId: "019cadc6-9a80-7000-968a-0876157eb90d",
    at: "2026-03-08T21:00:18.510Z",
    recordedAt: "2026-03-08T21:00:18.510Z",
    note: "The same day",
    posting: {
      mine: -18,
      theirs: 9,
    },
    from: "019cadc6-9a80-7000-968a-0876157eb90d",
    to: "me",
    benefit: 9,
    cost: 9,
    asked: true,
    strings: false,
    evidence: "observed",
    kindId: null,
    askId: "019cca19-d7fc-7000-8f8b-2e7be6ecda35",
    corrects: null,
  },
  {
    kind: "transfer",
    id: "019cbe83-6c10-7000-bae2-051350567fd8",
    partnerId: "019cadc6-9a80-7000-968a-0876157eb90d",
    at: "2026-03-05T15:00:09.872Z",
    recordedAt: "2026-03-05T15:00:09.872Z",
    note: "Read a draft",
    posting: {
      mine: -6,
      theirs: 9,
    },
    from: "019cadc6-9a80-7000-968a-0876157eb90d",
    to: "me",
    benefit: 9,
    cost: 3,
    asked: true,
    strings: false,
    evidence: "estimated",
    kindId: null,
    askId: null,
    corrects: null,
  },
  {
    kind: "reversal",
    id: "019cb95d-0b3e-7000-b414-e848e7045336",
    partnerId: "019cadc6-9a80-7000-968a-0876157eb90d",
    at: "2026-03-04T13:00:07.404Z",
    recordedAt: "2026-03-04T15:00:08.638Z",
    note: "Wrong partner",
    posting: {
      mine: -27,
      theirs: 0,
    },
    reverses: "019cb8ef-296c-7000-99f9-6bb2fc8b166a",
  },
  {
    kind: "transfer",
    id: "019cb8ef-296c-7000-99f9-6bb2fc8b166a",
    partnerId: "019cadc6-9a80-7000-968a-0876157eb90d",
    at: "2026-03-04T13:00:07.404Z",
    recordedAt: "2026-03-04T13:00:07.404Z",
    note: "",
    posting: {
      mine: 27,
      theirs: 0,
    },
    from: "me",
    to: "019cadc6-9a80-7000-968a-0876157eb90d",
    benefit: 27,
    cost: 3,
    asked: false,
    strings: false,
    evidence: "estimated",
    kindId: null,
    askId: null,
    corrects: null,
  },
  {
    kind: "transfer",
    id: "019cb3c8-c89a-7000-8f38-e3463b8146d3",
    partnerId: "019cadc6-9a80-7000-968a-0876157eb90d",
    at: "2025-11-20T12:00:00.000Z",
    recordedAt: "2026-03-03T13:00:06.170Z",
    note: "Introduced a publisher",
    posting: {
      mine: 81,
      theirs: 0,
    },
    from: "me",
    to: "019cadc6-9a80-7000-968a-0876157eb90d",
    benefit: 81,
    cost: 27,
    asked: false,
    strings: false,
    evidence: "observed",
    kindId: null,
    askId: null,
    corrects: null,
  },
  {
    kind: "breach",
    id: "019cc44e-9d34-7000-a923-ef356c2fd6bc",
    partnerId: "019cae34-8124-7001-83ff-1520181fb879",
    at: "2026-03-06T18:00:12.340Z",
    recordedAt: "2026-03-06T18:00:12.340Z",
    note: "Came late",
    posting: {
      mine: -15,
      theirs: 0,
    },
    from: "me",
    to: "019cae34-8124-7001-83ff-1520181fb879",
    size: 3,
    kindId: null,
  },
  {
    kind: "reversal",
    id: "019cc3e0-9000-7001-beaa-708d0b911dc1",
    partnerId: "019cae34-8124-7001-83ff-1520181fb879",
    at: "2026-03-06T15:00:11.106Z",
    recordedAt: "2026-03-06T16:00:00.000Z",
    note: "",
    posting: {
      mine: -15,
      theirs: 0,
    },
    reverses: "019cc3a9-cce2-7000-8889-b60af72cb18a",
  },
  {
    kind: "transfer",
    id: "019cc3e0-9000-7000-aa27-eaf4644ad6c3",
    partnerId: "019cae34-8124-7001-83ff-1520181fb879",
    at: "2026-03-06T15:00:11.106Z",
    recordedAt: "2026-03-06T16:00:00.000Z",
    note: "A van for a week",
    posting: {
      mine: 9,
      theirs: 0,
    },
    from: "me",
    to: "019cae34-8124-7001-83ff-1520181fb879",
    benefit: 9,
    cost: 3,
    asked: false,
    strings: false,
    evidence: "stated",
    kindId: "019caf10-3180-7000-a5e9-ddfd07e0456a",
    askId: null,
    corrects: "019cc3a9-cce2-7000-8889-b60af72cb18a",
  },
  {
    kind: "transfer",
    id: "019cc3a9-cce2-7000-8889-b60af72cb18a",
    partnerId: "019cae34-8124-7001-83ff-1520181fb879",
    at: "2026-03-06T15:00:11.106Z",
    recordedAt: "2026-03-06T15:00:11.106Z",
    note: "A van for a week",
    posting: {
      mine: 15,
      theirs: 0,
    },
    from: "me",
    to: "019cae34-8124-7001-83ff-1520181fb879",
    benefit: 20,
    cost: 3,
    asked: false,
    strings: false,
    evidence: "estimated",
    kindId: "019caf10-3180-7000-a5e9-ddfd07e0456a",
    askId: null,
    corrects: null,
  },
  {
    kind: "opening",
    id: "019cc485-5b80-7000-a2a3-4bd9bf4e2251",
    partnerId: "019cadef-cd60-7000-9a19-291359dd6538",
    at: "2026-03-06T19:00:00.000Z",
    recordedAt: "2026-03-06T19:00:00.000Z",
    note: "",
    posting: {
      mine: 12,
      theirs: 6,
    },
    closeness: "friendly",
    given: 9,
    received: 3,
  },
];

export const asks = [
  {
    id: "019cd20a-0d00-7000-95a3-bf41b4af5287",
    partnerId: "019cadc6-9a80-7000-968a-0876157eb90d",
    what: "A second look",
    kindId: null,
    cost: 4,
    offer: 0,
    state: "open",
    openedAt: "2026-03-09T10:00:00.000Z",
    expiresAt: "2026-06-07T10:00:00.000Z",
    closedAt: null,
    reserved: 8,
    coverage: {
      windowDays: 1340.9794118411946,
      offerNeeded: 0,
      verdict: "earned",
      equity: 48.70789937110997,
      reserved: 0,
      offered: 0,
      needed: 8,
      after: 40.70789937110997,
      shortfall: 0,
      reasons: ["balance", "recent-ask"],
      gifts: [],
      waitDays: 0,
    },
    policyVersion: 3,
    seq: 33,
    overrideReason: null,
    overrides: null,
    entryId: null,
  },
  {
    id: "019cca19-d7fc-7000-8f8b-2e7be6ecda35",
    partnerId: "019cadc6-9a80-7000-968a-0876157eb90d",
    what: "An introduction",
    kindId: null,
    cost: 9,
    offer: 0,
    state: "granted",
    openedAt: "2026-03-07T21:00:17.276Z",
    expiresAt: "2026-06-05T21:00:17.276Z",
    closedAt: "2026-03-08T21:00:18.510Z",
    reserved: 18,
    coverage: {
      windowDays: 1020.6709041761421,
      offerNeeded: 0,
      verdict: "early",
      equity: 66.80623611662693,
      reserved: 0,
      offered: 0,
      needed: 18,
      after: 48.806236116626934,
      shortfall: 0,
      reasons: ["balance", "few-gifts"],
      gifts: [],
      waitDays: 0,
    },
    policyVersion: 3,
    seq: 30,
    overrideReason: null,
    overrides: null,
    entryId: "019ccf40-38ce-7000-bf84-fb19c8e735ca",
  },
];

/** On 20 March 2026, at noon UTC. */
export const statements = [
  {
    partnerId: "019cadc6-9a80-7000-968a-0876157eb90d",
    principal: 41.05367296290934,
    interest: 7.071795668219624,
    equity: 48.12546863112896,
    reserved: 8,
    gifts: 1,
  },
  {
    partnerId: "019cae34-8124-7001-83ff-1520181fb879",
    principal: -5.508528045960991,
    interest: 0.0032481377938047545,
    equity: -5.505279908167186,
    reserved: 0,
    gifts: 1,
  },
  {
    partnerId: "019cadef-cd60-7000-9a19-291359dd6538",
    principal: 11.69164012662924,
    interest: 0.15218179288101125,
    equity: 11.843821919510251,
    reserved: 0,
    gifts: 2,
  },
  {
    partnerId: "019cae34-8124-7002-a834-600550408047",
    principal: 0,
    interest: 0,
    equity: 0,
    reserved: 0,
    gifts: 0,
  },
  {
    partnerId: "019cade2-11c0-7000-9452-aa26cf1814a5",
    principal: 0,
    interest: 0,
    equity: 0,
    reserved: 0,
    gifts: 0,
  },
];

export const refusedAskId = "019cc7bd-5500-7000-ad04-d167dabd5ea2";
export const refusedPartnerId = "019cae34-8124-7001-83ff-1520181fb879";

/** How many lines the log has. */
export const changes = 33;

export const answer = {
  fingerprint: "f00d",
  status: 201,
  headers: {
    etag: '"1"',
  },
  body: '{"id":"x"}',
};
